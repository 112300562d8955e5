import type { Locale } from "./locale";
import { de } from "./messages/de";
import { en } from "./messages/en";
import type { Translation } from "./translation";

/** Keys and texts with their arguments, as next-intl checks them. */
export type Messages = typeof de;

export const messages: Record<Locale, Translation<Messages>> = { de, en };

/** Tells next-intl our languages and keys, so that an unknown key or a missing argument is a type error. */
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

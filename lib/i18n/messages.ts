import type { Locale } from "./locale";
import { de } from "./messages/de";
import { en } from "./messages/en";
import type { Translation } from "./translation";

/** Keys and texts with their arguments, as next-intl checks them. */
export type Messages = typeof de;
/** A file of words: `lib/i18n/messages/<language>/<area>.ts`. */
export type Area = keyof Messages;

export const messages: Record<Locale, Translation<Messages>> = { de, en };

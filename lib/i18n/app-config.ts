import type { Locale } from "./locale";
import type { Messages } from "./messages";

/** Tells next-intl our languages and keys, so that an unknown key or a missing argument is a type error. */
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { timeZone } from "@/lib/format";
import { chooseLocale, localeCookie } from "./locale";
import { type Messages, messages } from "./messages";

/** Language and words of one request, on the server; the browser gets only what ClientMessages hands it. */
export default getRequestConfig(async () => {
  const locale = chooseLocale(
    (await cookies()).get(localeCookie)?.value,
    (await headers()).get("accept-language"),
  );
  // The German texts give the types of arguments; the test of messages holds the other languages to them.
  return { locale, messages: messages[locale] as Messages, timeZone };
});

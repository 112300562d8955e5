import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { useFitsIf } from "./fits-if";

const farther = { by: "limit", limit: "minutes", now: 30, needed: 35 } as const;

function Sentence({ isOpen }: { isOpen: boolean }) {
  return useFitsIf()(farther, isOpen);
}
const show = (isOpen: boolean, locale: "de" | "en") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale] as never} timeZone="Europe/Berlin">
      <Sentence isOpen={isOpen} />
    </NextIntlClientProvider>,
  ).replaceAll("\u00a0", " ");

test("a near miss of which something else is to check does not promise that the way is all", () => {
  expect(show(false, "de")).toBe("Passt, wenn der Weg 35 Min. statt 30 Min. dauern dürfte.");
  expect(show(true, "de")).toBe(
    "Passt, wenn der Weg 35 Min. statt 30 Min. dauern dürfte und sich klärt, was noch offen ist.",
  );
  expect(show(true, "en")).toMatch(/^Would match if .* and what is still open is settled\.$/);
});

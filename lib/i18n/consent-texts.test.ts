import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { consentTextVersion } from "@/lib/domain/consents/status";
import { locales } from "./locale";
import { messages } from "./messages";

/** What people agreed to, by version: a text that changes needs a new version, and the old one stays provable here. */
const published: Record<string, string> = {
  "2026-11": "8efcaa45c5c635cbbe5541c22dfb5cf0b186545484008f272ea15e6157ce2ba8",
  "2026-11b": "660b27ae6d42886647456600b4405797aaa8d98ea0db9b541bce8766fbf36a72",
};

test("nobody's consent is turned into one to other words: each version stands for one text", () => {
  const texts = locales.map((locale) => messages[locale].intake.consentTexts);
  const digest = createHash("sha256").update(JSON.stringify(texts)).digest("hex");
  expect(digest, `the texts of the consents belong to version ${consentTextVersion}`).toBe(
    published[consentTextVersion],
  );
});

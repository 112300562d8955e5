import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { acts } from "@/lib/core/audit";
import { mailTemplates } from "@/lib/domain/mail/templates";
import { messages } from "@/lib/i18n/messages";

const folder = "inngest/functions";
const functionIds = readdirSync(folder).flatMap((file) =>
  [...readFileSync(join(folder, file), "utf8").matchAll(/createFunction\(\s*\{\s*id: "([a-z-]+)"/g)].map(
    (match) => match[1]!,
  ),
);

describe("the desk has a word", () => {
  test("for every workflow", () => {
    expect(functionIds.length).toBeGreaterThan(5);
    const known = Object.keys(messages.de.staffWorkflows.functions);
    expect(functionIds.filter((id) => !known.includes(id))).toEqual([]);
  });

  test("for every occasion of a mail", () => {
    expect(Object.keys(messages.de.staffMail.templates).toSorted()).toEqual(
      Object.keys(mailTemplates).toSorted(),
    );
  });

  test("for every act in the audit log", () => {
    const words = messages.de.staffAudit.acts as Record<string, Record<string, string>>;
    const missing = acts.filter((act) => {
      const [noun = "", verb = ""] = act.split(".");
      return !words[noun]?.[verb];
    });
    expect(missing).toEqual([]);
  });
});

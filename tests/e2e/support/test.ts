import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Locator, type Page, expect, test as base } from "@playwright/test";
import type axe from "axe-core";
import { and, desc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { mails } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import type { MailTemplate } from "@/lib/domain/mail/templates";
import { paths } from "@/lib/paths";
import { people } from "./fill-database";

export { expect };
export type Role = keyof typeof people;

/** What React says when the browser's page is not the server's, in words and in the numbers of the production build. */
const hydrationError = /hydrat|Minified React error #4(18|2[1235])\b/i;

/** The test of every journey: it fails when a page of it did not become live as the server sent it. */
export const test = base.extend({
  context: async ({ context }, use) => {
    const found: string[] = [];
    const note = (text: string) => hydrationError.test(text) && found.push(text);
    context.on("weberror", (error) => note(error.error().message));
    context.on("console", (message) => message.type() === "error" && note(message.text()));
    await use(context);
    expect(found, "hydration errors").toEqual([]);
  },
});

/** A context that may do everything, for what a test needs beforehand. */
export const systemCtx = () => systemContext("e2e");

/** Signs in by the page, as people do: one of the team, or somebody with the same password by their address. */
export async function signIn(page: Page, who: Role | { email: string }): Promise<void> {
  const { email } = typeof who === "string" ? people[who] : who;
  await page.goto(paths.admin.signIn);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(process.env.E2E_PASSWORD!);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
  await expect(page).toHaveURL(/\/admin/);
}

/** Waits until React has taken over what the server sent; who changes the page by hand before makes it another. */
export async function untilLive(part: Locator): Promise<void> {
  const isLive = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
  await expect.poll(() => part.evaluate(isLive)).toBe(true);
}

/** The link in the newest kept mail of this kind to this address, once the workflows have delivered it. */
export async function linkFromMail(template: MailTemplate, to: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        const rows = await database()
          .select({ recipient: mails.recipient, content: mails.content })
          .from(mails)
          .where(and(eq(mails.template, template), eq(mails.status, "kept")))
          .orderBy(desc(mails.id));
        const mail = rows.find(({ recipient }) => recipient === to);
        link = /https?:\/\/\S+\/(?:confirm|my|respond)\/[\w-]{43}/.exec(mail?.content?.text ?? "")?.[0];
        return link;
      },
      { timeout: 20_000, message: `a mail ${template} to ${to}` },
    )
    .toBeTruthy();
  return link!;
}

const axeScript = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * No finding of axe on the page as it is now, by the rules of WCAG 2.2 AA. Frames run no script, and axe neither: it
 * looks at them from outside.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // The title of a page that is reached without loading anew comes last.
  await expect(page).toHaveTitle(/\S/);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeScript);
  const findings = await page.evaluate(async (runOnly) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run({ runOnly, resultTypes: ["violations"], iframes: false });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
  }, axeTags);
  // Soft, so that a journey over many pages tells what it finds on each.
  expect.soft(findings).toEqual([]);
}

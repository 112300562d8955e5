import type { Browser, Page } from "@playwright/test";
import { type Role, signIn } from "./test";

/** The address of the first entry of a list. */
export async function firstOf(page: Page, list: string): Promise<string> {
  await page.goto(list);
  return (await page.locator("a.data-table-open").first().getAttribute("href"))!;
}

/** One of the team at the desk, in a browser of their own. */
export async function signedIn(browser: Browser, role: Role, javaScriptEnabled = true) {
  const context = await browser.newContext({ javaScriptEnabled, locale: "de-DE" });
  const page = await context.newPage();
  await signIn(page, role);
  return { context, page };
}

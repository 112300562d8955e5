import type { Browser, Page } from "@playwright/test";
import { createToken } from "@/lib/core/tokens";
import { paths } from "@/lib/paths";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf } from "@/tests/support/factories";
import { expect, expectAccessible, systemCtx } from "./test";

/** A practice that was asked about so many new people, with the link of its mail. */
export async function givenAsked({
  count = 3,
  email = `praxis.${Date.now()}.${Math.random()}@hafen.example`,
} = {}) {
  const people = [];
  for (let index = 0; index < count; index++)
    people.push(await givenPatient(systemCtx(), { lastName: "Verborgen" }));
  return askAbout(people, email);
}

export async function askAbout(
  people: { id: string; searchId: string }[],
  email: string,
  where: Pick<Parameters<typeof givenTherapist>[1] & {}, "locations"> = {},
) {
  const therapist = await givenTherapist(systemCtx(), {
    email,
    lastName: `Hafenstein${crypto.randomUUID()}`,
    ...where,
  });
  const { inquiryId, items } = await givenSentInquiry(
    systemCtx(),
    therapist,
    people.map((person) => person.searchId),
  );
  const link = paths.respond(await createToken(systemCtx(), "respond", inquiryId));
  return { inquiryId, items, people, link };
}

export const outcomesOf = async (inquiryId: string) =>
  (await itemsOf(systemCtx(), inquiryId)).map((item) => item.outcome);

export const choose = (page: Page, position: number, outcome: string) =>
  page.locator("form#answer article").nth(position).locator(`input[value="${outcome}"]`).check();

export const send = (page: Page) => page.locator("form#answer button[type=submit]").click();

export async function onPhone(browser: Browser, locale = "de-DE"): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  return (await browser.newContext({ locale, viewport, baseURL: process.env.E2E_URL! })).newPage();
}

export async function look(page: Page): Promise<void> {
  await page.waitForLoadState();
  await expect(page.locator("h1")).toHaveCount(1);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
}

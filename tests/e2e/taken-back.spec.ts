import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { mails, searches } from "@/db/schema";
import { createToken } from "@/lib/core/tokens";
import { paths } from "@/lib/paths";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf } from "@/tests/support/factories";
import { expect, expectAccessible, linkFromMail, systemCtx, test } from "./support/test";

/** A page on which no script runs, on a narrow telephone. */
async function withoutScript(browser: Browser): Promise<Page> {
  const options = { javaScriptEnabled: false, locale: "de-DE", viewport: { width: 360, height: 740 } };
  return (await browser.newContext({ ...options, baseURL: process.env.E2E_URL! })).newPage();
}

/** A practice that was asked about two people, and said yes to the first of them on its page by mistake. */
async function givenMistake(browser: Browser) {
  const email = `irrtum.${crypto.randomUUID()}@example.org`;
  const patient = await givenPatient(systemCtx(), { lastName: "Irrtum", email });
  const second = await givenPatient(systemCtx());
  const therapist = await givenTherapist(systemCtx(), {
    email: `praxis.${crypto.randomUUID()}@hafen.example`,
  });
  const searchIds = [patient.searchId, second.searchId];
  const { inquiryId } = await givenSentInquiry(systemCtx(), therapist, searchIds);
  const before = await searchOf(patient.searchId);
  const link = paths.respond(await createToken(systemCtx(), "respond", inquiryId));
  const practice = await withoutScript(browser);
  await practice.goto(link);
  await practice.locator("form#answer article").first().locator('input[value="accepted"]').check();
  await practice.locator("form#answer button[type=submit]").click();
  await expect(practice.locator("h1")).toContainText("Danke");
  return { patient, email, inquiryId, link, practice, before };
}

const searchOf = async (id: string) =>
  (await database().select().from(searches).where(eq(searches.id, id)))[0]!;
const back = (page: Page, answer: string) => page.locator(`form[id^="take-back-"] button[value="${answer}"]`);

test("a mistaken yes is taken back on the page, and the patient, who had heard of it, is told so: without JavaScript", async ({
  browser,
  page: scripted,
}) => {
  const { patient, email, inquiryId, link, practice, before } = await givenMistake(browser);
  const mine = await withoutScript(browser);
  await mine.goto(await linkFromMail("acceptance_confirm", email));
  await expect(mine.locator("h1")).toContainText("Eine Praxis hat einen Platz");

  await practice.goto(link);
  await practice.locator("summary", { hasText: "War die Zusage ein Irrtum?" }).click();
  await scripted.goto(link);
  await scripted.locator("summary", { hasText: "War die Zusage ein Irrtum?" }).click();
  await expectAccessible(scripted);
  await back(practice, "rejected_capacity").click();
  await expect(practice.locator("main [role=status]").first()).toContainText("zurückgenommen");
  await expect(practice.locator("main")).toContainText("Ihre Antwort: kein Platz");
  await expect(practice.locator("form#answer article"), "the other person is still asked about").toHaveCount(
    1,
  );
  await scripted.reload();
  await expectAccessible(scripted);
  expect((await itemsOf(systemCtx(), inquiryId)).map(({ outcome }) => outcome)).toEqual([
    "rejected_capacity",
    "pending",
  ]);
  expect(await searchOf(patient.searchId)).toMatchObject({ status: "active", since: before.since });

  // Whoever has the offer open still cannot take what is no longer there.
  await mine.locator("form#confirm button[type=submit]").click();
  await expect(mine.locator("body")).not.toContainText("Sie haben einen Platz angenommen");
  await mine.goto(await linkFromMail("acceptance_taken_back", email));
  await expect(mine.locator("h1")).toContainText("Wir suchen für Sie");
  await expect(mine.locator("main")).toContainText("war ein Irrtum");
  await expect(mine.locator("main")).toContainText("Ihr Name wurde nicht weitergegeben");
});

test("the patient was a moment faster: the yes stays, the page says so and names the patient", async ({
  browser,
}) => {
  const { patient, email, practice, link } = await givenMistake(browser);
  const mine = await withoutScript(browser);
  await mine.goto(await linkFromMail("acceptance_confirm", email));
  await practice.goto(link);
  await practice.locator("summary", { hasText: "War die Zusage ein Irrtum?" }).click();
  await mine.locator("form#confirm button[type=submit]").click();
  await expect(mine.locator("h1")).toContainText("Sie haben einen Platz angenommen");
  await back(practice, "rejected_unsuitable").click();
  await expect(practice.locator("main [role=status]").first()).toContainText("gerade angenommen");
  await expect(practice.locator("main")).toContainText("Irrtum");
  await expect(practice.locator('form[id^="news-"] button[value="no_capacity"]')).toHaveCount(1);
  const told = await database().select().from(mails).where(eq(mails.patientId, patient.id));
  expect(told.map(({ template }) => template)).not.toContain("acceptance_taken_back");
});

import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { patients, practices, searches } from "@/db/schema";
import { createToken } from "@/lib/core/tokens";
import { addPracticeForm } from "@/lib/domain/practices/add-form";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import type { ConsentKind } from "@/lib/domain/consents/status";
import { registerPatient } from "@/lib/domain/patients/register-patient";
import { patientInput } from "@/lib/domain/patients/schemas";
import { paths } from "@/lib/paths";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { expect, expectAccessible, linkFromMail, signIn, systemCtx, test } from "./support/test";

/** A page on which no script runs, on a narrow telephone. */
async function withoutScript(browser: Browser): Promise<Page> {
  const options = { javaScriptEnabled: false, locale: "de-DE", viewport: { width: 360, height: 740 } };
  const context = await browser.newContext({ ...options, baseURL: process.env.E2E_URL! });
  return context.newPage();
}

/** Somebody whom a practice accepted a moment ago, with the link of the practice. */
async function givenAcceptance() {
  const email = `ada.${crypto.randomUUID()}@example.org`;
  const patient = await givenPatient(systemCtx(), {
    firstName: "Ada",
    lastName: "Platzmann",
    email,
    phone: "0241 99999955",
  });
  const therapist = await givenTherapist(systemCtx(), {
    email: `praxis.${crypto.randomUUID()}@hafen.example`,
  });
  const content = Buffer.from("%PDF-1.7 Vertrag");
  await addPracticeForm(systemCtx(), { therapistId: therapist.id, name: "Behandlungsvertrag.pdf", content });
  const { inquiryId, items } = await givenSentInquiry(systemCtx(), therapist, [patient.searchId]);
  const actor = { kind: "therapist", inquiryId } as const;
  const answer = { itemId: items[0]!.id, outcome: "accepted" } as const;
  await respondToInquiry({ ...systemCtx(), actor }, inquiryId, [answer]);
  const answerLink = paths.respond(await createToken(systemCtx(), "respond", inquiryId));
  return { patient, email, therapist, answerLink };
}

const statusOf = async (id: string) =>
  (await database().select().from(patients).where(eq(patients.id, id)))[0]!.status;
const searchOf = async (id: string) =>
  (await database().select().from(searches).where(eq(searches.id, id)))[0]!;

test("accepted, mailed, confirmed, named, first talk, started: patient and practice without JavaScript", async ({
  browser,
  page: scripted,
}) => {
  const { patient, email, therapist, answerLink } = await givenAcceptance();
  const [mine, practice] = [await withoutScript(browser), await withoutScript(browser)];
  await practice.goto(answerLink);
  await expect(practice.locator("body")).not.toContainText("Platzmann");

  const link = await linkFromMail("acceptance_confirm", email);
  await mine.goto(link);
  await expect(mine.locator("h1")).toContainText("Eine Praxis hat einen Platz");
  await expect(mine.locator("main")).not.toContainText("Behandlungsvertrag");
  await scripted.goto(link);
  await expectAccessible(scripted);
  await mine.locator("form#confirm button[type=submit]").click();
  await expect(mine.locator("h1")).toContainText("Sie haben einen Platz angenommen");
  const [download] = await Promise.all([
    mine.waitForEvent("download"),
    mine.getByRole("link", { name: /Behandlungsvertrag/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("Behandlungsvertrag.pdf");
  await scripted.reload();
  await expectAccessible(scripted);

  const [row] = await database().select().from(practices).where(eq(practices.id, therapist.practiceId));
  await practice.goto(await linkFromMail("patient_confirmed", row!.email!));
  for (const words of ["Ada Platzmann", "0241 99999955"])
    await expect(practice.locator("main")).toContainText(words);
  await expect(practice.locator("main"), "the consent names the number").not.toContainText(email);
  await practice.locator('button[value="first_talk"]').click();
  await expect(practice.locator("main")).toContainText("Das erste Gespräch war");
  for (const word of ["started", "unsuitable"])
    await expect(practice.locator(`button[value="${word}"]`), "takes a second step").toBeHidden();
  await practice.getByText("Therapie hat begonnen", { exact: true }).click();
  await expect(practice.locator('button[value="started"]')).toBeVisible();

  await mine.goto(link);
  await expect(mine.locator("h1")).toContainText("Ihr erstes Gespräch war");
  await mine.locator('form#progress button[value="trial_sessions"]').click();
  await expect(mine.locator("h1")).toContainText("Ihre Probesitzungen laufen");
  expect(await statusOf(patient.id), "placed counts only when therapy started").toBe("searching");
  await expect(mine.locator("form#started button"), "the start takes a second step").toBeHidden();
  await mine.getByText("Die Therapie hat begonnen", { exact: true }).click();
  await mine.locator('form#started button[value="started"]').click();
  await expect(mine.locator("h1")).toContainText("Ihre Therapie hat begonnen");
  expect(await statusOf(patient.id)).toBe("in_therapy");
  await scripted.goto(link);
  await expectAccessible(scripted);
});

test("a place that is not wanted is given back without a name, and the search goes on; opening links changes nothing", async ({
  browser,
  request,
}) => {
  const { patient, email, answerLink } = await givenAcceptance();
  const before = await searchOf(patient.searchId);
  const mine = await withoutScript(browser);
  const link = await linkFromMail("acceptance_confirm", email);
  for (const path of [link, `${link}/give-up`, answerLink])
    for (let index = 0; index < 10; index++)
      await request.fetch(path, { method: index % 2 ? "HEAD" : "GET" });
  expect(await searchOf(patient.searchId)).toEqual(before);

  await mine.goto(link);
  await mine.locator('main a[href$="/give-up"]').first().click();
  await mine.locator("main form button[type=submit]").click();
  await expect(mine.locator("[data-error-summary]")).toBeVisible();
  await mine.locator('[value="declined"]').check();
  await mine.locator("main form button[type=submit]").click();
  await expect(mine.locator("h1")).toContainText("Wir suchen für Sie");
  await expect(mine.locator("main")).toContainText("mit Ihrer alten Wartezeit");
  expect(await searchOf(patient.searchId)).toMatchObject({ status: "active", since: before.since });
  await mine.goto(answerLink);
  await expect(mine.locator("main")).toContainText("Daraus ist nichts geworden");
  await expect(mine.locator("body")).not.toContainText("Platzmann");
  const overflow = await mine.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("who has a place and registers again reads so after confirming, without JavaScript, and the desk is asked to look", async ({
  browser,
  page: scripted,
}) => {
  const { patient, email } = await givenAcceptance();
  const input = patientInput.parse({
    firstName: "Ada",
    lastName: "Platzmann",
    birthDate: "1985-04-12",
    address: { street: "Probeweg", houseNumber: "1", postalCode: "52062", city: "Aachen" },
    email,
    payer: "gkv",
    travel: { mode: "car", maxMinutes: 30 },
  });
  const form = { input, consents: ["processing", "sharing"] as ConsentKind[] };
  const again = await registerPatient({ ...systemCtx(), actor: { kind: "public" } }, form);
  const link = paths.confirm(await createToken(systemCtx(), "confirm_email", again.patientId));
  const mine = await withoutScript(browser);
  await mine.goto(link);
  await expect(mine.locator("h1"), "says nothing before it is confirmed").toContainText("bestätigen");
  await mine.locator("main form button[type=submit]").click();
  await expect(mine.locator("main")).toContainText("schon einen Platz gefunden");
  await scripted.goto(link);
  await expectAccessible(scripted);
  expect((await searchOf(patient.searchId)).status).toBe("placed");
  await signIn(scripted, "coordinator");
  await scripted.goto(paths.admin.patient(patient.id));
  await expect(scripted.locator("main")).toContainText(
    "noch einmal angemeldet, obwohl ein Platz gefunden ist",
  );
});

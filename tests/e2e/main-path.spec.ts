import { type Browser, type Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { inquiries, inquiryItems, patients, practices, searches } from "@/db/schema";
import { blindIndex } from "@/lib/core/crypto";
import { paths } from "@/lib/paths";
import { expect, expectAccessible, linkFromMail, signIn, test } from "./support/test";

const email = "frieda.wegmann@example.org";

/** A page on which no script runs, as on old phones and behind strict filters. */
async function pageWithoutScript(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: "de-DE",
    baseURL: process.env.E2E_URL!,
    viewport: { width: 360, height: 740 },
  });
  return context.newPage();
}

/** Fills the fields of one screen, each by its name, and goes on. */
async function answer(page: Page, step: string, fields: Record<string, string | true>): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/intake/${step}$`));
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`);
    if (value === true) await field.check();
    else if ((await field.first().getAttribute("type")) === "radio")
      await page.locator(`[name="${name}"][value="${value}"]`).check();
    else await field.fill(value);
  }
  await page.locator('main form button[value="next"]').click();
}

/** A practice with a mail address that was asked about this patient. */
async function askedPractice(): Promise<string> {
  let address = "";
  await expect
    .poll(
      async () => {
        const rows = await database()
          .select({ email: practices.email })
          .from(patients)
          .innerJoin(searches, eq(searches.patientId, patients.id))
          .innerJoin(inquiryItems, eq(inquiryItems.searchId, searches.id))
          .innerJoin(
            inquiries,
            and(
              eq(inquiries.id, inquiryItems.inquiryId),
              eq(inquiries.status, "sent"),
              eq(inquiries.channel, "email"),
            ),
          )
          .innerJoin(practices, eq(practices.id, inquiries.practiceId))
          .where(eq(patients.emailIndex, blindIndex(email)));
        address = rows[0]?.email ?? "";
        return address;
      },
      { timeout: 30_000, message: "an inquiry about the patient was sent" },
    )
    .not.toBe("");
  return address;
}

test.describe.configure({ mode: "serial" });
test.setTimeout(180_000);

test("from the form to the place: patient and practice without JavaScript, the coordinator at the desk", async ({
  browser,
  page,
}) => {
  const patient = await pageWithoutScript(browser);
  await patient.goto(paths.intake);
  await answer(patient, "person", {
    firstName: "Frieda",
    lastName: "Wegmann",
    "birthDate.day": "4",
    "birthDate.month": "7",
    "birthDate.year": "1991",
    gender: "female",
  });
  await answer(patient, "contact", {
    email,
    street: "Probeweg",
    houseNumber: "7",
    postalCode: "52349",
    city: "Düren",
  });
  await answer(patient, "insurance", { payer: "gkv" });
  await answer(patient, "situation", {});
  await answer(patient, "treatment", {});
  await answer(patient, "wishes", {});
  await answer(patient, "times", { timesKind: "any", travelMode: "car", travelMinutes: "60" });
  await answer(patient, "consents", { consentProcessing: true, consentSharing: true });
  await expect(patient).toHaveURL(/\/intake\/check$/);
  await expect(patient.locator("main")).toContainText("Frieda");
  await patient.locator("main form button[type=submit]").click();
  await expect(patient).toHaveURL(/\/intake\/done/);

  await patient.goto(await linkFromMail("confirm_email", email));
  await patient.locator("main form button[type=submit]").click();
  await expect(patient.locator("h1")).not.toBeEmpty();
  const myPage = await linkFromMail("registered", email);

  await signIn(page, "coordinator");
  await page.goto(paths.admin.matches);
  await page
    .getByRole("button", { name: /Abgleich/ })
    .first()
    .click();
  await expect(page.getByText("Sie können weiterarbeiten").first()).toBeVisible();
  // As long as it runs the page renews itself, and is without a title at moments.
  await expect(page.getByText(/beginnt gleich|Abgleich läuft/)).toHaveCount(0, { timeout: 60_000 });
  await expect(page.locator(`a[href*="approve-all"]`).first()).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await page.goto(paths.admin.matchesApproveAll);
  await page.locator('main button[name="which"][value="all"]').click();
  await expect(page.getByText(/freigegeben/).first()).toBeVisible();

  const answerPage = await linkFromMail("inquiry", await askedPractice());
  const practice = await pageWithoutScript(browser);
  await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      practice.request.fetch(answerPage, { method: i % 2 ? "HEAD" : "GET" }),
    ),
  );
  await practice.goto(answerPage);
  await expect(practice.locator("body")).not.toContainText("Wegmann");
  const mine = practice
    .locator("form")
    .filter({ has: practice.locator('input[type=radio][value="accepted"]') });
  const cards = mine.locator('input[type=radio][value="accepted"]');
  for (let i = 0; i < (await cards.count()); i++) await cards.nth(i).check();
  await mine.getByRole("button", { name: "Antwort senden" }).click();
  await expect(practice.locator("h1")).not.toBeEmpty();

  await expect(async () => {
    await patient.goto(myPage);
    await expect(patient.locator("main")).toContainText("Möchten Sie diesen Platz?", { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await linkFromMail("acceptance_confirm", email);
  await expect(patient.locator("main")).toContainText("Telefon");
});

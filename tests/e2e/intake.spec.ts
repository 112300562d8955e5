import type { Browser, Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { mails, patients, searches, tasks } from "@/db/schema";
import { blindIndex } from "@/lib/core/crypto";
import { consentsInForce } from "@/lib/domain/consents/consents-in-force";
import { paths } from "@/lib/paths";
import { type Typed, answerUntil, answersOf, press, type } from "./support/fill-intake";
import { expect, expectAccessible, systemCtx, test } from "./support/test";

let counter = 0;
const newEmail = () => `wanda.probst${(counter += 1)}.${Date.now()}@example.org`;
const registered = (email: string) =>
  database()
    .select()
    .from(patients)
    .where(eq(patients.emailIndex, blindIndex(email)));

async function openPage(browser: Browser, javaScriptEnabled: boolean, locale = "de-DE"): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  return (
    await browser.newContext({ javaScriptEnabled, locale, viewport, baseURL: process.env.E2E_URL! })
  ).newPage();
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test("the whole form, with a mistake on every screen that can have one, keeps what was typed and sends it once", async ({
      browser,
    }) => {
      const page = await openPage(browser, script);
      const email = newEmail();
      const answers = answersOf(email);
      const wrong: Partial<Record<string, Typed>> = {
        person: {
          firstName: "Wanda",
          "birthDate.day": "31",
          "birthDate.month": "2",
          "birthDate.year": "1984",
        },
        contact: { email: "wanda", postalCode: "52062", city: "Berlin" },
        times: { timesKind: "some", travelMode: "foot" },
        consents: { consentIdentity: true },
      };
      await page.goto(paths.intake);
      for (const [step, fields] of Object.entries(answers)) {
        await expect(page).toHaveURL(new RegExp(`${paths.intakeStep(step)}$`));
        const mistakes = wrong[step];
        if (mistakes) {
          await type(page, mistakes);
          await press(page, "next");
          await expect(page.locator("[data-error-summary]")).toBeFocused();
          await expect(page).toHaveURL(new RegExp(`${paths.intakeStep(step)}$`));
        }
        if (step === "person") await expect(page.locator('[name="firstName"]')).toHaveValue("Wanda");
        if (step === "contact") await expect(page.locator('[name="email"]')).toHaveValue("wanda");
        if (step === "contact") await expect(page.locator('[name="placeConfirmed"]')).toBeVisible();
        if (step === "consents") await expect(page.locator('[name="consentIdentity"]')).toBeChecked();
        await type(page, fields);
        await press(page, "next");
      }
      await expect(page).toHaveURL(new RegExp(`${paths.intakeStep("check")}$`));
      for (const words of [
        "Wanda Probst",
        "9. November 1984",
        email,
        "52062 Aachen",
        "Ich grüble viel.",
        "Montag 08:00–12:00",
      ])
        await expect(page.locator("main")).toContainText(words);
      await page.locator("main form button[type=submit]").dblclick();
      await expect(page).toHaveURL(new RegExp(`${paths.intakeDone}$`));

      const [patient, ...more] = await registered(email);
      expect(more).toEqual([]);
      expect(patient).toMatchObject({
        birthDate: "1984-11-09",
        city: "Aachen",
        reimbursementRoute: true,
        openToVideo: true,
        travelMode: "transit",
        travelMaxMinutes: 45,
        availability: { mon: [{ from: "08:00", to: "12:00" }], wed: [{ from: "17:00", to: "21:00" }] },
        locale: "de",
      });
      expect(patient!.health).toMatchObject({ symptoms: ["anxiety"], ptv11: { acute: false, urgent: true } });
      expect((await consentsInForce(systemCtx(), patient!.id)).toSorted()).toEqual([
        "identity",
        "processing",
        "sharing",
      ]);
      const [search] = await database().select().from(searches).where(eq(searches.patientId, patient!.id));
      expect(search!.status).toBe("unverified");
      const queued = await database().select().from(mails).where(eq(mails.patientId, patient!.id));
      expect(queued.map((mail) => mail.template)).toEqual(["confirm_email"]);

      await page.goto(paths.intakeStep("check"));
      await expect(page, "a form that was sent is not shown again").toHaveURL(new RegExp(paths.intakeDone));
      await page.goBack();
      await page.reload();
      expect(await registered(email)).toHaveLength(1);
    });

    test("back keeps what was typed, right or wrong, and a later visit goes on where it stopped", async ({
      browser,
    }) => {
      const page = await openPage(browser, script);
      const answers = answersOf(newEmail());
      await page.goto(paths.intake);
      await answerUntil(page, answers, { until: "contact" });
      await type(page, { email: "half an addr" });
      await press(page, "back");
      await expect(page.locator('[name="firstName"]')).toHaveValue("Wanda");
      await expect(page.locator('[name="gender"][value="female"]')).toBeChecked();
      await press(page, "next");
      await expect(page.locator('[name="email"]')).toHaveValue("half an addr");
      expect(page.url(), "nothing personal in the address").toMatch(/\/intake\/contact$/);

      await page.goto(paths.intake);
      await page.locator("main a").first().click();
      await expect(page).toHaveURL(/\/intake\/contact$/);
      await expect(page.locator('[name="email"]')).toHaveValue("half an addr");
      await page.goto(paths.intake);
      await page.locator("main form button").click();
      await expect(page).toHaveURL(/\/intake\/person$/);
      await expect(page.locator('[name="firstName"]')).toHaveValue("");
    });

    test("a crisis symptom shows help at once, never blocks, and makes a task for today", async ({
      browser,
    }) => {
      const page = await openPage(browser, script);
      const email = newEmail();
      const answers = { ...answersOf(email), situation: { mood: ["suicidal_thoughts"] } };
      await page.goto(paths.intake);
      await answerUntil(page, answers, { until: "situation" });
      const note = page.locator('main [role="status"]').first();
      await expect(note).toBeHidden();
      await type(page, answers.situation);
      await expect(note).toBeVisible();
      await expect(note.locator('a[href^="tel:"]').first()).toBeVisible();
      await press(page, "next");
      await expect(page).toHaveURL(/\/intake\/help$/);
      await expect(page.locator('main a[href="tel:112"]')).toBeVisible();
      await page.locator('[name="phone"]').fill("0241 7654321");
      await page.locator("form#intake-help button[type=submit]").click();
      await answerUntil(page, answers, { from: "treatment" });
      await expect(page.locator("main")).toContainText("0241 7654321");
      await page.locator("main form button[type=submit]").click();
      await expect(page).toHaveURL(/\/intake\/done$/);
      const [patient] = await registered(email);
      expect(patient!.phone).toBe("0241 7654321");
      const [task, ...more] = await database()
        .select()
        .from(tasks)
        .where(and(eq(tasks.kind, "crisis"), eq(tasks.subjectId, patient!.id)));
      expect(more).toEqual([]);
      expect(task!.dueAt.getTime()).toBeLessThanOrEqual(Date.now());
    });
  });
}

test("somebody under 15 is asked for a guardian; a change from the list of answers leads back to it", async ({
  browser,
}) => {
  const page = await openPage(browser, false);
  const answers = answersOf(newEmail());
  await page.goto(paths.intake);
  await answerUntil(page, answers);
  await page.locator('a[href*="/intake/person"]').click();
  await type(page, { "birthDate.year": "2014" });
  await press(page, "next");
  await expect(page).toHaveURL(/\/intake\/guardian\?from=check$/);
  await press(page, "next");
  await expect(page.locator("[data-error-summary]")).toBeVisible();
  await type(page, { guardianName: "Rosa Probst", guardianPhone: "0241 998877" });
  await press(page, "next");
  await expect(page).toHaveURL(/\/intake\/check$/);
  await expect(page.locator("main")).toContainText("Rosa Probst");
});

test("by keyboard alone", async ({ page }) => {
  const answers = answersOf(newEmail());
  await page.goto(paths.intake);
  for (const [step, fields] of Object.entries(answers)) {
    await expect(page).toHaveURL(new RegExp(`${paths.intakeStep(step)}$`));
    for (const [name, value] of Object.entries(fields as Typed)) {
      for (const one of value === true ? ["yes"] : [value].flat()) {
        await tabTo(page, name, one);
        if (!(await isChoice(page))) await page.keyboard.type(one);
        else if (!(await page.evaluate(() => (document.activeElement as HTMLInputElement).checked)))
          await page.keyboard.press("Space");
      }
    }
    await tabTo(page, "go", "next");
    await page.keyboard.press("Enter");
  }
  await expect(page).toHaveURL(new RegExp(`${paths.intakeStep("check")}$`));
  await expect(page.locator("main")).toContainText("Wanda Probst");
});

const isChoice = (page: Page) =>
  page.evaluate(() => /radio|checkbox/.test((document.activeElement as HTMLInputElement).type));

/** Presses Tab, and arrow keys inside radio buttons, until the control with this name and value has the focus. */
async function tabTo(page: Page, name: string, value: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    const at = await page.evaluate(() => {
      const { name, value, type } = document.activeElement as HTMLInputElement;
      return { name, value, type };
    });
    const isText = at.type !== "radio" && at.type !== "checkbox" && at.type !== "submit";
    if (at.name === name && (isText || at.value === value)) return;
    await page.keyboard.press(at.name === name && at.type === "radio" ? "ArrowDown" : "Tab");
  }
  throw new Error(`The keyboard does not reach ${name}=${value}.`);
}

test("each screen, empty and with its mistakes, has no finding of axe and fits 320 px, in both languages", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  for (const locale of ["de-DE", "en-GB"]) {
    const page = await openPage(browser, true, locale);
    await page.setViewportSize({ width: 320, height: 640 });
    const answers = { ...answersOf(newEmail()), situation: { mood: ["suicidal_thoughts"] } };
    await page.goto(paths.intake);
    for (const [step, fields] of Object.entries(answers)) {
      await expect(page).toHaveURL(new RegExp(`${paths.intakeStep(step)}$`));
      await look(page);
      if (["person", "contact", "insurance", "times", "consents"].includes(step)) {
        await press(page, "next");
        await expect(page.locator("[data-error-summary]")).toBeFocused();
        await look(page);
      }
      await type(page, fields);
      if (step === "situation" || step === "times") await look(page);
      await press(page, "next");
      if (step === "situation") {
        await expect(page).toHaveURL(/\/intake\/help$/);
        await look(page);
        await page.locator('main a[href$="/intake/treatment"]').click();
      }
    }
    await expect(page).toHaveURL(/\/intake\/check$/);
    await look(page);
    await page.goto(paths.intake);
    await look(page);
    await page.goto(paths.intakeStep("check"));
    await page.locator("main form button[type=submit]").click();
    await expect(page).toHaveURL(/\/intake\/done$/);
    await look(page);
    await page.context().close();
  }
});

async function look(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${page.url()} stands out sideways`).toBeLessThanOrEqual(0);
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page).toHaveTitle(/Lotse/);
  // What axe looks at is the same in every language.
  if ((await page.locator("html").getAttribute("lang")) === "de") await expectAccessible(page);
}

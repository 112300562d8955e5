import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { inquiryItems, patients, searches } from "@/db/schema";
import { createToken } from "@/lib/core/tokens";
import { consentsInForce } from "@/lib/domain/consents/consents-in-force";
import { setConsents } from "@/lib/domain/consents/set-consents";
import { pauseSearch } from "@/lib/domain/searches/pause-search";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { registerPatient } from "@/lib/domain/patients/register-patient";
import { patientInput } from "@/lib/domain/patients/schemas";
import { paths } from "@/lib/paths";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { postForm } from "./support/post-form";
import { expect, expectAccessible, systemCtx, test } from "./support/test";

async function givenMine() {
  const patient = await givenPatient(systemCtx(), { firstName: "Nele" });
  const link = paths.my(await createToken(systemCtx(), "patient_page", patient.id));
  return { ...patient, link };
}

async function givenRegistration() {
  const input = patientInput.parse({
    firstName: "Ole",
    lastName: "Neumann",
    email: `ole.${Date.now()}.${Math.random()}@example.org`,
    birthDate: "1991-01-01",
    address: { postalCode: "52062", city: "Aachen" },
    payer: "gkv",
    travel: { mode: "car", maxMinutes: 30 },
  });
  const ctx = { ...systemCtx(), actor: { kind: "public" } as const };
  const { patientId } = await registerPatient(ctx, { input, consents: ["processing", "sharing"] });
  return { patientId, link: paths.confirm(await createToken(systemCtx(), "confirm_email", patientId)) };
}

const searchOf = async (patientId: string) =>
  (await database().select().from(searches).where(eq(searches.patientId, patientId)))[0]!;

async function withoutScript(browser: Browser): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: "de-DE",
    viewport,
    baseURL: process.env.E2E_URL!,
  });
  return context.newPage();
}

test.describe("confirming the address", () => {
  test("opening the link 50 times confirms nothing; pressing the button confirms once, with and without JavaScript", async ({
    browser,
    page,
    request,
  }) => {
    for (const visitor of [page, await withoutScript(browser)]) {
      const { patientId, link } = await givenRegistration();
      await Promise.all(
        Array.from({ length: 50 }, (_, index) => request.fetch(link, { method: index % 2 ? "HEAD" : "GET" })),
      );
      expect((await searchOf(patientId)).status).toBe("unverified");
      const response = await visitor.goto(link);
      expect(response!.headers()).toMatchObject({
        "cache-control": "no-store",
        "referrer-policy": "same-origin",
        "x-robots-tag": "noindex, nofollow",
      });
      await visitor.locator("main form button[type=submit]").click();
      await expect(visitor.locator("h1")).toContainText("Ihre Adresse ist bestätigt");
      expect((await searchOf(patientId)).status).toBe("active");
      await visitor.goto(link);
      await expect(visitor.locator("h1")).toContainText("Ihre Adresse ist bestätigt");
    }
    await expectAccessible(page);
  });

  test("a link that is unknown, expired or for something else says so and leads to the form", async ({
    page,
    request,
  }) => {
    const { patientId, link } = await givenRegistration();
    const old = { ...systemCtx(), now: new Date(Date.now() - 8 * 86_400_000) };
    for (const path of [
      paths.confirm("x"),
      paths.confirm(await createToken(old, "confirm_email", patientId)),
      link.replace("confirm", "my"),
    ]) {
      await page.goto(path);
      await expect(page.locator("h1")).toContainText("führt nicht weiter");
      await expect(page.locator(`main a[href="${paths.intake}"]`)).toBeVisible();
    }
    const forged = await postForm(request, link, "form", { token: "z".repeat(43) });
    expect(forged.status()).toBe(200);
    expect((await searchOf(patientId)).status).toBe("unverified");
  });
});

for (const script of [true, false]) {
  test(`the patient's page ${script ? "with" : "without"} JavaScript: pause, go on, change consents, end`, async ({
    browser,
    page: scripted,
  }) => {
    const page = script ? scripted : await withoutScript(browser);
    const mine = await givenMine();
    await page.goto(mine.link);
    await expect(page.locator("h1")).toContainText("Wir suchen für Sie");

    await page.locator('[name="until.day"]').fill("31");
    await page.locator('[name="until.month"]').fill("2");
    await page.locator('[name="until.year"]').fill("2031");
    await page.locator("form#pause button").click();
    await expect(page.locator("[data-error-summary]")).toContainText("Datum");
    await expect(page.locator('[name="until.day"]')).toHaveValue("31");
    await page.locator('[name="until.year"]').fill("2020");
    await page.locator('[name="until.day"]').fill("1");
    await page.locator("form#pause button").click();
    await expect(page.locator("[data-error-summary]")).toContainText("schon vorbei");
    const until = new Date(new Date().getFullYear(), new Date().getMonth() + 6, 1);
    await page.locator('[name="until.year"]').fill(String(until.getFullYear()));
    await page.locator('[name="until.month"]').fill(String(until.getMonth() + 1));
    await page.locator("form#pause button").click();
    await expect(page.locator("h1")).toContainText("Ihre Suche macht Pause");
    await expect(page.locator("main")).toContainText(
      until.toLocaleDateString("de-DE", { day: "numeric", month: "long", year: "numeric" }),
    );
    expect((await searchOf(mine.id)).status).toBe("paused");
    await page.locator("form#resume button").click();
    await expect(page.locator("h1")).toContainText("Wir suchen für Sie");

    await page.locator('main a[href$="/consents"]').click();
    await page.locator('[name="sharing"]').uncheck();
    await page.locator("main form button[type=submit]").click();
    await expect(page.locator('[role="status"]')).toContainText("Gespeichert");
    await expect(page.locator('[name="sharing"]')).not.toBeChecked();
    expect(await consentsInForce(systemCtx(), mine.id)).not.toContain("sharing");
    await page.goto(mine.link);
    await expect(page.locator("h1")).toContainText("Ihre Suche steht still");
    await page.locator('main a[href$="/consents"]').click();
    await page.locator('[name="sharing"]').check();
    await page.locator("main form button[type=submit]").click();
    await expect(page.locator('[role="status"]')).toContainText("Gespeichert");
    expect((await searchOf(mine.id)).status).toBe("active");

    await page.goto(mine.link);
    await page.locator('main a[href$="/end"]').click();
    await expect(page.locator("h1")).toContainText("Suche beenden");
    expect((await searchOf(mine.id)).status, "the question alone ends nothing").toBe("active");
    await page.locator('[value="found_elsewhere"]').check();
    await page.locator("main form button[type=submit]").click();
    await expect(page.locator("h1")).toContainText("Ihre Suche ist beendet");
    expect((await searchOf(mine.id)).status).toBe("cancelled");
    await expect(page.locator(`main a[href="${paths.intake}"]`)).toBeVisible();
  });
}

test("a pause of one's own does not hide that a consent is missing, and both come to an end", async ({
  page,
}) => {
  const mine = await givenMine();
  const asPatient = { ...systemCtx(), actor: { kind: "patient", patientId: mine.id } } as const;
  await pauseSearch(asPatient, mine.searchId, { until: null, reason: "" });
  await setConsents(asPatient, mine.id, ["processing"]);
  await page.goto(mine.link);
  await expect(page.locator("h1")).toContainText("Ihre Suche steht still");
  await setConsents(asPatient, mine.id, ["processing", "sharing"]);
  await page.goto(mine.link);
  await expect(page.locator("h1")).toContainText("Ihre Suche macht Pause");
  await page.locator("form#resume button").click();
  await expect(page.locator("h1")).toContainText("Wir suchen für Sie");
});

test("no practice is named before one accepted; then its name, telephone, hours and sign are", async ({
  page,
}) => {
  const mine = await givenMine();
  const asked = [];
  for (const lastName of ["Leuchter", "Molenkopf"]) {
    const phoneHours = { thu: [{ from: "12:00", to: "12:50" }] };
    const therapist = await givenTherapist(systemCtx(), {
      lastName,
      email: `${lastName}.${Date.now()}@kai.example`,
      phoneHours,
    });
    asked.push(await givenSentInquiry(systemCtx(), therapist, [mine.searchId]));
  }
  await page.goto(mine.link);
  await expect(page.locator("main")).toContainText("Wir haben 2 Praxen angefragt. 2 Antworten sind offen.");
  await expect(page.locator("body")).not.toContainText(/Leuchter|Molenkopf|kai\.example/);
  const { inquiryId, items } = asked[1]!;
  const actor = { kind: "therapist", inquiryId } as const;
  await respondToInquiry({ ...systemCtx(), actor }, inquiryId, [
    { itemId: items[0]!.id, outcome: "accepted" },
  ]);
  await page.goto(mine.link);
  await expect(page.locator("h1")).toContainText("Eine Praxis hat einen Platz");
  for (const words of ["Molenkopf", "0241 99999901", "Donnerstag 12:00 bis 12:50 Uhr"])
    await expect(page.locator("main")).toContainText(words);
  await expect(page.locator("body")).not.toContainText("Leuchter");
  await expectAccessible(page);
});

test("a token opens only its own page, and looking changes nothing", async ({ request }) => {
  const [mine, other] = [await givenMine(), await givenMine()];
  const forged = await postForm(request, mine.link, "pause", {
    token: other.link.split("/").at(-1)!,
    "until.day": "",
  });
  expect(forged.status(), "who has the other link may act for the other").toBe(303);
  expect((await searchOf(mine.id)).status).toBe("active");
  expect((await searchOf(other.id)).status).toBe("paused");
  const nobody = await postForm(request, mine.link, "pause", { token: "q".repeat(43), "until.day": "" });
  expect(nobody.status()).toBe(200);
  expect(await nobody.text()).toContain("gibt es nicht");
  const before = await database().select().from(searches).where(eq(searches.patientId, mine.id));
  for (const path of ["", "/end", "/consents"])
    for (let index = 0; index < 20; index++)
      await request.fetch(mine.link + path, { method: index % 2 ? "HEAD" : "GET" });
  expect(await database().select().from(searches).where(eq(searches.patientId, mine.id))).toEqual(before);
  expect(await database().$count(inquiryItems, eq(inquiryItems.searchId, mine.searchId))).toBe(0);
  expect(await database().$count(patients, eq(patients.id, mine.id))).toBe(1);
});

for (const [what, form, path, fields, says] of [
  [
    "NUL bytes as a day",
    "pause",
    "",
    { "until.day": "\u0000", "until.month": "1", "until.year": "2030" },
    /Datum/,
  ],
  [
    "a megabyte as a year",
    "pause",
    "",
    { "until.day": "1", "until.month": "1", "until.year": "9".repeat(1_000_000) },
    /Datum/,
  ],
  [
    "lists instead of texts",
    "pause",
    "",
    { "until.day": ["40", "1"], "until.month": ["1"], "until.year": ["2030", ""] },
    /Datum/,
  ],
  ["a token that is missing", "form", "/end", { token: "" }, /gibt es nicht/],
] as const) {
  test(`${what}: a sentence, no 5xx, nothing changed`, async ({ request }) => {
    const mine = await givenMine();
    const response = await postForm(request, mine.link + path, form, fields);
    expect(response.status()).toBe(200);
    expect(await response.text()).toMatch(says);
    expect((await searchOf(mine.id)).status).toBe("active");
  });
}

test("every state fits 320 px and has no finding of axe, in both languages", async ({ browser }) => {
  const mine = await givenMine();
  for (const locale of ["de-DE", "en-GB"]) {
    const page = await (
      await browser.newContext({
        locale,
        viewport: { width: 320, height: 640 },
        baseURL: process.env.E2E_URL!,
      })
    ).newPage();
    for (const path of ["", "/end", "/consents"]) {
      await page.goto(mine.link + path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
    await page.goto(paths.my("nowhere"));
    await expectAccessible(page);
    await page.context().close();
  }
});

import { database } from "@/db/client";
import { intakeDrafts, patients } from "@/db/schema";
import { paths } from "@/lib/paths";
import { press, type } from "./support/fill-intake";
import { postForm } from "./support/post-form";
import { expect, test } from "./support/test";

const megabyte = "x".repeat(1_000_000);
const bad: { step: string; fields: Record<string, string | string[]>; says: RegExp; keeps?: string }[] = [
  {
    step: "person",
    fields: { firstName: "Wan\u0000da", lastName: "P" },
    says: /Zeichen, die wir nicht speichern/,
    keeps: "P",
  },
  {
    step: "person",
    fields: { firstName: megabyte, lastName: "Probst" },
    says: /höchstens 80 Zeichen/,
    keeps: megabyte,
  },
  {
    step: "person",
    fields: { firstName: ["Wanda", "Ronja"], gender: "dragon" },
    says: /Bitte wählen Sie/,
    keeps: "Wanda",
  },
  {
    step: "contact",
    fields: { email: "wanda@", postalCode: "ABCDE" },
    says: /Postleitzahl mit fünf Ziffern/,
    keeps: "wanda@",
  },
  {
    step: "insurance",
    fields: { payer: "__proto__", insurer: "Musterkasse" },
    says: /wer die Behandlung bezahlt/,
    keeps: "Musterkasse",
  },
  {
    step: "situation",
    fields: { mood: "happiness", symptomsText: "Worte" },
    says: /Bitte wählen Sie/,
    keeps: "Worte",
  },
  {
    step: "situation",
    fields: { symptomsText: megabyte },
    says: /höchstens 4\.000 Zeichen/,
    keeps: megabyte,
  },
  {
    step: "treatment",
    fields: { consultation: ["yes", "no"], previousTherapyEndedOn: "gestern" },
    says: /Monat und Jahr/,
    keeps: "gestern",
  },
  {
    step: "wishes",
    fields: { languagesKind: "other", languages: Array(500).fill("xx") },
    says: /Bitte wählen Sie/,
  },
  {
    step: "times",
    fields: { timesKind: "some", times: "someday", travelMode: "broom" },
    says: /wie Sie zur Praxis kommen/,
  },
  { step: "consents", fields: { consentProcessing: "maybe" }, says: /können wir nicht für Sie suchen/ },
];

for (const [index, { step, fields, says, keeps }] of bad.entries()) {
  test(`bad input ${index} to ${step}: a sentence, the typed text, no 5xx, nothing stored`, async ({
    request,
  }) => {
    // Others register meanwhile: what stores nothing leaves the count as it was in one of several tries.
    await expect(async () => {
      const before = await database().$count(patients);
      const response = await postForm(request, paths.intakeStep(step), `intake-${step}`, {
        go: "next",
        ...fields,
      });
      expect(response.status()).toBe(200);
      const text = await response.text();
      expect(text).toMatch(says);
      if (keeps) expect(text).toContain(keeps);
      expect(await database().$count(patients)).toBe(before);
    }).toPass({ timeout: 20_000 });
  });
}

test("a made-up step, a forged cookie and a form without its fields end in the form, not in an error", async ({
  request,
}) => {
  const tries: Record<string, string>[] = [
    { step: "admin" },
    { step: "person", go: "back", from: "http://elsewhere.example" },
    {},
  ];
  for (const fields of tries) {
    const response = await postForm(request, paths.intakeStep("person"), "intake-person", fields);
    expect([200, 303]).toContain(response.status());
    expect(response.headers().location ?? "/intake").toMatch(/^\/(intake|$)/);
  }
  for (const cookie of ["x", "a".repeat(43), "%00", "a".repeat(5000)]) {
    const response = await request.get(paths.intakeStep("contact"), {
      headers: { Cookie: `intake=${cookie}` },
    });
    expect(response.status()).toBe(200);
  }
});

test("English typed in English gets English sentences and an English patient", async ({ request }) => {
  const response = await postForm(request, paths.intakeStep("person"), "intake-person", { go: "next" }, "en");
  expect(await response.text()).toContain("Please enter your first name.");
});

test("the draft cookie is closed to scripts and other sites, and the draft unreadable", async ({ page }) => {
  await page.goto(paths.intake);
  await type(page, { firstName: "Geheimnis" });
  await press(page, "next");
  await expect(page.locator("[data-error-summary]")).toBeVisible();
  const cookie = (await page.context().cookies()).find(({ name }) => name === "intake");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/intake" });
  const rows = await database().select({ hash: intakeDrafts.tokenHash }).from(intakeDrafts);
  expect(rows.map((row) => row.hash)).not.toContain(cookie!.value);
});

import { createToken } from "@/lib/core/tokens";
import { paths } from "@/lib/paths";
import { givenPatient } from "@/tests/support/factories";
import { expect, expectAccessible, signIn, systemCtx, test } from "./support/test";

test("a patient adds a practice and loads the evidence, without JavaScript", async ({ browser }) => {
  const patient = await givenPatient(systemCtx());
  const token = await createToken(systemCtx(), "patient_page", patient.id);
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(paths.my(token));
  await page.getByRole("link", { name: "Nachweis für die Krankenkasse" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nachweis für die Krankenkasse");
  await page.getByRole("button", { name: "Eintragen" }).click();
  await expect(page.locator("[data-error-summary]").first()).toBeVisible();
  await page.getByLabel("Name der Praxis oder der Person").fill("Praxis Sanddorn");
  await page.getByLabel("Tag").first().fill("3");
  await page.getByLabel("Monat").first().fill("2");
  await page.getByLabel("Jahr").first().fill("2026");
  await page.getByLabel("Wie haben Sie gefragt?").selectOption({ label: "Telefon" });
  await page.getByLabel("Was kam dabei heraus?").selectOption({ label: "Nur Warteliste" });
  await page.getByRole("button", { name: "Eintragen" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Praxis Sanddorn" })).toContainText("nur Warteliste");
  for (const [file, type] of [
    ["pdf", "application/pdf"],
    ["csv", "text/csv"],
  ] as const) {
    const answer = await page.request.get(`${paths.my(token)}/dossier/${file}`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toContain(type);
    expect(answer.headers()["cache-control"]).toContain("no-store");
    expect(answer.headers()["content-disposition"]).toMatch(/^attachment/);
    if (file === "pdf") expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
    else expect(await answer.text()).toContain("Praxis Sanddorn");
  }
  expect((await page.request.get(`${paths.my(token)}/dossier/exe`)).status()).toBe(404);
  expect((await page.request.get(`${paths.my("x".repeat(43))}/dossier/pdf`)).status()).toBe(404);
  await context.close();
});

test("evidence has no finding of axe at the desk and for patients, in both languages, and fits 320 px", async ({
  browser,
}) => {
  const patient = await givenPatient(systemCtx());
  const token = await createToken(systemCtx(), "patient_page", patient.id);
  for (const [locale, title] of [
    ["de-DE", "Nachweis für die Krankenkasse"],
    ["en-GB", "Evidence for the health insurer"],
  ] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(`${paths.my(token)}/dossier`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expectAccessible(page);
    await signIn(page, "coordinator");
    await page.goto(paths.admin.patientDossier(patient.id));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of [`${paths.my(token)}/dossier`, paths.admin.patientDossier(patient.id)]) {
      await page.goto(path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
    await context.close();
  }
  const viewer = await browser.newContext();
  const page = await viewer.newPage();
  await signIn(page, "viewer");
  for (const path of ["", "/pdf", "/csv"])
    expect((await page.request.get(`${paths.admin.patientDossier(patient.id)}${path}`)).status(), path).toBe(
      403,
    );
  await viewer.close();
});

import { paths } from "@/lib/paths";
import { givenPatient } from "@/tests/support/factories";
import { firstOf, signedIn } from "./support/desk";
import { expect, systemCtx, test } from "./support/test";

for (const javaScriptEnabled of [true, false]) {
  test(`a patient is entered, mended, paused, resumed and deleted ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { context, page } = await signedIn(browser, "coordinator", javaScriptEnabled);
    await page.goto(paths.admin.patientNew);
    await page.getByLabel("Vorname").fill("Fenja");
    await page.getByLabel("Postleitzahl").fill("5206");
    await page.getByLabel("Montag").fill("vormittags");
    await page.getByLabel("Verarbeitung der Angaben").check();
    await page.getByLabel("Weitergabe des Profils ohne Namen").check();
    await page.getByRole("button", { name: "Aufnehmen" }).click();
    const summary = page.locator("[data-error-summary]");
    await expect(summary.getByRole("link")).toHaveCount(3);
    await expect(page.getByLabel("Vorname")).toHaveValue("Fenja");
    await expect(page.getByLabel("Montag")).toHaveValue("vormittags");
    await expect(page.getByLabel("Verarbeitung der Angaben")).toBeChecked();
    await page.getByLabel("Nachname").fill("Deichgraf");
    await page.getByLabel("Postleitzahl").fill("52062");
    await page.getByLabel("Montag").fill("9-12, 14:30 bis 16 Uhr");
    await page.getByRole("button", { name: "Aufnehmen" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Fenja Deichgraf");
    await expect(page.getByRole("status").filter({ hasText: "Die Akte ist angelegt." })).toBeVisible();
    await expect(page.locator("main")).toContainText("09:00–12:00, 14:30–16:00");

    await page.getByRole("link", { name: "Akte ändern" }).click();
    const [city, save] = [
      page.locator('[name="address.city"]'),
      page.getByRole("button", { name: "Änderungen speichern" }),
    ];
    for (const [town, postalCode, sentence] of [
      ["Berlin", "52062", "Zur Postleitzahl 52062 kennen wir: Aachen."],
      ["Köln", "52062", "Zur Postleitzahl 52062 kennen wir: Aachen."],
      ["Köln", "00000", "Die Postleitzahl 00000 kennen wir nicht."],
    ] as const) {
      await city.fill(town);
      await page.getByLabel("Postleitzahl").fill(postalCode);
      // Two answers in a row say the same: the sentence alone does not show that the second has come.
      const answer = page.waitForResponse((response) => response.request().method() === "POST");
      await save.click();
      await answer;
      await expect(summary).toContainText(sentence);
      await expect(city).toHaveValue(town);
    }
    await page.getByLabel("Postleitzahl").fill("52062");
    await save.click();
    await expect(summary).toContainText("Aachen");
    await save.click();
    await expect(page.locator("main")).toContainText("52062 Köln");
    await page.getByRole("link", { name: "Akte ändern" }).click();
    await page.getByLabel("Vorname").fill("Fenja");
    await save.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Fenja Deichgraf");
    await page.getByRole("link", { name: "Akte ändern" }).click();
    await city.fill("Aachen");
    await save.click();
    await expect(page.locator("main")).toContainText("52062 Aachen");

    await page.locator("summary", { hasText: "Suche pausieren" }).click();
    await page.getByRole("textbox", { name: /^Grund/ }).fill("Urlaub");
    await page.getByRole("button", { name: "Suche pausieren" }).click();
    await expect(page.locator("main")).toContainText("Urlaub");
    await page.getByRole("button", { name: "Suche fortsetzen" }).click();
    await expect(page.getByText("Die Suche läuft wieder, mit der alten Wartezeit.")).toBeVisible();

    await page.locator("summary", { hasText: "Akte löschen" }).click();
    const word = /: (\w{6})/.exec(
      (await page.getByText(/Schreiben Sie zur Bestätigung/).textContent()) ?? "",
    )![1]!;
    await page.getByLabel(/Schreiben Sie zur Bestätigung/).fill("falsch");
    await page.getByRole("button", { name: "Akte für immer löschen" }).click();
    await expect(page.getByText("Bitte schreiben Sie genau das angezeigte Wort.").first()).toBeVisible();
    await page.getByLabel(/Schreiben Sie zur Bestätigung/).fill(word);
    await page.getByRole("button", { name: "Akte für immer löschen" }).click();
    await expect(page).toHaveURL(/\/admin\/patients\?done=deleted/);
    await context.close();
  });
}

test("what is typed while an answer is on its way stays, and what the answer says is shown", async ({
  browser,
}) => {
  const { context, page } = await signedIn(browser, "coordinator");
  await page.goto(paths.admin.patientNew);
  const [arrived, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route("**/*", async (route) => {
    if (route.request().method() === "POST") {
      arrived.resolve();
      await release.promise;
    }
    await route.continue();
  });
  await page.getByLabel("Vorname").fill("Fenja");
  await page.getByLabel("Postleitzahl").fill("5206");
  await page.getByRole("button", { name: "Aufnehmen" }).click();
  await arrived.promise;
  await page.getByLabel("Nachname").fill("Deichgraf");
  await page.getByLabel("Wer bezahlt?").selectOption({ index: 1 });
  const payer = await page.getByLabel("Wer bezahlt?").inputValue();
  release.resolve();
  await expect(page.locator("[data-error-summary]")).toBeVisible();
  await expect(page.getByLabel("Vorname")).toHaveValue("Fenja");
  await expect(page.getByLabel("Nachname")).toHaveValue("Deichgraf");
  await expect(page.getByLabel("Wer bezahlt?")).toHaveValue(payer);
  await context.close();
});

test("a therapist is blocked with a reason, and the block is lifted", async ({ browser }) => {
  const { context, page } = await signedIn(browser, "coordinator");
  await page.goto(await firstOf(page, `${paths.admin.therapists}?status=active&sort=name&direction=desc`));
  await page.locator("summary", { hasText: "Sperren" }).click();
  await page.getByRole("button", { name: "Sperren" }).click();
  await expect(page.locator("[data-error-summary]")).toContainText("Bitte füllen Sie dieses Feld aus.");
  await page.getByLabel("Grund der Sperre").fill("Praxis geschlossen");
  await page.getByRole("button", { name: "Sperren" }).click();
  await expect(page.locator("main")).toContainText("Praxis geschlossen");
  await page.getByRole("button", { name: "Sperre aufheben" }).click();
  await expect(page.getByText("Die Sperre ist aufgehoben.")).toBeVisible();
  await context.close();
});

test("an upload that is no capture is refused in words, a right one is read with its progress", async ({
  browser,
}) => {
  const { context, page } = await signedIn(browser, "coordinator");
  await page.goto(paths.admin.imports);
  const upload = async (name: string, text: string) => {
    await page
      .getByLabel("Aufzeichnung der Arztsuche")
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "Einlesen" }).click();
  };
  await page.getByRole("button", { name: "Einlesen" }).click();
  await expect(page.getByText("Bitte wählen Sie eine Datei aus.")).toBeVisible();
  await upload("liste.json", "kein json");
  await expect(page.getByText("Diese Datei ist kein JSON.")).toBeVisible();
  const person = {
    id: "E2E-1",
    anrede: "Frau",
    vorname: "Wilma",
    name: "Leuchtbake",
    plz: "52349",
    ort: "Düren",
  };
  await upload(
    "klein.json",
    JSON.stringify({ arztPraxisDatas: [person, { plz: "52349" }], moreResults: false }),
  );
  await expect(page).toHaveURL(/\/admin\/imports\/[0-9a-f-]{36}/);
  await expect(page.getByText("Fertig")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("link", { name: /Leuchtbake/ })).toBeVisible();
  await page.getByRole("button", { name: "Alle neuen freigeben" }).click();
  await expect(page.getByText("Die neuen Einträge sind freigegeben.")).toBeVisible();
  await context.close();
});

test("a phone answer is entered, and one that comes too late is told", async ({ browser }) => {
  const { context, page } = await signedIn(browser, "coordinator");
  await page.goto(await firstOf(page, `${paths.admin.inquiries}?status=sent&sort=created&direction=asc`));
  const answer = page.locator("fieldset", { has: page.getByLabel("Antwort") }).first();
  const late = await context.newPage();
  await late.goto(page.url());
  await answer.getByLabel("Antwort").selectOption({ label: "Zugesagt" });
  await page.getByRole("button", { name: "Antworten eintragen" }).click();
  await expect(page.getByText("Die Antworten sind eingetragen.")).toBeVisible();
  await late.locator("fieldset select").first().selectOption({ label: "Kein Platz frei" });
  await late.getByRole("button", { name: "Antworten eintragen" }).click();
  await expect(late.locator("[data-error-summary]")).toContainText("Hier steht schon eine Antwort.");
  await context.close();
});

test("the desk is read and used with the keyboard alone", async ({ browser }) => {
  const { context, page } = await signedIn(browser, "coordinator");
  await givenPatient(systemCtx(), { lastName: "Tastenfeld" });
  await page.goto(`${paths.admin.patients}?query=Tastenfeld`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Zum Inhalt springen" })).toBeFocused();
  await page.keyboard.press("Enter");
  const rows = page.locator("a.data-table-open");
  for (let i = 0; i < 30 && !(await rows.first().evaluate((row) => row === document.activeElement)); i++)
    await page.keyboard.press("Tab");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/patients\/[0-9a-f-]{36}/);
  const summary = page.locator("summary", { hasText: "Suche pausieren" });
  for (let i = 0; i < 60 && !(await summary.evaluate((it) => it === document.activeElement)); i++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: /^Grund/ })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`${paths.admin.patients}\\?query=Tastenfeld(#content)?$`));
  await context.close();
});

import type { Browser, Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { givenPatient } from "@/tests/support/factories";
import { expect, signIn, systemCtx, test } from "./support/test";

const listPages = [
  paths.admin.today,
  paths.admin.patients,
  paths.admin.therapists,
  paths.admin.inquiries,
  paths.admin.inbox,
  paths.admin.mail,
  paths.admin.imports,
  paths.admin.workflows,
  paths.admin.account,
];
const formPages = [paths.admin.patientNew, paths.admin.therapistNew];
const someId = "01a20806-715d-7752-afa0-a748f806c096";

/** The address of the first entry of a list. */
async function firstOf(page: Page, list: string): Promise<string> {
  await page.goto(list);
  return (await page.locator("a.data-table-open").first().getAttribute("href"))!;
}

async function signedIn(
  browser: Browser,
  role: "admin" | "coordinator" | "viewer",
  javaScriptEnabled = true,
) {
  const context = await browser.newContext({ javaScriptEnabled, locale: "de-DE" });
  const page = await context.newPage();
  await signIn(page, role);
  return { context, page };
}

test.describe("signing in", () => {
  test("works without JavaScript, keeps the address, and leads to the page that was asked for", async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "de-DE" });
    const page = await context.newPage();
    await page.goto(`${paths.admin.patients}?status=searching&sort=name`);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await page.getByLabel("E-Mail-Adresse").fill("koordination@lotse.example");
    await page.getByLabel("Passwort").fill("ganz falsches Passwort");
    await page.getByRole("button", { name: "Anmelden" }).click();
    await expect(page.getByRole("alert")).toContainText("E-Mail-Adresse oder Passwort stimmt nicht");
    await expect(page.getByLabel("E-Mail-Adresse")).toHaveValue("koordination@lotse.example");
    await expect(page.getByLabel("Passwort")).toHaveValue("");
    await page.getByLabel("Passwort").fill(process.env.E2E_PASSWORD!);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await expect(page).toHaveURL(/\/admin\/patients\?.*status=searching/);
    await context.close();
  });

  test("never leads to another site", async ({ page }) => {
    await page.goto(`${paths.admin.signIn}?next=https://evil.example/admin`);
    await page.getByLabel("E-Mail-Adresse").fill("koordination@lotse.example");
    await page.getByLabel("Passwort").fill(process.env.E2E_PASSWORD!);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await expect(page).toHaveURL(new RegExp(`^[^?]*${paths.admin.today}$`));
  });

  test("ends in the database: a copied cookie opens nothing after signing out", async ({ browser }) => {
    const { context, page } = await signedIn(browser, "coordinator");
    const cookies = await context.cookies();
    await page.locator("summary", { hasText: "Kim Wattenberg" }).click();
    await page.getByRole("button", { name: "Abmelden" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await context.addCookies(cookies);
    await page.goto(paths.admin.patients);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await context.close();
  });
});

test.describe("who may see what", () => {
  test("nobody who is not signed in sees any page of the desk", async ({ request }) => {
    const details = [
      paths.admin.patient,
      paths.admin.therapist,
      paths.admin.inquiry,
      paths.admin.mailItem,
      paths.admin.inboxMail,
    ];
    const more = [
      paths.admin.import,
      paths.admin.workflowRun,
      paths.admin.patientEdit,
      paths.admin.teamMember,
    ];
    const rest = [
      paths.admin.team,
      paths.admin.settings,
      paths.admin.audit,
      paths.admin.matches,
      "/admin/anything",
    ];
    const all = [...listPages, ...formPages, ...rest, ...[...details, ...more].map((path) => path(someId))];
    for (const path of all) {
      const response = await request.get(path, { maxRedirects: 0 });
      expect(response.status(), path).toBe(307);
      expect(response.headers().location, path).toContain(paths.admin.signIn);
      expect(await response.text(), path).not.toMatch(/Beispiel\d|@example/);
    }
  });

  test("somebody who only reads sees no names, no writing, and 403 where they may not go", async ({
    browser,
  }) => {
    const { context, page } = await signedIn(browser, "viewer");
    const patient = await firstOf(page, paths.admin.patients);
    await expect(page.locator("main")).not.toContainText("Erna");
    await page.goto(patient);
    await expect(page.getByText("Sie sehen diese Akte ohne Namen und Kontaktdaten.")).toBeVisible();
    await expect(page.locator("main")).not.toContainText(/Erna|@example|Probeweg/);
    await expect(page.locator("main form")).toHaveCount(0);
    for (const path of [
      ...formPages,
      `${patient}/edit`,
      paths.admin.inbox,
      paths.admin.mail,
      paths.admin.team,
      paths.admin.audit,
    ]) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(403);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dafür fehlt Ihnen die Berechtigung");
    }
    await context.close();
  });

  test("a form that was opened with the right to write does nothing once sent without it", async ({
    browser,
  }) => {
    const writer = await signedIn(browser, "coordinator");
    const reader = await signedIn(browser, "viewer");
    const therapist = await firstOf(writer.page, `${paths.admin.therapists}?status=active`);
    await writer.page.goto(therapist);
    await writer.page.locator("summary", { hasText: "Sperren" }).click();
    await writer.page.getByLabel("Grund der Sperre").fill("Darf nicht geschehen");
    await writer.context.addCookies(await reader.context.cookies());
    const answered = writer.page.waitForResponse((response) => response.request().method() === "POST");
    await writer.page.getByRole("button", { name: "Sperren" }).click();
    expect((await answered).status()).toBe(403);
    await reader.page.goto(therapist);
    await expect(reader.page.getByText("Anfragen sind möglich.")).toBeVisible();
    await writer.context.close();
    await reader.context.close();
  });

  test("an unknown or impossible id is a page that does not exist", async ({ browser }) => {
    const { context, page } = await signedIn(browser, "coordinator");
    for (const path of [
      paths.admin.patient(someId),
      paths.admin.therapist("x"),
      paths.admin.mailItem("' or 1=1"),
    ]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Diesen Eintrag gibt es nicht");
    }
    await context.close();
  });
});

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

import { paths } from "@/lib/paths";
import { firstOf, signedIn } from "./support/desk";
import { expect, test } from "./support/test";

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

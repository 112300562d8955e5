import { randomUUID } from "node:crypto";
import { paths } from "@/lib/paths";
import { expect, signIn, test } from "./support/test";

test("a key for a program is shown once and works until it is revoked", async ({ page, request }) => {
  await signIn(page, "admin");
  const mark = randomUUID().slice(0, 8);
  await page.goto(paths.admin.teamTokenNew);
  await page.locator('[name="name"]').fill(`Anbindung ${mark}`);
  await page.locator('[name="scopes"][value="therapists.read"]').check();
  await page.locator("#token button[type=submit]").click();
  const secret = (await page.locator("#token code").textContent())!;
  const headers = { authorization: `Bearer ${secret}` };
  expect((await request.get(paths.api.therapists, { headers })).status()).toBe(200);
  expect((await request.get(paths.api.patients, { headers })).status()).toBe(403);
  await page.goto(paths.admin.team);
  expect(await page.content()).not.toContain(secret);
  await page.getByRole("button", { name: `Anbindung ${mark}` }).click();
  await expect(page.getByText("Der Schlüssel gilt nicht mehr.")).toBeVisible();
  expect((await request.get(paths.api.therapists, { headers })).status()).toBe(401);
});

test("an account that was added can sign in, and the last administrator stays one", async ({
  page,
  browser,
}) => {
  const email = `lesen-${randomUUID().slice(0, 8)}@lotse.example`;
  await signIn(page, "admin");
  await page.goto(paths.admin.teamNew);
  await page.locator('[name="name"]').fill("Imke Strandläufer");
  await page.locator('[name="email"]').fill(email);
  await page.locator('[name="role"][value="viewer"]').check();
  await page.locator('[name="password"]').fill(process.env.E2E_PASSWORD!);
  await page.locator("#add button[type=submit]").click();
  await expect(page.getByText("Das Konto ist angelegt.")).toBeVisible();

  const other = await (await browser.newContext({ baseURL: process.env.E2E_URL })).newPage();
  await other.goto(paths.admin.signIn);
  await other.locator('input[name="email"]').fill(email);
  await other.locator('input[name="password"]').fill(process.env.E2E_PASSWORD!);
  await other.locator('form:has(input[name="password"]) button[type="submit"]').click();
  await expect(other).toHaveURL(/\/admin/);
  await other.context().close();

  await page.getByRole("link", { name: "Ada Lindgrund" }).click();
  await page.locator('#member [name="role"][value="viewer"]').check();
  await page.locator("#member button[type=submit]").click();
  await expect(page.getByText("Jemand muss das Team verwalten können.")).toBeVisible();
});

test("the seals of the audit log can be checked, and settings say what they refuse", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto(paths.admin.audit);
  await page.locator("#verify button").click();
  await expect(page.getByRole("status").filter({ hasText: "geprüft" })).toBeVisible();
  await page.goto(paths.admin.settingsComposition);
  await page.locator('[name="maxItems"]').fill("9");
  await page.locator('main form button[value="save"]').click();
  await expect(page.getByText("Bitte geben Sie höchstens 6 ein.").first()).toBeVisible();
  await expect(page.locator('[name="maxItems"]')).toHaveValue("9");
});

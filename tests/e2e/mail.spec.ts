import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { staff } from "@/db/schema";
import { createToken } from "@/lib/core/tokens";
import { consentsInForce } from "@/lib/domain/consents/consents-in-force";
import { setConsents } from "@/lib/domain/consents/set-consents";
import { getSettings, updateSettings } from "@/lib/domain/settings/settings";
import { createStaff } from "@/lib/domain/staff/create-staff";
import { paths } from "@/lib/paths";
import { freePort } from "@/scripts/free-port";
import { startService } from "@/scripts/start/service";
import { webService } from "@/scripts/start/services";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { startMailServer } from "@/tests/support/mail-server";
import { people } from "./support/fill-database";
import { expect, expectAccessible, signIn, systemCtx, test } from "./support/test";

/** A second web server on the same database that has a mail server; the first one keeps mails, as other tests need it. */
async function startWithMailServer() {
  const mailServer = await startMailServer();
  const port = await freePort();
  const localUrl = `http://127.0.0.1:${port}`;
  const logs = mkdtempSync(join(tmpdir(), "lotse-e2e-mail-"));
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    APP_URL: localUrl,
    NEXTAUTH_URL: localUrl,
    SMTP_URL: mailServer.url,
    MAIL_FROM: "Vermittlung Musterstadt <post@localhost.invalid>",
  };
  const web = await startService(webService({ dev: false, host: "127.0.0.1", port, localUrl, env, logs }));
  const stop = async () => {
    await web.stop();
    await mailServer.stop();
    rmSync(logs, { recursive: true, force: true });
  };
  return { localUrl, received: mailServer.received, stop };
}

test("an admin looks at a mail, sends it to themselves, sees whether mail gets through, and sets when it leaves", async ({
  browser,
}) => {
  const { localUrl, received, stop } = await startWithMailServer();
  const context = await browser.newContext({ baseURL: localUrl, locale: "de-DE" });
  const page = await context.newPage();
  await signIn(page, "admin");

  await page.goto(paths.admin.mailTemplates);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Anfrage an eine Praxis", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anfrage an eine Praxis");
  const letter = page.frameLocator("iframe");
  await expect(letter.getByText("Sehr geehrte Frau Dr. Muster,")).toBeVisible();
  await page.getByRole("link", { name: "Englisch" }).click();
  await expect(letter.getByText("Dear Ms Dr. Muster,")).toBeVisible();
  await page.getByText("Als reiner Text").click();
  await expect(page.locator("pre")).toContainText("You can object here: https://lotse.example/respond/");
  await expectAccessible(page);
  await page.getByRole("button", { name: "An mich selbst senden" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Gesendet an ${people.admin.email}.`)).toBeVisible();
  expect(received.map(({ to }) => to)).toEqual([people.admin.email]);

  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(paths.admin.mailHealth);
  for (const record of ["SPF", "DKIM", "DMARC"])
    await expect(page.getByRole("listitem").filter({ hasText: record }).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);

  const { mailFromHour, mailToHour, dailyMailsPerDomain } = await getSettings(systemCtx());
  await page.goto(paths.admin.settings);
  await page.getByLabel("Mails frühestens ab").fill("17");
  await page.getByLabel("Mails spätestens bis").fill("9");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.locator("[data-error-summary]")).toContainText("Das Ende muss nach dem Anfang liegen.");
  await page.getByLabel("Mails frühestens ab").fill("9");
  await page.getByLabel("Mails spätestens bis").fill("17");
  await page.getByLabel("Höchstens so viele Mails am Tag").fill("50");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Gespeichert.")).toBeVisible();
  const stored = { mailFromHour: 9, mailToHour: 17, dailyMailsPerDomain: 50 };
  expect(await getSettings(systemCtx())).toMatchObject(stored);
  await updateSettings(systemCtx(), { mailFromHour, mailToHour, dailyMailsPerDomain });
  await context.close();
  await stop();
});

test("mails to somebody of the team come in the language that they chose at their account", async ({
  page,
}) => {
  const email = `mail-${randomUUID()}@lotse.example`;
  const password = process.env.E2E_PASSWORD!;
  const person = { name: "Momme Kajen", email, role: "coordinator" as const, password };
  const { id } = await createStaff(systemCtx(), person);
  await signIn(page, { email });
  await page.goto(paths.admin.account);
  await page.locator("main").getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My account");
  const [member] = await systemCtx().db.select().from(staff).where(eq(staff.id, id));
  expect(member!.locale).toBe("en");
});

test("one click in a mail program, or the button without JavaScript, stops the weekly mail; looking stops nothing", async ({
  browser,
  page,
  request,
}) => {
  const given = async () => {
    const { id } = await givenPatient(systemCtx());
    await setConsents(systemCtx(), id, ["processing", "sharing", "status_mails"]);
    return { id, secret: await createToken(systemCtx(), "stop_status_mails", id) };
  };
  const gets = async ({ id }: { id: string }) =>
    (await consentsInForce(systemCtx(), id)).includes("status_mails");
  const [oneClick, byButton] = [await given(), await given()];
  const nobodys = "x".repeat(43);

  for (const path of [paths.stopMails(nobodys), paths.unsubscribe(byButton.secret)]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: "de-DE",
    viewport: { width: 320, height: 640 },
    baseURL: process.env.E2E_URL!,
  });
  const plain = await context.newPage();
  await plain.goto(paths.unsubscribe(byButton.secret));
  const heading = plain.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Die Nachricht am Montag abbestellen?");
  expect(await gets(byButton)).toBe(true);
  await plain.getByRole("button", { name: "Ja, abbestellen" }).focus();
  await plain.keyboard.press("Enter");
  await expect(heading).toHaveText("Sie bekommen diese Nachricht nicht mehr");
  expect([await gets(byButton), await gets(oneClick)]).toEqual([false, true]);

  const [address, form] = [paths.unsubscribe(oneClick.secret), { "List-Unsubscribe": "One-Click" }];
  expect((await request.post(address, { form: { anything: "else" } })).status()).toBe(400);
  expect(await gets(oneClick)).toBe(true);
  expect((await request.post(address, { form })).status()).toBe(200);
  expect(await gets(oneClick)).toBe(false);
  expect((await request.post(paths.unsubscribe(nobodys), { form })).status()).toBe(404);

  const { searchId } = await givenPatient(systemCtx());
  const { inquiryId } = await givenSentInquiry(systemCtx(), await givenTherapist(systemCtx()), [searchId]);
  await plain.goto(paths.unsubscribe(await createToken(systemCtx(), "respond", inquiryId)));
  await expect(plain).toHaveURL(/\/respond\/[\w-]{43}#widerspruch$/);
  await context.close();
});

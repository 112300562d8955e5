import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Page } from "@playwright/test";
import { inquiries } from "@/db/schema";
import { dropItem } from "@/lib/domain/inquiries/review-inquiry";
import { paths } from "@/lib/paths";
import { givenPatient, givenProposal, givenTherapist } from "@/tests/support/factories";
import { expect, expectAccessible, linkFromMail, signIn, systemCtx, test } from "./support/test";

/** A proposal about these many people to a therapist of its own, so that tests beside this one do not meet it. */
async function proposed(people = 2) {
  const mark = randomUUID().slice(0, 8);
  const email = `praxis-${mark}@example.org`;
  const therapist = await givenTherapist(systemCtx(), { lastName: `Anlegestelle ${mark}`, email });
  const names = Array.from({ length: people }, (_, index) => `Ruderin ${mark} ${index + 1}`);
  const searchIds: string[] = [];
  for (const [index, lastName] of names.entries()) {
    const patient = { lastName, email: `ruderin-${mark}-${index}@example.org` };
    searchIds.push((await givenPatient(systemCtx(), patient)).searchId);
  }
  const { inquiryId, items } = await givenProposal(systemCtx(), therapist, searchIds);
  const [row] = await systemCtx().db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  return { inquiryId, items, names, email, reference: row!.reference, name: `Anlegestelle ${mark}` };
}

const statusOf = async (inquiryId: string) =>
  (await systemCtx().db.select().from(inquiries).where(eq(inquiries.id, inquiryId)))[0]!.status;
const heading = (page: Page) => page.locator("#proposal");

/** Opens a proposal and waits until the page listens to keys, by opening and closing the sheet that lists them. */
async function openForKeys(page: Page, inquiryId: string): Promise<void> {
  await page.goto(paths.admin.match(inquiryId));
  const sheet = page.getByRole("dialog");
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(sheet).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
}

test("a coordinator reviews by keyboard alone, and the approved inquiry is mailed", async ({ page }) => {
  const [approved, rejected] = [await proposed(3), await proposed(1)];
  await signIn(page, "coordinator");
  await openForKeys(page, approved.inquiryId);
  await expect(heading(page)).toContainText(approved.name);
  await page.keyboard.press("2");
  await page.keyboard.press("x");
  await expect(page.getByText("Die Person ist herausgenommen")).toBeVisible();
  await expect(page.locator("[data-item]")).toHaveCount(2);
  await expect(page.getByText(approved.names[1]!)).toHaveCount(0);
  await expect(heading(page), "the focus is not lost with the button").toBeFocused();

  await page.keyboard.press("a");
  await expect(page.getByText(`${approved.reference} ist freigegeben`)).toBeVisible();
  await expect(heading(page), "the next proposal is there").not.toContainText(approved.name);
  expect(await linkFromMail("inquiry", approved.email)).toContain("/respond/");

  await openForKeys(page, rejected.inquiryId);
  await page.keyboard.press("r");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${rejected.reference} ist abgelehnt`)).toBeVisible();
  expect(await statusOf(rejected.inquiryId)).toBe("cancelled");
});

test("keys lead through the list, and back works", async ({ page }) => {
  const one = await proposed(1);
  await proposed(1);
  await signIn(page, "coordinator");
  await openForKeys(page, one.inquiryId);
  const key = (await page.locator('[data-key="j"]').count()) > 0 ? ["j", "k"] : ["k", "j"];
  await page.keyboard.press(key[0]!);
  await expect(heading(page)).not.toContainText(one.name);
  await page.keyboard.press(key[1]!);
  await expect(heading(page)).toContainText(one.name);
  await page.goBack();
  await expect(heading(page)).not.toContainText(one.name);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("everything of the review is a plain form", async ({ page }) => {
    const [first, second] = [await proposed(2), await proposed(1)];
    await signIn(page, "coordinator");
    await page.goto(paths.admin.match(first.inquiryId));
    await page.locator('[data-item="1"] [data-drop]').click();
    await expect(page.locator("main").getByRole("status")).toContainText("Die Person ist herausgenommen");
    await page.locator("#approve button").click();
    await expect(page.locator("main").getByRole("status")).toContainText(
      `${first.reference} ist freigegeben`,
    );
    await page.goto(paths.admin.match(second.inquiryId));
    await page.locator('[data-key="r"]').click();
    await page.locator("#reject button").click();
    await expect(page.locator("main").getByRole("status")).toContainText(`${second.reference} ist abgelehnt`);
  });
});

test("who decides on an outdated view is told, and sees the proposal as it is now", async ({ page }) => {
  const { inquiryId, items } = await proposed(3);
  await signIn(page, "coordinator");
  await page.goto(paths.admin.match(inquiryId));
  await expect(page.locator("[data-item]")).toHaveCount(3);
  await dropItem(systemCtx(), { inquiryId, version: 1, itemId: items[0]!.id });
  await page.locator("#approve button").click();
  await expect(page.getByText("Jemand anderes hat diesen Vorschlag inzwischen geändert")).toBeVisible();
  await expect(page.locator("[data-item]")).toHaveCount(2);
  expect(await statusOf(inquiryId)).toBe("proposed");
  await page.locator("#approve button").click();
  await expect.poll(() => statusOf(inquiryId)).not.toBe("proposed");
});

test("approving all asks first, and leaves out what changed since", async ({ page }) => {
  const [kept, changed] = [await proposed(1), await proposed(2)];
  await signIn(page, "coordinator");
  await page.goto(paths.admin.matches);
  await page.getByRole("link", { name: /^Alle \d+ freigeben/ }).click();
  await expect(page.getByText("Mails gehen sofort an Praxen")).toBeVisible();
  await dropItem(systemCtx(), { inquiryId: changed.inquiryId, version: 1, itemId: changed.items[0]!.id });
  // Only these two, so that tests beside this one keep their proposals.
  await page.evaluate(
    (mine) => {
      for (const input of document.querySelectorAll<HTMLInputElement>("#approve-all input[type=hidden]"))
        if (/^[0-9a-f-]{36}:/.test(input.value) && !mine.some((id) => input.value.startsWith(id)))
          input.remove();
    },
    [kept.inquiryId, changed.inquiryId],
  );
  await page.locator('#approve-all button[value="all"]').click();
  await expect(page.getByText("Ein Vorschlag ist freigegeben. Einer hat sich gerade geändert")).toBeVisible();
  expect(await statusOf(kept.inquiryId)).not.toBe("proposed");
  expect(await statusOf(changed.inquiryId)).toBe("proposed");
});

test("a viewer sees pseudonyms and reasons, and can decide nothing", async ({ page }) => {
  const { inquiryId, names } = await proposed(2);
  await signIn(page, "viewer");
  await page.goto(paths.admin.match(inquiryId));
  await expect(page.locator("[data-item]")).toHaveCount(2);
  const html = await page.content();
  for (const name of names) expect(html).not.toContain(name);
  await expect(page.locator('main form:not([method="dialog"])')).toHaveCount(0);
  for (const path of [paths.admin.matchesApproveAll, paths.admin.team, paths.admin.audit]) {
    const response = await page.goto(path);
    expect(response!.status(), path).toBe(403);
  }
  await page.goto(paths.admin.settings);
  await expect(page.locator('main form:not([method="dialog"])')).toHaveCount(0);
});

for (const lang of ["de", "en"]) {
  test(`review and administration are accessible and fit 320 px (${lang})`, async ({ page }) => {
    test.slow();
    const { inquiryId } = await proposed(2);
    await signIn(page, "admin");
    await page.setViewportSize({ width: 320, height: 640 });
    await page.context().addCookies([{ name: "lang", value: lang, url: process.env.E2E_URL! }]);
    const { match, matchesApproveAll, team, teamNew, teamTokenNew, settings, audit } = paths.admin;
    for (const path of [match(inquiryId), matchesApproveAll, team, teamNew, teamTokenNew, settings, audit]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `nothing of ${path} stands out sideways`).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
  });
}

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
  await page.goto(paths.admin.settings);
  await page.locator('[name="maxItems"]').fill("9");
  await page.locator("main form button[type=submit]").click();
  await expect(page.getByText("Bitte geben Sie höchstens 6 ein.").first()).toBeVisible();
  await expect(page.locator('[name="maxItems"]')).toHaveValue("9");
});

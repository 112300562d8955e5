import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Page } from "@playwright/test";
import { accessTokens, exclusions, inquiries } from "@/db/schema";
import { dropItem } from "@/lib/domain/inquiries/review-inquiry";
import { paths } from "@/lib/paths";
import type { Coordinates } from "@/lib/domain/vocabulary";
import { givenPatient, givenProposal, givenTherapist } from "@/tests/support/factories";
import { expect, linkFromMail, signIn, systemCtx, test, untilLive } from "./support/test";

/** The usual place of the factories; whoever is to meet nobody else takes another one. */
const aachen: Coordinates = { lat: 50.776, lon: 6.084 };

/**
 * A proposal about these many people to a therapist of its own, so that tests beside this one do not meet it; `others`
 * more people live there.
 */
async function proposed(people = 2, { place = aachen, others = 0 } = {}) {
  const mark = randomUUID().slice(0, 8);
  const email = `praxis-${mark}@example.org`;
  const address = { street: "Am Kai", houseNumber: "1", postalCode: "52064", city: "Aachen" };
  const therapist = await givenTherapist(systemCtx(), {
    lastName: `Anlegestelle ${mark}`,
    email,
    locations: [{ address, coordinates: place, stepFree: "unknown" }],
  });
  const everybody = Array.from({ length: people + others }, (_, index) => `Ruderin ${mark} ${index + 1}`);
  const searches: { id: string; searchId: string }[] = [];
  for (const [index, lastName] of everybody.entries()) {
    const patient = { lastName, email: `ruderin-${mark}-${index}@example.org`, coordinates: place };
    searches.push(await givenPatient(systemCtx(), patient));
  }
  const [names, otherNames] = [everybody.slice(0, people), everybody.slice(people)];
  const searchIds = searches.slice(0, people).map(({ searchId }) => searchId);
  const { inquiryId, items } = await givenProposal(systemCtx(), therapist, searchIds);
  const [row] = await systemCtx().db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  const { reference } = row!;
  const name = `Anlegestelle ${mark}`;
  return { inquiryId, items, names, otherNames, email, reference, name, therapist, patients: searches };
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

/** From now on, until the page is loaded anew, notes each moment in which it has no title. */
async function noteTitles(page: Page): Promise<void> {
  await page.evaluate(() => {
    const empty: number[] = [];
    Object.assign(window, { withoutTitle: empty });
    const look = () => document.title === "" && empty.push(performance.now());
    new MutationObserver(look).observe(document.head, { childList: true, subtree: true });
  });
}
const titlesNoted = (page: Page) => page.evaluate(() => (window as { withoutTitle?: number[] }).withoutTitle);

test("a coordinator reviews by keyboard alone, and the approved inquiry is mailed", async ({ page }) => {
  const [approved, rejected] = [await proposed(3), await proposed(1)];
  await signIn(page, "coordinator");
  await openForKeys(page, approved.inquiryId);
  await expect(heading(page)).toContainText(approved.name);
  await noteTitles(page);
  await page.keyboard.press("2");
  await page.keyboard.press("x");
  await expect(page.getByText("Die Person ist herausgenommen")).toBeVisible();
  await expect(page.locator("[data-item]")).toHaveCount(2);
  await expect(page.getByText(approved.names[1]!)).toHaveCount(0);
  await expect(heading(page), "the focus is not lost with the button").toBeFocused();

  await page.keyboard.press("a");
  await expect(page.getByText(`${approved.reference} ist freigegeben`)).toBeVisible();
  await expect(heading(page), "the next proposal is there").not.toContainText(approved.name);
  expect(await titlesNoted(page), "no moment without a title").toEqual([]);
  expect(await linkFromMail("inquiry", approved.email)).toContain("/respond/");

  await openForKeys(page, rejected.inquiryId);
  await page.keyboard.press("r");
  await page.keyboard.press("Escape");
  await expect(page.locator('#review [name="reason"]'), "Escape leaves what a key opened").toBeHidden();
  await page.keyboard.press("r");
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
    await page.locator('#review button[value="approve"]').click();
    await expect(page.locator("main").getByRole("status")).toContainText(
      `${first.reference} ist freigegeben`,
    );
    await page.goto(paths.admin.match(second.inquiryId));
    await page.locator('[data-key="r"]').click();
    await page.locator('#review button[value="reject"]').click();
    await expect(page.locator("main").getByRole("status")).toContainText(`${second.reference} ist abgelehnt`);
  });
});

test("who decides on an outdated view is told, and sees the proposal as it is now", async ({ page }) => {
  const { inquiryId, items } = await proposed(3);
  await signIn(page, "coordinator");
  await page.goto(paths.admin.match(inquiryId));
  await expect(page.locator("[data-item]")).toHaveCount(3);
  await dropItem(systemCtx(), { inquiryId, version: 1, itemId: items[0]!.id });
  await page.locator('#review button[value="approve"]').click();
  await expect(page.getByText("Jemand anderes hat diesen Vorschlag inzwischen geändert")).toBeVisible();
  await expect(page.locator("[data-item]")).toHaveCount(2);
  expect(await statusOf(inquiryId)).toBe("proposed");
  await page.locator('#review button[value="approve"]').click();
  await expect.poll(() => statusOf(inquiryId)).not.toBe("proposed");
});

test("two reviewers at one proposal never lose each other's work", async ({ page, browser }) => {
  const { inquiryId, names, otherNames } = await proposed(3, { place: { lat: 54.1, lon: 12.1 }, others: 1 });
  await signIn(page, "coordinator");
  await page.goto(`${paths.admin.match(inquiryId)}?show=others`);
  const colleague = await (await browser.newContext({ baseURL: process.env.E2E_URL })).newPage();
  await signIn(colleague, "admin");
  await colleague.goto(paths.admin.match(inquiryId));
  await colleague.locator('[data-item="1"] [data-drop]').click();
  await expect(colleague.getByText("Die Person ist herausgenommen")).toBeVisible();

  await page.getByRole("button", { name: `Aufnehmen Erna ${otherNames[0]}` }).click();
  await expect(page.getByText("Jemand anderes hat diesen Vorschlag inzwischen geändert")).toBeVisible();
  await expect(page.locator("[data-item]"), "the colleague's work is there").toHaveCount(2);
  await page.goto(`${paths.admin.match(inquiryId)}?show=others`);
  await page.getByRole("button", { name: `Aufnehmen Erna ${otherNames[0]}` }).click();
  await expect(page.getByText("Die Person ist aufgenommen")).toBeVisible();

  await colleague.getByRole("button", { name: "Rückgängig" }).click();
  await expect(colleague.getByText("Jemand anderes hat diesen Vorschlag inzwischen geändert")).toBeVisible();
  await expect(colleague.locator("[data-item]")).toHaveCount(3);
  await expect(colleague.locator("[data-item]", { hasText: otherNames[0] })).toHaveCount(1);
  await expect(colleague.locator("[data-item]", { hasText: names[0] })).toHaveCount(0);
  await colleague.context().close();
});

test("a person is swapped by keyboard with every rule judged anew, and swapped back", async ({ page }) => {
  const place = { lat: 52.4, lon: 14.5 };
  const { inquiryId, names, otherNames } = await proposed(2, { place, others: 1 });
  const near = await givenPatient(systemCtx(), { coordinates: place, wantedTherapistGender: "male" });
  await signIn(page, "coordinator");
  await openForKeys(page, inquiryId);
  await page.keyboard.press("e");
  const others = page.locator("#others");
  await expect(others.getByText(otherNames[0]!).first()).toBeVisible();
  await expect(others.getByText("wenn das Geschlecht der behandelnden Person egal wäre")).toBeVisible();
  await expect(others.locator(`a[href$="${near.id}"]`)).toBeVisible();
  await others.getByRole("combobox").selectOption({ label: `statt 1. Erna ${names[0]}` });
  await others.getByRole("button", { name: `Aufnehmen Erna ${otherNames[0]}` }).click();
  await expect(page.getByText("Die Person ist getauscht")).toBeVisible();
  // Who has waited less stands behind.
  await expect(page.locator('[data-item="1"]')).toContainText(names[1]!);
  await expect(page.locator('[data-item="2"]')).toContainText(otherNames[0]!);
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press("z");
  await expect(page.getByText("Zurückgenommen")).toBeVisible();
  await expect(page.locator('[data-item="1"]')).toContainText(names[0]!);
});

test.describe("what was done can be undone, without JavaScript too", () => {
  test.use({ javaScriptEnabled: false });

  test("a rejection that taught, a person taken out, and an approval that was not sent yet", async ({
    page,
  }) => {
    const { inquiryId, therapist, reference, names } = await proposed(2);
    const excluded = () =>
      systemCtx().db.select().from(exclusions).where(eq(exclusions.therapistId, therapist.id));
    await signIn(page, "coordinator");
    await page.goto(paths.admin.match(inquiryId));
    await page.locator('[data-key="r"]').click();
    await page.locator('#review [name="reason"]').selectOption("never_together");
    await page.locator('#review button[value="reject"]').click();
    await expect(page.getByText(`${reference} ist abgelehnt. Diese Personen werden`)).toBeVisible();
    expect(await excluded()).toHaveLength(2);
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await expect(heading(page)).toContainText("Anlegestelle");
    expect(await excluded()).toHaveLength(0);

    await page.locator('[data-item="2"] [data-drop]').click();
    await expect(page.locator("[data-item]")).toHaveCount(1);
    await page.locator("#exclude button").click();
    await expect(page.getByText("wird dieser Praxis nicht mehr vorgeschlagen")).toBeVisible();
    expect(await excluded()).toHaveLength(1);
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await expect(page.getByText("darf dieser Praxis wieder vorgeschlagen werden")).toBeVisible();
    expect(await excluded()).toHaveLength(0);

    // As it is in the time between approval and sending, which is none for these tests.
    const { db } = systemCtx();
    await db
      .update(inquiries)
      .set({ status: "approved", approvedAt: new Date(), version: 6 })
      .where(eq(inquiries.id, inquiryId));
    await page.goto(`${paths.admin.matches}?done=approved&about=${reference}&undo=approve:${inquiryId}:6::`);
    await page.getByRole("button", { name: "Rückgängig" }).click();
    await expect(page.locator('[data-item="1"]')).toContainText(names[0]!);
    expect(await statusOf(inquiryId)).toBe("proposed");
  });
});

test("the preview shows mail and answer page as the practice will see them, and nothing in it can be pressed", async ({
  page,
}) => {
  const { inquiryId, names, name, reference } = await proposed(2);
  await signIn(page, "coordinator");
  await openForKeys(page, inquiryId);
  await page.keyboard.press("p");
  await expect(page.getByRole("heading", { level: 1, name: "Vorschau" })).toBeVisible();
  await expect(page.getByText(`Betreff: Anfrage ${reference}`)).toBeVisible();
  const mail = page.frameLocator("iframe");
  await expect(mail.getByText(name).first()).toBeVisible();
  const shown = page.locator("fieldset[disabled]");
  await expect(shown.locator("article")).toHaveCount(2);
  await expect(shown, "profiles without names").not.toContainText(names[0]!);
  const takesFocus = await shown
    .locator("button")
    .first()
    .evaluate((button: HTMLElement) => {
      button.focus();
      return document.activeElement === button;
    });
  expect(takesFocus).toBe(false);
  expect(await statusOf(inquiryId)).toBe("proposed");
  expect(
    await systemCtx().db.select().from(accessTokens).where(eq(accessTokens.subjectId, inquiryId)),
  ).toEqual([]);
  await page.goBack();
  await expect(heading(page)).toContainText(name);
});

test("approving all asks first, and leaves out what changed since", async ({ page }) => {
  const [kept, changed] = [await proposed(1), await proposed(2)];
  await signIn(page, "coordinator");
  await page.goto(paths.admin.matches);
  await page.getByRole("link", { name: /^Alle \d+ freigeben/ }).click();
  await expect(page.getByText("Mails an Praxen")).toBeVisible();
  await dropItem(systemCtx(), { inquiryId: changed.inquiryId, version: 1, itemId: changed.items[0]!.id });
  await untilLive(page.locator("#approve-all"));
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
  await expect(
    page.getByText(/Ein Vorschlag ist freigegeben\..* Einer hat sich gerade geändert/),
  ).toBeVisible();
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

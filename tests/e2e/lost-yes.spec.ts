import type { Browser, Page } from "@playwright/test";
import { createToken } from "@/lib/core/tokens";
import { pauseSearch } from "@/lib/domain/searches/pause-search";
import { paths } from "@/lib/paths";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf } from "@/tests/support/factories";
import { expect, systemCtx, test } from "./support/test";

/** A practice far from everybody else, asked about so many people; so many more wait who fit. */
async function givenAsked({ count, waiting = 0 }: { count: number; waiting?: number }) {
  const coordinates = { lat: 47.5 + Math.random(), lon: 9 + Math.random() * 3 };
  const near = { coordinates, travel: { mode: "car", maxKm: 1, maxMinutes: null } } as const;
  const people = [];
  for (let index = 0; index < count + waiting; index++) people.push(await givenPatient(systemCtx(), near));
  const address = { street: "", houseNumber: "", postalCode: "87435", city: "" };
  const therapist = await givenTherapist(systemCtx(), {
    locations: [{ address, coordinates, stepFree: "unknown" }],
  });
  const searchIds = people.slice(0, count).map(({ searchId }) => searchId);
  const { inquiryId } = await givenSentInquiry(systemCtx(), therapist, searchIds);
  return { inquiryId, searchIds, link: paths.respond(await createToken(systemCtx(), "respond", inquiryId)) };
}

async function onPhone(browser: Browser): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  const options = { locale: "de-DE", viewport, baseURL: process.env.E2E_URL!, javaScriptEnabled: false };
  return (await browser.newContext(options)).newPage();
}

async function answer(page: Page, outcome: string): Promise<void> {
  await page.locator("form#answer article").first().locator(`input[value="${outcome}"]`).check();
  await page.locator("form#answer button[type=submit]").click();
}

const outcomesOf = async (inquiryId: string) =>
  (await itemsOf(systemCtx(), inquiryId)).map(({ outcome }) => outcome);

test("a yes in a second tab after a no in the first: the page says which answer holds, and one click makes it the yes", async ({
  browser,
}) => {
  const { inquiryId, link } = await givenAsked({ count: 1 });
  const [first, second] = [await onPhone(browser), await onPhone(browser)];
  await first.goto(link);
  await second.goto(link);
  await answer(first, "rejected_capacity");
  await expect(first.locator("h1")).toContainText("Danke");
  await answer(second, "accepted");
  await expect(second.locator("main")).toContainText("Sie hatten schon geantwortet: kein Platz");
  expect(await outcomesOf(inquiryId)).toEqual(["rejected_capacity"]);
  await second.getByRole("button", { name: "Ja, für Person 1 ist doch ein Platz frei" }).click();
  await expect(second.locator("main")).toContainText("Sie haben zugesagt");
  expect(await outcomesOf(inquiryId)).toEqual(["accepted"]);
});

test("a yes for somebody who stopped searching a moment before is told of, and the next who fits follows at once", async ({
  browser,
}) => {
  const { inquiryId, searchIds, link } = await givenAsked({ count: 1, waiting: 1 });
  const page = await onPhone(browser);
  await page.goto(link);
  await pauseSearch(systemCtx(), searchIds[0]!, { until: null, reason: "" });
  await answer(page, "accepted");
  await expect(page.locator("main")).toContainText("Person 1: Sie sucht keinen Platz mehr");
  await expect(page.locator("main")).toContainText("Eine weitere Person passt");
  expect(await outcomesOf(inquiryId)).toEqual(["withdrawn", "pending"]);
});

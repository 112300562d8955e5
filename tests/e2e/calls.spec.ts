import { planCall } from "@/lib/domain/calls/plan-call";
import { paths } from "@/lib/paths";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { signedIn } from "./support/desk";
import { expect, expectAccessible, systemCtx, test } from "./support/test";

let numbers = 0;
async function givenCall(lastName: string) {
  numbers += 1;
  const therapist = await givenTherapist(systemCtx(), {
    lastName,
    phone: `0241 99100${numbers}`,
    email: `rufnummer-${numbers}@calls.example`,
  });
  const patient = await givenPatient(systemCtx());
  const { inquiryId } = await givenSentInquiry(systemCtx(), therapist, [patient.searchId]);
  // Agreed for now: it can be taken at every hour of every day.
  const { practiceId } = therapist;
  await planCall(systemCtx(), { practiceId, inquiryId, appointment: systemCtx().now });
  return { inquiryId };
}

for (const javaScriptEnabled of [true, false]) {
  test(`a practice is called: one person holds the number, and the answer is stored ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const name = javaScriptEnabled ? "Rufweite" : "Hörmuschel";
    const { inquiryId } = await givenCall(name);
    const { page } = await signedIn(browser, "coordinator", javaScriptEnabled);
    await page.goto(paths.admin.calls);
    const line = page.getByRole("listitem").filter({ hasText: name });
    await line.getByRole("button", { name: "Anrufen" }).click();
    await expect(page).toHaveURL(/\/admin\/calls\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);

    const { page: other } = await signedIn(browser, "admin", javaScriptEnabled);
    await other.goto(paths.admin.calls);
    await expect(other.getByRole("listitem").filter({ hasText: name })).toContainText(
      "Kim Wattenberg telefoniert gerade.",
    );
    await other.context().close();

    await page.getByText("Kein Platz frei", { exact: true }).click();
    await page.getByLabel(/^Genannte Wartezeit/).fill("30");
    await page.getByRole("button", { name: "Erreicht, Antworten eintragen" }).click();
    await expect(page.getByText("Der Anruf ist eingetragen.")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: name })).toHaveCount(0);
    await page.goto(paths.admin.inquiry(inquiryId));
    await expect(page.getByRole("main")).toContainText("Kein Platz frei");
    await page.context().close();
  });
}

test("the list and a call have no finding of axe, fit a telephone, and are closed to who only reads", async ({
  browser,
}) => {
  await givenCall("Fernsprecher");
  const { page } = await signedIn(browser, "coordinator");
  await page.goto(paths.admin.calls);
  await expectAccessible(page);
  await page.getByRole("listitem").filter({ hasText: "Fernsprecher" }).getByRole("button").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Fernsprecher");
  const call = page.url();
  for (const colorScheme of ["light", "dark"] as const) {
    // Opened anew, since colours are on their way for a moment after a change.
    await page.emulateMedia({ colorScheme });
    await page.reload();
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of [paths.admin.calls, call]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  }
  await page.context().close();
  const { page: viewer } = await signedIn(browser, "viewer");
  expect((await viewer.goto(call))?.status()).toBe(403);
  await viewer.goto(paths.admin.calls);
  await expect(viewer.getByRole("button", { name: "Anrufen" })).toHaveCount(0);
  await viewer.context().close();
});

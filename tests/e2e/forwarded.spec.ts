import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { objections, practices, therapists } from "@/db/schema";
import { createToken } from "@/lib/core/tokens";
import { forwardInquiry } from "@/lib/domain/inquiries/forward-inquiry";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { confirmPlacement } from "@/lib/domain/placements/confirm-placement";
import { listAnswerPlacements } from "@/lib/domain/placements/list-answer-placements";
import { storedValue } from "@/lib/domain/therapists/objection-index";
import { paths } from "@/lib/paths";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf } from "@/tests/support/factories";
import { postForm } from "./support/post-form";
import { expect, expectAccessible, linkFromMail, systemCtx, test } from "./support/test";

/** A page on which no script runs, on a narrow telephone. */
async function withoutScript(browser: Browser): Promise<Page> {
  const options = { javaScriptEnabled: false, locale: "de-DE", viewport: { width: 360, height: 740 } };
  return (await browser.newContext({ ...options, baseURL: process.env.E2E_URL! })).newPage();
}

/** A practice that was asked about three people, with its link and an address for a colleague. */
async function givenAsked() {
  const domain = `hafen-${crypto.randomUUID()}.example`;
  const people = [];
  for (let index = 0; index < 3; index++)
    people.push(await givenPatient(systemCtx(), { lastName: "Verborgen" }));
  const therapist = await givenTherapist(systemCtx(), { email: `info@${domain}`, lastName: "Hafenstein" });
  const searchIds = people.map(({ searchId }) => searchId);
  const { inquiryId, items } = await givenSentInquiry(systemCtx(), therapist, searchIds);
  const link = paths.respond(await createToken(systemCtx(), "respond", inquiryId));
  const own = { ...systemCtx(), actor: { kind: "therapist", inquiryId } as const };
  return { therapist, people, inquiryId, items, link, own, colleague: `kollege@${domain}` };
}

/** What the practice says of itself, and how its mailbox is treated. */
async function recordOf({ id }: { id: string }) {
  const [row] = await database()
    .select({ therapist: therapists, practice: practices })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .where(eq(therapists.id, id));
  return row!;
}

test("a colleague answers by a link of their own, without JavaScript, and finds nothing of the practice to change", async ({
  browser,
  page: scripted,
}) => {
  const { therapist, inquiryId, link, colleague } = await givenAsked();
  const anna = await withoutScript(browser);
  await anna.goto(link);
  await anna.locator("form#forward summary").click();
  await anna.locator('form#forward input[name="email"]').fill(colleague);
  await anna.locator("form#forward button[type=submit]").click();
  await expect(anna.locator("main [role=status]").first()).toContainText("auf dem Weg");
  const before = await recordOf(therapist);

  const forwarded = await linkFromMail("inquiry_forwarded", colleague);
  const otto = await withoutScript(browser);
  await otto.goto(forwarded);
  await expect(otto.locator("h1")).toContainText("Therapieplätze für 3 Personen");
  await expect(otto.locator("h1"), "it is somebody else who reads").not.toContainText("Hafenstein");
  await expect(otto.locator("main")).toContainText("Hafenstein und wurde in der Praxis an Sie weitergegeben");
  await scripted.goto(forwarded);
  await expectAccessible(scripted);
  await otto.locator("form#answer article").first().locator('input[value="accepted"]').check();
  await otto.locator("form#answer button[type=submit]").click();
  await expect(otto.locator("h1")).toContainText("Danke");
  await expect(otto.locator("main")).toContainText("Wie es weitergeht, steht dann auf der Seite von");
  await otto.locator("summary", { hasText: "War die Zusage ein Irrtum?" }).click();
  await scripted.reload();
  await expectAccessible(scripted);
  await otto.locator('form[id^="take-back-"] button[value="rejected_unsuitable"]').click();
  await expect(otto.locator("main [role=status]").first()).toContainText("zurückgenommen");
  await otto.locator("form#answer article").first().locator('input[value="accepted"]').check();
  await otto.locator("form#answer button[type=submit]").click();
  await otto.locator("form#none button").click();
  await expect(otto.locator("form#answer")).toHaveCount(0);
  expect((await itemsOf(systemCtx(), inquiryId)).map(({ outcome }) => outcome)).toEqual([
    "rejected_unsuitable",
    "accepted",
    "rejected_capacity",
  ]);
  for (const form of ["capacity", "wishes", "hours", "forward", "next"])
    await expect(otto.locator(`form#${form}`), form).toHaveCount(0);
  expect(await recordOf(therapist)).toEqual(before);
  await scripted.reload();
  await expectAccessible(scripted);

  await otto.locator('#widerspruch button[value="person"]').click();
  await expect(otto.locator("main")).toContainText("nicht für die ganze Praxis");
  await otto.goto(forwarded);
  await expect(otto.locator("h1")).toContainText("Ihr Widerspruch gilt");
  await anna.goto(link);
  await expect(anna.locator("h1")).toContainText("Danke");
  const [stored] = await database()
    .select()
    .from(objections)
    .where(eq(objections.value, storedValue({ kind: "address", value: colleague })));
  expect(stored!.kind).toBe("address");
});

test("the practice's own forms, sent with a forwarded link's secret, are refused with a sentence and change nothing", async ({
  request,
}) => {
  const { therapist, people, inquiryId, items, link, own, colleague } = await givenAsked();
  await forwardInquiry(own, { email: colleague });
  const token = (await linkFromMail("inquiry_forwarded", colleague)).split("/").at(-1)!;
  await respondToInquiry(own, inquiryId, [
    { itemId: items[0]!.id, outcome: "accepted" },
    { itemId: items[1]!.id, outcome: "rejected_unsuitable" },
  ]);
  const [waiting] = await listAnswerPlacements(own);
  const patient = { ...systemCtx(), actor: { kind: "patient", patientId: people[0]!.id } as const };
  await confirmPlacement(patient, { placementId: waiting!.id });
  const before = await recordOf(therapist);
  const [year, month, day] = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10).split("-");
  type Forms = [string, Record<string, string>][];
  const whileOpen: Forms = [
    ["forward", { email: colleague.replace("kollege", "dritte") }],
    [`news-${waiting!.id}`, { news: "no_show" }],
    [`talk-${waiting!.id}`, { "on.day": day!, "on.month": month!, "on.year": year! }],
  ];
  const onceAnswered: Forms = [
    ["capacity", { individual: "3", from: `${year}-${month}-${day}` }],
    ["wishes", { ageMin: "40" }],
    ["hours", { "hours.mon": "9-11" }],
  ];
  const refuse = async (forms: Forms) => {
    for (const [form, fields] of forms) {
      const response = await postForm(request, link, form, { ...fields, token });
      expect(response.status(), form).toBe(200);
      const main = /<main.*<\/main>/s.exec(await response.text())?.[0];
      expect(main, form).toContain("Dafür fehlt Ihnen die Berechtigung.");
    }
    expect(await recordOf(therapist)).toEqual(before);
  };
  await refuse(whileOpen);
  expect((await listAnswerPlacements(own))[0]).toMatchObject({ status: "confirmed", firstTalkOn: null });
  expect((await itemsOf(systemCtx(), inquiryId)).map(({ outcome }) => outcome)).toEqual([
    "accepted",
    "rejected_unsuitable",
    "pending",
  ]);
  // A day named in the form of the practice is not heard; the answers are.
  const declined = await postForm(request, link, "none", { token, rest: "months" });
  expect(declined.status()).toBe(303);
  expect((await itemsOf(systemCtx(), inquiryId))[2]!.outcome).toBe("rejected_capacity");
  await refuse(onceAnswered);
});

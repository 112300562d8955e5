import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { inquiries, mails, objections, therapists } from "@/db/schema";
import { createToken } from "@/lib/core/tokens";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { storedValue } from "@/lib/domain/therapists/objection-index";
import { paths } from "@/lib/paths";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf } from "@/tests/support/factories";
import { postForm } from "./support/post-form";
import { expect, systemCtx, test } from "./support/test";
import { givenAsked, askAbout, outcomesOf, choose, send, onPhone, look } from "./support/asked-practice";

test("one click objects for the person, the address or the whole domain; the link is closed then", async ({
  browser,
}) => {
  for (const kind of ["person", "address", "domain"]) {
    const { link } = await givenAsked({ count: 1, email: `ruhe.${kind}@${kind}.ruhe.example` });
    const page = await onPhone(browser);
    await page.goto(`${link}#widerspruch`);
    await page.locator(`#widerspruch button[value="${kind}"]`).click();
    await expect(page.locator("h1")).toContainText("Wir schreiben Ihnen nicht mehr");
    await page.goto(link);
    await expect(page.locator("form#answer"), "nobody is asked any more").toHaveCount(0);
  }
  const stored = await database()
    .select()
    .from(objections)
    .where(eq(objections.value, storedValue({ kind: "domain", value: "domain.ruhe.example" })));
  expect(stored.map((row) => row.kind)).toEqual(["domain"]);
});

test("nobody can object for everybody at a mail provider", async ({ page }) => {
  const { link } = await givenAsked({ count: 1, email: `praxis.${Date.now()}@gmx.de` });
  await page.goto(link);
  await expect(page.locator('#widerspruch button[value="address"]')).toHaveCount(1);
  await expect(page.locator('#widerspruch button[value="domain"]')).toHaveCount(0);
  await page
    .locator('#widerspruch button[value="address"]')
    .evaluate((button) => button.setAttribute("value", "domain"));
  await page.locator('#widerspruch button[value="domain"]').click();
  await expect(page.locator("#widerspruch")).toContainText("Bitte wählen Sie die Person oder die Adresse");
  expect(
    await database().$count(
      objections,
      eq(objections.value, storedValue({ kind: "domain", value: "gmx.de" })),
    ),
  ).toBe(0);
});

test("unknown, expired and revoked links look alike, in both languages, and no token opens another page", async ({
  request,
}) => {
  const { link, inquiryId, people } = await givenAsked({ count: 1 });
  const old = { ...systemCtx(), now: new Date(Date.now() - 61 * 86_400_000) };
  const expired = paths.respond(await createToken(old, "respond", inquiryId));
  const foreign = paths.respond(await createToken(systemCtx(), "patient_page", people[0]!.id));
  const main = async (path: string, language: string) => {
    const response = await request.get(path, { headers: { "Accept-Language": language } });
    return /<main.*<\/main>/s.exec(await response.text())?.[0];
  };
  for (const language of ["de", "en"]) {
    const unknown = await main(paths.respond("x".repeat(43)), language);
    expect(unknown).toContain(language === "de" ? "führt nicht weiter" : "This link does not work");
    for (const path of [
      expired,
      foreign,
      paths.respond("x"),
      paths.respond("%00"),
      paths.respond("ä".repeat(2000)),
    ])
      expect(await main(path, language), path.slice(0, 40)).toBe(unknown);
  }
  for (const path of [paths.my(link.split("/").at(-1)!), paths.confirm(link.split("/").at(-1)!)])
    expect(await main(path, "de")).toContain("führt nicht weiter");
});

test("after the answer: free places, whom the practice treats and when it can be called, each in its own small form", async ({
  browser,
}) => {
  for (const locale of ["de-DE", "en-GB"]) {
    const { link, inquiryId } = await givenAsked({ count: 1 });
    const page = await onPhone(browser, locale);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(link);
    await expect(page.locator("form#capacity")).toHaveCount(0);
    await choose(page, 0, "rejected_capacity");
    await send(page);
    await expect(page.locator("form#capacity")).toHaveCount(1);
    for (const summary of await page.locator("main details summary").all()) await summary.click();
    await look(page);
    await page.locator('form#capacity input[name="individual"]').fill("viele");
    await page.locator("form#capacity button[type=submit]").click();
    await expect(page.locator("form#capacity [data-error-summary]")).toBeVisible();
    await look(page);
    await page.locator('form#capacity input[name="individual"]').fill("2");
    await page.locator('form#capacity select[name="from"]').selectOption({ index: 3 });
    await page.locator("form#capacity button[type=submit]").click();
    await expect(page.locator("main [role=status]").first()).toBeVisible();
    await page.locator("form#wishes summary").click();
    await page.locator('form#wishes input[name="ageMin"]').fill("18");
    await page.locator('form#wishes input[value="F2"]').check();
    await page.locator('form#wishes input[name="refusedOther"]').fill("f63, F45.1");
    await page.locator("form#wishes button[type=submit]").click();
    await expect(page.locator("main [role=status]").first()).toBeVisible();
    await page.locator("form#hours summary").click();
    await page.locator('form#hours input[name="hours.tue"]').fill("9-11, 15 bis 16");
    await page.locator("form#hours button[type=submit]").click();
    await expect(page.locator("main [role=status]").first()).toBeVisible();
    await look(page);
    const [row] = await database()
      .select({ therapist: therapists })
      .from(inquiries)
      .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
      .where(eq(inquiries.id, inquiryId));
    expect(row!.therapist).toMatchObject({
      capacity: { individual: 2, group: 0 },
      wishes: { ageMin: 18, excludedDiagnoses: ["F2", "F63", "F45.1"] },
      phoneHours: {
        tue: [
          { from: "09:00", to: "11:00" },
          { from: "15:00", to: "16:00" },
        ],
      },
      provenance: { wishes: { source: "therapist" } },
    });
    await page.context().close();
  }
});

const badForms: [string, string, Record<string, string | string[]>][] = [
  ["capacity", "a place that is none", { individual: "1e3", from: "2026-02-30" }],
  ["capacity", "a megabyte", { individual: "9".repeat(1_000_000), from: "x" }],
  ["wishes", "NUL and half codes", { ageMin: "\u0000", refusedOther: "F2; <script>" }],
  ["wishes", "a list where one value belongs", { ageMin: ["1", "2"], genders: "both" }],
  ["hours", "no time of day", { "hours.mon": "immer", "hours.tue": "25-26" }],
  ["forward", "a stranger", { colleague: "", email: "opfer@anderswo.example" }],
  ["forward", "somebody else's id", { colleague: "00000000-0000-7000-8000-000000000000" }],
  ["forward", "a header", { email: "a@hafen.example\r\nBcc: b@anderswo.example" }],
  ["mailbox", "another link's token", { token: "x".repeat(43) }],
  ["capacity", "another link's token", { token: "x".repeat(43), individual: "1" }],
];

for (const [form, what, fields] of badForms) {
  test(`form ${form}, ${what}: a sentence, no 5xx, nothing stored`, async ({ request }) => {
    const asked = await givenAsked({ count: 2 });
    const actor = { kind: "therapist", inquiryId: asked.inquiryId } as const;
    // Sending it on is for what is open; the rest can be told once everybody is answered.
    const last = form === "forward" ? [] : [{ itemId: asked.items[1]!.id, outcome: "later" } as const];
    await respondToInquiry({ ...systemCtx(), actor }, asked.inquiryId, [
      { itemId: asked.items[0]!.id, outcome: "rejected_capacity" },
      ...last,
    ]);
    const therapistOf = async () =>
      (
        await database()
          .select({ therapist: therapists })
          .from(therapists)
          .innerJoin(inquiries, eq(inquiries.therapistId, therapists.id))
          .where(eq(inquiries.id, asked.inquiryId))
      )[0]!.therapist;
    const before = await therapistOf();
    const response = await postForm(request, asked.link, form, fields);
    expect(response.status()).toBe(200);
    expect(await response.text()).toMatch(/data-error-summary/);
    expect(await therapistOf()).toEqual(before);
    expect((await itemsOf(systemCtx(), asked.inquiryId)).map((item) => item.outcome)).toEqual([
      "rejected_capacity",
      form === "forward" ? "pending" : "later",
    ]);
  });
}

test("a mail that reached the wrong people: one click, and the link leads nowhere any more", async ({
  browser,
}) => {
  const { link, inquiryId } = await givenAsked({ count: 1 });
  const page = await onPhone(browser);
  await page.goto(link);
  await page.locator("form#mailbox summary").click();
  await page.locator("form#mailbox button[type=submit]").click();
  await expect(page.locator("h1")).toContainText("Danke für den Hinweis");
  await look(page);
  await page.goto(link);
  await expect(page.locator("h1")).toContainText("führt nicht weiter");
  expect(await outcomesOf(inquiryId)).toEqual(["withdrawn"]);
});

test("forwarded within the practice: the colleague's link in the mail opens the same page", async ({
  browser,
}) => {
  const domain = `hafen-${crypto.randomUUID()}.example`;
  const { link, inquiryId } = await givenAsked({ count: 1, email: `info@${domain}` });
  const page = await onPhone(browser);
  await page.goto(link);
  await page.locator("form#forward summary").click();
  await page.locator('form#forward input[name="email"]').fill(`opfer@anderswo.example`);
  await page.locator("form#forward button[type=submit]").click();
  await expect(page.locator("form#forward [data-error-summary]")).toContainText("eigenen Praxis");
  await look(page);
  await page.locator('form#forward input[name="email"]').fill(`kollege@${domain}`);
  await page.locator("form#forward button[type=submit]").click();
  await expect(page.locator("main [role=status]").first()).toContainText("auf dem Weg");
  const [mail] = await database()
    .select()
    .from(mails)
    .where(and(eq(mails.inquiryId, inquiryId), eq(mails.template, "inquiry_forwarded")));
  expect(mail).toBeTruthy();
  await expect(page.locator("form#answer article")).toHaveCount(1);
});

test("somebody found a place elsewhere: the next person who fits is one click away, or there at once after a late yes", async ({
  browser,
}) => {
  const place = { lat: 54.1 + Math.random() * 0.1, lon: 8.8 + Math.random() * 0.1 };
  const near = { coordinates: place, travel: { mode: "car", maxKm: 3, maxMinutes: null } } as const;
  const people = [await givenPatient(systemCtx(), near), await givenPatient(systemCtx(), near)];
  const address = { street: "", houseNumber: "", postalCode: "25813", city: "Husum" };
  const there = { locations: [{ address, coordinates: place, stepFree: "unknown" as const }] };
  const therapist = await givenTherapist(systemCtx(), {
    email: `next.${crypto.randomUUID()}@hafen.example`,
    ...there,
  });
  const own = await givenSentInquiry(
    systemCtx(),
    therapist,
    people.map((person) => person.searchId),
  );
  await givenPatient(systemCtx(), near);
  await givenPatient(systemCtx(), near);
  const link = paths.respond(await createToken(systemCtx(), "respond", own.inquiryId));
  const page = await onPhone(browser);
  await page.goto(link);
  const rival = await askAbout(people, `rival.${crypto.randomUUID()}@hafen.example`, there);
  const actor = { kind: "therapist", inquiryId: rival.inquiryId } as const;
  const yes = (index: number) =>
    respondToInquiry({ ...systemCtx(), actor }, rival.inquiryId, [
      { itemId: rival.items[index]!.id, outcome: "accepted" },
    ]);
  await yes(0);
  await choose(page, 0, "accepted");
  await send(page);
  await expect(page.locator("main [role=status]").first()).toContainText("Eine weitere Person passt");
  await expect(page.locator("form#answer article")).toHaveCount(2);
  await yes(1);
  await page.goto(link);
  await look(page);
  await page.locator("form#next button").click();
  await expect(page.locator("form#answer article")).toHaveCount(2);
  await expect(page.locator("form#next")).toHaveCount(0);
  expect((await itemsOf(systemCtx(), own.inquiryId)).map((item) => item.outcome)).toEqual([
    "placed_elsewhere",
    "placed_elsewhere",
    "pending",
    "pending",
  ]);
});

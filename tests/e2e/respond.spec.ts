import type { Browser, Page } from "@playwright/test";
import { and, eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { inquiries, inquiryItems, mails, objections, practices, therapists } from "@/db/schema";
import { createToken } from "@/lib/core/tokens";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { paths } from "@/lib/paths";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf } from "@/tests/support/factories";
import { postForm } from "./support/post-form";
import { expect, expectAccessible, systemCtx, test } from "./support/test";

/** A practice that was asked about so many new people, with the link of its mail. */
async function givenAsked({ count = 3, email = `praxis.${Date.now()}.${Math.random()}@hafen.example` } = {}) {
  const people = [];
  for (let index = 0; index < count; index++)
    people.push(await givenPatient(systemCtx(), { lastName: "Verborgen" }));
  return askAbout(people, email);
}

async function askAbout(
  people: { id: string; searchId: string }[],
  email: string,
  where: Pick<Parameters<typeof givenTherapist>[1] & {}, "locations"> = {},
) {
  const therapist = await givenTherapist(systemCtx(), {
    email,
    lastName: `Hafenstein${crypto.randomUUID()}`,
    ...where,
  });
  const { inquiryId, items } = await givenSentInquiry(
    systemCtx(),
    therapist,
    people.map((person) => person.searchId),
  );
  const link = paths.respond(await createToken(systemCtx(), "respond", inquiryId));
  return { inquiryId, items, people, link };
}

const outcomesOf = async (inquiryId: string) =>
  (await itemsOf(systemCtx(), inquiryId)).map((item) => item.outcome);
const choose = (page: Page, position: number, outcome: string) =>
  page.locator("form#answer article").nth(position).locator(`input[value="${outcome}"]`).check();
const send = (page: Page) => page.locator("form#answer button[type=submit]").click();

async function onPhone(browser: Browser, locale = "de-DE"): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  return (await browser.newContext({ locale, viewport, baseURL: process.env.E2E_URL! })).newPage();
}

/** Everything that opening the link could change about this inquiry and its people, as one text. */
async function traces({ inquiryId, people }: Awaited<ReturnType<typeof givenAsked>>): Promise<string> {
  const ids = [inquiryId, ...people.flatMap((person) => [person.id, person.searchId])];
  const tables = ["inquiries", "inquiry_items", "searches", "patients", "mails", "outbox", "audit_entries"];
  const more = ["access_tokens", "exclusions", "consents", "tasks", "calls"];
  const about = ids.map((id) => `t::text like '%${id}%'`).join(" or ");
  const rows = [...tables, ...more].map((table) => `select t::text as row from ${table} t where ${about}`);
  return JSON.stringify(await database().execute(sql.raw(`${rows.join(" union all ")} order by 1`)));
}

test("opening the link 50 times, by GET, HEAD and prefetch, changes nothing", async ({ request }) => {
  const asked = await givenAsked();
  // The workflows that follow the sending come to rest first.
  await expect(async () => {
    const before = await traces(asked);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await traces(asked)).toBe(before);
  }).toPass({ timeout: 45_000 });
  const before = await traces(asked);
  expect(before).toContain("inquiry.send");
  const prefetch = { Purpose: "prefetch", "Sec-Purpose": "prefetch", "Next-Router-Prefetch": "1", RSC: "1" };
  for (let index = 0; index < 50; index++) {
    const kind = [{ method: "GET" }, { method: "HEAD" }, { method: "GET", headers: prefetch }][index % 3]!;
    expect((await request.fetch(asked.link, kind)).status()).toBe(200);
  }
  expect(await traces(asked)).toBe(before);
});

test("a practice understands, answers some people, and comes back for the rest", async ({ browser }) => {
  const { inquiryId, link } = await givenAsked();
  const page = await onPhone(browser);
  await page.goto(link);
  await expect(page.locator("main")).toContainText("Vermittlung Musterstadt");
  await expect(page.locator("h1")).toContainText("Therapieplätze für 3 Personen");
  for (const secret of ["Verborgen", "Erna", "Probeweg", "52062", "example.org", inquiryId])
    await expect(page.locator("body")).not.toContainText(secret);

  await send(page);
  await expect(page.locator("[data-error-summary]")).toContainText("mindestens eine Person");
  await choose(page, 0, "accepted");
  await choose(page, 1, "later");
  await page.locator(`form#answer select[name^="later-"]`).nth(1).selectOption({ index: 2 });
  await send(page);
  await expect(page.locator("h1")).toContainText("Danke");
  await expect(page.locator("main")).toContainText("Eine Person ist noch offen");
  expect(await outcomesOf(inquiryId)).toEqual(["accepted", "later", "pending"]);
  const [, second] = await itemsOf(systemCtx(), inquiryId);
  expect(second!.laterOn).toMatch(/^\d{4}-\d{2}-01$/);

  await page.goto(link);
  await expect(page.locator("form#answer article")).toHaveCount(1);
  await choose(page, 0, "rejected_unsuitable");
  await page.locator('form#answer select[name^="reason-"]').selectOption("times");
  await send(page);
  await expect(page.locator("form#answer")).toHaveCount(0);
  await expect(page.locator("main")).toContainText("nichts weiter zu tun");
  const [inquiry] = await database().select().from(inquiries).where(eq(inquiries.id, inquiryId));
  expect(inquiry!.status).toBe("answered");
  expect((await itemsOf(systemCtx(), inquiryId))[2]!.reason).toBe("times");
});

test("one click says that there is no place for anyone", async ({ browser }) => {
  const { inquiryId, link } = await givenAsked({ count: 4 });
  const page = await onPhone(browser);
  await page.goto(link);
  await page.locator("form#none button").click();
  await expect(page.locator("h1")).toContainText("Danke");
  expect(await outcomesOf(inquiryId)).toEqual(Array(4).fill("rejected_capacity"));
});

test("no place for anyone until a day: asked for in the form, kept by the mailbox", async ({ browser }) => {
  const { inquiryId, link } = await givenAsked({ count: 2 });
  const page = await onPhone(browser);
  await page.goto(link);
  await page.locator('form#none select[name="rest"]').selectOption("day");
  await page.locator("form#none button").click();
  await expect(page.locator("form#none [data-error-summary]")).toContainText("Datum");
  const year = new Date().getFullYear() + 1;
  for (const [part, value] of [
    ["day", "1"],
    ["month", "6"],
    ["year", String(year)],
  ] as const)
    await page.locator(`form#none input[name="until.${part}"]`).fill(value);
  await page.locator("form#none button").click();
  await expect(page.locator("h1")).toContainText("Danke");
  const [row] = await database()
    .select({ until: practices.coolingUntil })
    .from(practices)
    .innerJoin(inquiries, eq(inquiries.practiceId, practices.id))
    .where(eq(inquiries.id, inquiryId));
  expect(row!.until!.toISOString().slice(0, 10)).toBe(`${year}-05-31`);
});

test("whoever says yes a moment too late is told kindly, and their page says so from then on", async ({
  browser,
}) => {
  const first = await givenAsked({ count: 2 });
  const second = await askAbout(first.people, `spaet.${Date.now()}@hafen.example`);
  const page = await onPhone(browser);
  await page.goto(second.link);
  await choose(page, 0, "accepted");
  await choose(page, 1, "rejected_capacity");
  const actor = { kind: "therapist", inquiryId: first.inquiryId } as const;
  await respondToInquiry({ ...systemCtx(), actor }, first.inquiryId, [
    { itemId: first.items[0]!.id, outcome: "accepted" },
  ]);
  await send(page);
  await expect(page.locator("main")).toContainText("hat gerade eine andere Praxis zugesagt");
  await expect(page.locator("main")).toContainText("schon ein Platz gefunden");
  // Who fits next may have followed into the freed position.
  expect((await outcomesOf(second.inquiryId)).slice(0, 2)).toEqual(["placed_elsewhere", "rejected_capacity"]);
});

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
    .where(eq(objections.value, "domain.ruhe.example"));
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
  expect(await database().$count(objections, eq(objections.value, "gmx.de"))).toBe(0);
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

const bad: [string, Record<string, string | string[]>, RegExp][] = [
  ["an answer that does not exist", { "answer-ITEM": "perhaps" }, /Bitte wählen Sie eine Antwort aus/],
  ["NUL bytes", { "answer-ITEM": "accepted\u0000" }, /Bitte wählen Sie eine Antwort aus/],
  ["a megabyte", { "answer-ITEM": "x".repeat(1_000_000) }, /Bitte wählen Sie eine Antwort aus/],
  ["a day that does not exist", { "answer-ITEM": "later", "later-ITEM": "2026-02-30" }, /Datum/],
  [
    "somebody else's item",
    { "answer-00000000-0000-7000-8000-000000000000": "accepted" },
    /mindestens eine Person/,
  ],
  ["nothing at all", {}, /mindestens eine Person/],
  ["another link's token", { "answer-ITEM": "accepted", token: "x".repeat(43) }, /gibt es nicht/],
  ["a list of tokens", { "answer-ITEM": "accepted", token: ["", "y"] }, /gibt es nicht/],
];

for (const [what, fields, says] of bad) {
  test(`${what}: a sentence, no 5xx, nothing stored`, async ({ request }) => {
    const { link, inquiryId, items } = await givenAsked({ count: 1 });
    const named = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name.replace("ITEM", items[0]!.id), value]),
    );
    const response = await postForm(request, link, "answer", named);
    expect(response.status()).toBe(200);
    expect(await response.text()).toMatch(says);
    expect(await outcomesOf(inquiryId)).toEqual(["pending"]);
  });
}

test("an answer sent twice is stored once", async ({ request }) => {
  const { link, inquiryId, items } = await givenAsked({ count: 2 });
  const answer = { [`answer-${items[0]!.id}`]: "rejected_capacity" };
  const changed = { [`answer-${items[0]!.id}`]: "accepted" };
  expect((await postForm(request, link, "answer", answer)).status()).toBe(303);
  expect((await postForm(request, link, "answer", changed)).status()).toBe(303);
  expect(await outcomesOf(inquiryId)).toEqual(["rejected_capacity", "pending"]);
  const [count] = await database()
    .select({ count: sql<number>`count(*)::int` })
    .from(inquiryItems)
    .where(and(eq(inquiryItems.inquiryId, inquiryId), eq(inquiryItems.outcome, "rejected_capacity")));
  expect(count!.count).toBe(1);
});

test("by keyboard alone, no finding of axe in any state, 320 px wide, in both languages", async ({
  browser,
}) => {
  for (const locale of ["de-DE", "en-GB"]) {
    const { link, inquiryId } = await givenAsked({ count: 2 });
    const page = await onPhone(browser, locale);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(link);
    await look(page);
    await send(page);
    await look(page);
    const first = page.locator("form#answer article").first().locator("input").first();
    for (
      let presses = 0;
      presses < 40 && !(await first.evaluate((input) => input === document.activeElement));
      presses++
    )
      await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("form#answer article").first().locator(`select[name^="later-"]`)).toBeVisible();
    await look(page);
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.matches("form#answer button[type=submit]")))
        break;
    }
    await page.keyboard.press("Enter");
    await expect(page.locator("h1")).toContainText(locale === "de-DE" ? "Danke" : "Thank you");
    await look(page);
    expect(await outcomesOf(inquiryId)).toEqual(["later", "pending"]);
    await page.goto(paths.respond("nowhere"));
    await look(page);
    await page.context().close();
  }
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

async function look(page: Page): Promise<void> {
  await page.waitForLoadState();
  await expect(page.locator("h1")).toHaveCount(1);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
}

import { and, eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { inquiries, inquiryItems, practices } from "@/db/schema";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { paths } from "@/lib/paths";
import { itemsOf } from "@/tests/support/factories";
import { postForm } from "./support/post-form";
import { expect, systemCtx, test } from "./support/test";
import { givenAsked, askAbout, outcomesOf, choose, send, onPhone, look } from "./support/asked-practice";

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
  const kinds = [{ method: "GET" }, { method: "HEAD" }, { method: "GET", headers: prefetch }];
  const opened = await Promise.all(
    Array.from({ length: 50 }, (_, index) => request.fetch(asked.link, kinds[index % kinds.length])),
  );
  expect(new Set(opened.map((response) => response.status()))).toEqual(new Set([200]));
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
  await expect(page.locator("main")).toContainText("Eine andere Praxis hat kurz vor Ihnen zugesagt");
  await expect(page.locator("main")).toContainText("schon ein Platz gefunden");
  // Who fits next may have followed into the freed position.
  expect((await outcomesOf(second.inquiryId)).slice(0, 2)).toEqual(["placed_elsewhere", "rejected_capacity"]);
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

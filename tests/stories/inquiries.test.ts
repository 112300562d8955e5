import { and, eq, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inquiries, inquiryItems, mails, practices, searches, staff, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { isoDayOf } from "@/lib/format";
import { callOffInquiry } from "@/lib/domain/inquiries/call-off-inquiry";
import { hastenInquiry } from "@/lib/domain/inquiries/conduct-inquiry";
import { postponeInquiry } from "@/lib/domain/inquiries/postpone-inquiry";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { approveInquiry } from "@/lib/domain/inquiries/review-inquiry";
import type { AnswerResult } from "@/lib/domain/inquiries/schemas";
import type { AnswerOutcome } from "@/lib/domain/inquiries/status";
import { handBackInquiry, takeOverInquiry } from "@/lib/domain/inquiries/take-over-inquiry";
import { markBounced } from "@/lib/domain/mail/mark-bounced";
import { cancelSearch } from "@/lib/domain/searches/cancel-search";
import { pauseSearch } from "@/lib/domain/searches/pause-search";
import { blockTherapist } from "@/lib/domain/therapists/block-therapist";
import { objectToContact } from "@/lib/domain/therapists/object-to-contact";
import { type World, startWorld } from "@/scripts/journey/world";
import { givenPatient, givenProposal, givenTherapist, itemsOf } from "../support/factories";
import { type Story, callsAbout, mailsAbout, playStories, untilNothingIsDue } from "./timeline";

const dayMs = 24 * 60 * 60 * 1000;
const lastDay = 43;

let world: World;
let asStaff: (ctx: Context) => Context;

/** One practice, asked about some people at the beginning of the time line. */
type Asked = {
  inquiryId: string;
  therapist: { id: string; practiceId: string };
  people: { id: string; searchId: string }[];
  itemIds: string[];
  results: AnswerResult[];
};

async function ask(people: { id: string; searchId: string }[], changes = {}): Promise<Asked> {
  const ctx = world.ctx();
  const therapist = await givenTherapist(ctx, changes);
  const channel = "email" in changes && changes.email === null ? "phone" : "email";
  const { inquiryId, items } = await givenProposal(
    ctx,
    therapist,
    people.map(({ searchId }) => searchId),
  );
  await ctx.db.update(inquiries).set({ channel }).where(eq(inquiries.id, inquiryId));
  await approveInquiry(ctx, { inquiryId, version: 1 });
  return { inquiryId, therapist, people, itemIds: items.map(({ id }) => id), results: [] };
}

const somebody = () => givenPatient(world.ctx());

/** The practice answers by its link about one of its people. */
function says(asked: Asked, outcome: AnswerOutcome, { person = 0, laterOn = null as string | null } = {}) {
  return async (ctx: Context) => {
    const actor = { kind: "therapist", inquiryId: asked.inquiryId } as const;
    const answer = { itemId: asked.itemIds[person]!, outcome, laterOn };
    const results = await respondToInquiry({ ...ctx, actor }, asked.inquiryId, [answer]);
    asked.results.push(...Object.values(results));
  };
}

const names = [
  "silence",
  "prompt",
  "partial",
  "objection",
  "blocked",
  "withdrawn",
  "paused",
  "elsewhere",
  "faster",
  "oneByOne",
  "allGone",
  "phone",
  "late",
  "tooLate",
  "later",
  "postponed",
  "takenOver",
  "hastened",
  "calledOff",
  "bounced",
] as const;
const asked = {} as Record<(typeof names)[number], Asked>;
const stories: Story[] = [];
let laterOn: string;

beforeAll(async () => {
  process.env.ENGINE_TEST_CLOCK = "1";
  world = await startWorld();
  const ctx = world.ctx();
  const person = {
    name: "Kim Beispiel",
    email: "kim@example.org",
    passwordHash: "",
    role: "coordinator" as const,
  };
  const [row] = await ctx.db.insert(staff).values(person).returning();
  asStaff = (now) => ({ ...now, actor: { kind: "staff", id: row!.id, role: "coordinator", name: "Kim" } });
  laterOn = isoDayOf(new Date(ctx.now.getTime() + 40 * dayMs));
  await begin();
  await playStories(world, stories, lastDay);
}, 400_000);
afterAll(() => world.stop(), 60_000);

async function begin(): Promise<void> {
  for (const name of names.filter((one) => one !== "elsewhere" && one !== "faster"))
    asked[name] = await ask([await somebody()], name === "phone" ? { email: null } : {});
  asked.partial = await ask([await somebody(), await somebody(), await somebody()]);
  asked.withdrawn = await ask([await somebody(), await somebody()]);
  const wanted = await somebody();
  asked.elsewhere = await ask([wanted]);
  asked.faster = await ask([wanted]);
  asked.oneByOne = await ask([await somebody(), wanted]);
  asked.allGone = await ask([await somebody(), await somebody()]);
  const { id: patientId, searchId } = asked.withdrawn.people[0]!;
  const paused = asked.paused.people[0]!;
  const until = new Date(world.ctx().now.getTime() + 20 * dayMs);
  stories.push(
    { 2: says(asked.prompt, "rejected_capacity") },
    { 3: says(asked.partial, "rejected_capacity"), 10: says(asked.partial, "accepted", { person: 1 }) },
    { 8: (ctx) => objectToContact(ctx, { kind: "person", inquiryId: asked.objection.inquiryId }) },
    { 8: (ctx) => blockTherapist(ctx, asked.blocked.therapist.id, "Praxis geschlossen") },
    { 5: (ctx) => cancelSearch({ ...ctx, actor: { kind: "patient", patientId } }, searchId, "other") },
    {
      5: (ctx) =>
        pauseSearch({ ...ctx, actor: { kind: "patient", patientId: paused.id } }, paused.searchId, {
          until,
          reason: "",
        }),
    },
    { 1: says(asked.faster, "accepted") },
    { 0.5: (ctx) => cancelSearch(ctx, asked.oneByOne.people[0]!.searchId, "other") },
    {
      1: (ctx) => cancelSearch(ctx, asked.allGone.people[0]!.searchId, "other"),
      2: (ctx) => cancelSearch(ctx, asked.allGone.people[1]!.searchId, "other"),
    },
    { 2: (ctx) => says(asked.phone, "rejected_capacity")(ctx) },
    { 35: says(asked.late, "accepted") },
    {
      30: (ctx) => cancelSearch(ctx, asked.tooLate.people[0]!.searchId, "found_elsewhere"),
      35: says(asked.tooLate, "accepted"),
    },
    { 1: says(asked.later, "later", { laterOn }), 42: nightlyRun },
    {
      3: (ctx) =>
        postponeInquiry(asStaff(ctx), {
          inquiryId: asked.postponed.inquiryId,
          until: new Date(ctx.now.getTime() + 27 * dayMs),
        }),
    },
    {
      3: (ctx) => takeOverInquiry(asStaff(ctx), asked.takenOver.inquiryId),
      20: (ctx) => handBackInquiry(asStaff(ctx), asked.takenOver.inquiryId),
    },
    { 3: (ctx) => hastenInquiry(asStaff(ctx), { inquiryId: asked.hastened.inquiryId, action: "remind" }) },
    { 3: (ctx) => callOffInquiry(asStaff(ctx), { inquiryId: asked.calledOff.inquiryId, reason: "" }) },
    { 1: (ctx) => bounce(ctx, asked.bounced) },
  );
  // The minute in which an approval can be taken back.
  await world.advance(61_000);
  await untilNothingIsDue(world);
}

/** Waits for the run of the night that has passed. */
const nightlyRun = () => world.untilQuiet("schedule-matching", "run-matching");

/** The mail server of the practice reports that its address does not exist. */
async function bounce(ctx: Context, { inquiryId, therapist }: Asked): Promise<void> {
  const [mail] = await ctx.db.select().from(mails).where(eq(mails.inquiryId, inquiryId));
  const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, therapist.practiceId));
  await markBounced(ctx, mail!.id, practice!.email!);
}

/** How a story ended: state, what became of each person, mails and calls. */
async function endOf(name: (typeof names)[number]) {
  const ctx = world.ctx();
  const { inquiryId, results } = asked[name];
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  const outcomes = (await itemsOf(ctx, inquiryId)).map(({ outcome }) => outcome);
  const [told, called] = [await mailsAbout(ctx, inquiryId), await callsAbout(ctx, inquiryId)];
  return { status: inquiry!.status, outcomes, mails: told, calls: called, results, inquiry: inquiry! };
}

const asking = ["inquiry", "inquiry_reminder"];

describe("stories of an inquiry", () => {
  test("nobody answers: one reminder, a call, the end; the patient goes on searching", async () => {
    expect(await endOf("silence")).toMatchObject({
      status: "expired",
      outcomes: ["no_answer"],
      mails: asking,
      calls: ["cancelled"],
    });
    const [search] = await world
      .ctx()
      .db.select()
      .from(searches)
      .where(eq(searches.id, asked.silence.people[0]!.searchId));
    expect(search!.status).toBe("active");
  });

  test("an answer before the reminder: nobody is reminded or called", async () => {
    const end = await endOf("prompt");
    expect(end).toMatchObject({ status: "answered", outcomes: ["rejected_capacity"], calls: [] });
    expect(end.mails).not.toContain("inquiry_reminder");
  });

  test("answers over days: no reminder and no call after the first, the rest ends with the time", async () => {
    const end = await endOf("partial");
    expect(end).toMatchObject({
      status: "answered",
      results: ["recorded", "accepted"],
      calls: [],
    });
    expect(end.outcomes[0]).toBe("rejected_capacity");
    expect(end.outcomes[2]).toBe("no_answer");
    expect(end.mails).not.toContain("inquiry_reminder");
  });

  test.each(["objection", "blocked"] as const)(
    "%s in the middle: reminded before, not called after, the person is free",
    async (name) => {
      expect(await endOf(name)).toMatchObject({
        status: "cancelled",
        outcomes: ["withdrawn"],
        mails: asking,
        calls: [],
      });
    },
  );

  test("a patient withdraws: the inquiry goes on with the other person", async () => {
    expect(await endOf("withdrawn")).toMatchObject({
      status: "expired",
      outcomes: ["withdrawn", "no_answer"],
      mails: asking,
    });
  });

  test("the only patient pauses: the inquiry shrinks to nothing, and the search comes back by itself", async () => {
    expect(await endOf("paused")).toMatchObject({
      status: "cancelled",
      outcomes: ["withdrawn"],
      mails: ["inquiry"],
      calls: [],
    });
    const [search] = await world
      .ctx()
      .db.select()
      .from(searches)
      .where(eq(searches.id, asked.paused.people[0]!.searchId));
    expect(search!.status).toBe("active");
  });

  test("placed elsewhere: the other inquiry closes at once, and its practice is told once and not reminded", async () => {
    expect((await endOf("faster")).results).toEqual(["accepted"]);
    expect(await endOf("elsewhere")).toMatchObject({
      status: "cancelled",
      outcomes: ["placed_elsewhere"],
      mails: ["inquiry", "already_placed"],
      calls: [],
    });
  });

  test("of two people one withdraws, then the other finds a place: told; both withdraw: there is nothing to tell", async () => {
    expect((await endOf("oneByOne")).mails).toEqual(["inquiry", "already_placed"]);
    expect(await endOf("allGone")).toMatchObject({
      status: "cancelled",
      outcomes: ["withdrawn", "withdrawn"],
      mails: ["inquiry"],
    });
  });

  test("a practice without a mail address is called first, and its answer cancels the call", async () => {
    expect(await endOf("phone")).toMatchObject({
      status: "answered",
      outcomes: ["rejected_capacity"],
      mails: [],
      calls: ["cancelled"],
    });
  });

  test("a late yes is welcome while the patient searches, and no longer once the search ended", async () => {
    expect((await endOf("late")).results).toEqual(["accepted"]);
    expect((await endOf("late")).status).toBe("answered");
    expect(await endOf("tooLate")).toMatchObject({ status: "expired", results: ["no_longer_searching"] });
  });

  test("'later': the mailbox rests until that day, and then the nightly run proposes to ask again", async () => {
    const { therapist } = asked.later;
    const { db } = world.ctx();
    const again = await db
      .select()
      .from(inquiries)
      .where(and(eq(inquiries.practiceId, therapist.practiceId), isNotNull(inquiries.runId)))
      .orderBy(inquiries.createdAt);
    expect(again.length).toBeGreaterThan(1);
    expect(isoDayOf(again[1]!.createdAt) >= laterOn).toBe(true);
    const [row] = await db.select().from(therapists).where(eq(therapists.id, therapist.id));
    expect(row!.capacity).toMatchObject({ individual: 1, from: laterOn });
  });

  test("postponed by four weeks: reminded only then", async () => {
    const { inquiry, ...end } = await endOf("postponed");
    expect(end).toMatchObject({ status: "sent", mails: asking });
    expect(inquiry.remindedAt!.getTime() - inquiry.sentAt!.getTime()).toBeGreaterThan(29 * dayMs);
  });

  test("taken over: nothing until it is handed back, then it goes on where it stood", async () => {
    const { inquiry, ...end } = await endOf("takenOver");
    expect(end).toMatchObject({ mails: asking });
    expect(inquiry.remindedAt!.getTime() - inquiry.sentAt!.getTime()).toBeGreaterThan(19 * dayMs);
  });

  test("hastened: the reminder leaves at once and the call follows from there", async () => {
    const { inquiry, ...end } = await endOf("hastened");
    expect(end).toMatchObject({ status: "expired", mails: asking, calls: ["cancelled"] });
    expect(inquiry.remindedAt!.getTime() - inquiry.sentAt!.getTime()).toBeLessThan(4 * dayMs);
    expect(inquiry.callPlannedAt!.getTime() - inquiry.remindedAt!.getTime()).toBeLessThan(8 * dayMs);
  });

  test("called off: nothing more leaves", async () => {
    expect(await endOf("calledOff")).toMatchObject({
      status: "cancelled",
      outcomes: ["withdrawn"],
      mails: ["inquiry"],
      calls: [],
    });
  });

  test("an address that does not exist: a call instead of the reminder", async () => {
    const end = await endOf("bounced");
    expect(end).toMatchObject({ status: "expired", mails: ["inquiry"] });
    expect(end.calls.length).toBeGreaterThan(0);
  });

  test("nothing is forgotten: no approved inquiry waits for anything but a step to come", async () => {
    const { db } = world.ctx();
    const pending = await db
      .select({ status: inquiries.status })
      .from(inquiryItems)
      .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
      .where(and(eq(inquiryItems.outcome, "pending"), isNotNull(inquiries.approvedAt)));
    expect(pending.every(({ status }) => status === "sent")).toBe(true);
  });
});

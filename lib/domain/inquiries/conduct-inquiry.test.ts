import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calls, inquiries, mails, practices, staff, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import {
  givenPatient,
  givenProposal,
  givenSentInquiry,
  givenTherapist,
  itemsOf,
  systemOn,
} from "@/tests/support/factories";
import { callOffInquiry } from "./call-off-inquiry";
import { conductInquiry, findInquiryStep, hastenInquiry } from "./conduct-inquiry";
import { getAnswerPage } from "./get-answer-page";
import { postponeInquiry } from "./postpone-inquiry";
import { respondToInquiry } from "./respond-to-inquiry";
import { approveInquiry } from "./review-inquiry";
import { handBackInquiry, takeOverInquiry } from "./take-over-inquiry";
import { createToken } from "@/lib/core/tokens";

let database: TestDatabase;
let ctx: Context;
let asStaff: Context;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 8 });
  ctx = systemOn(database.db);
  const person = { name: "Kim Beispiel", email: "kim@example.org", passwordHash: "", role: "admin" as const };
  const [row] = await ctx.db.insert(staff).values(person).returning();
  asStaff = { ...ctx, actor: { kind: "staff", id: row!.id, role: "coordinator", name: row!.name } };
});
afterAll(() => database.drop());

const inDays = (days: number, from = ctx): Context => ({
  ...from,
  now: new Date(ctx.now.getTime() + days * 86_400_000),
});
const viewer = (): Context => ({ ...ctx, actor: { kind: "staff", id: "x", role: "viewer", name: "x" } });
const statusOf = async (id: string) =>
  (await ctx.db.select().from(inquiries).where(eq(inquiries.id, id)))[0]!.status;
const mailsOf = async (id: string) =>
  (await ctx.db.select().from(mails).where(eq(mails.inquiryId, id))).map(({ template }) => template);
const plannedCalls = (id: string) =>
  ctx.db.$count(calls, and(eq(calls.inquiryId, id), eq(calls.status, "planned")));

async function givenSent(people = 1) {
  const patients = await Promise.all(Array.from({ length: people }, () => givenPatient(ctx)));
  const therapist = await givenTherapist(ctx);
  const { inquiryId, items } = await givenSentInquiry(
    ctx,
    therapist,
    patients.map(({ searchId }) => searchId),
  );
  await leave(inquiryId);
  return { patients, therapist, inquiryId, items };
}

/** The mail server took the mail that asks. */
const leave = (inquiryId: string, days = 0) =>
  ctx.db
    .update(mails)
    .set({ status: "sent", sentAt: inDays(days).now })
    .where(and(eq(mails.inquiryId, inquiryId), eq(mails.template, "inquiry")));

describe("by itself", () => {
  test("each step happens once and in its time, however often it is asked for", async () => {
    const { inquiryId } = await givenSent();
    const done: Record<string, string[]> = {};
    for (const day of [0, 6.9, 7, 7, 13.9, 14, 14, 27.9, 40, 41]) {
      const both = await Promise.all([1, 2].map(() => conductInquiry(inDays(day), inquiryId)));
      const acts = both.filter((act) => act !== "none");
      if (acts.length > 0) done[day] = [...(done[day] ?? []), ...acts];
    }
    expect(done).toEqual({ 7: ["remind"], 14: ["call"], 40: ["expire"] });
    expect(await mailsOf(inquiryId)).toEqual(["inquiry", "inquiry_reminder"]);
    expect(await statusOf(inquiryId)).toBe("expired");
  });

  test("an answer for one of two people cancels reminder and call; when the time is over the inquiry counts as answered", async () => {
    const { inquiryId, items } = await givenSent(2);
    await conductInquiry(inDays(7), inquiryId);
    await conductInquiry(inDays(14), inquiryId);
    expect(await plannedCalls(inquiryId)).toBe(1);
    await respondToInquiry(inDays(15), inquiryId, [{ itemId: items[0]!.id, outcome: "rejected_capacity" }]);
    expect(await plannedCalls(inquiryId)).toBe(0);
    expect(await conductInquiry(inDays(28), inquiryId)).toBe("expire");
    expect(await statusOf(inquiryId)).toBe("answered");
    expect((await itemsOf(ctx, inquiryId)).map(({ outcome }) => outcome)).toEqual([
      "rejected_capacity",
      "no_answer",
    ]);
  });

  test("who was written to and has no number is not called, and the end comes all the same", async () => {
    const patient = await givenPatient(ctx);
    const therapist = await givenTherapist(ctx, { phone: null });
    const { inquiryId } = await givenSentInquiry(ctx, therapist, [patient.searchId]);
    for (const day of [7, 14]) await conductInquiry(inDays(day), inquiryId);
    expect(await plannedCalls(inquiryId)).toBe(0);
    expect(await conductInquiry(inDays(28), inquiryId)).toBe("expire");
  });
});

describe("the reminder waits for the mail that asks", () => {
  async function givenWaiting() {
    const { searchId } = await givenPatient(ctx);
    return givenSentInquiry(ctx, await givenTherapist(ctx), [searchId]);
  }
  const dueOf = async (id: string) =>
    (await ctx.db.select().from(inquiries).where(eq(inquiries.id, id)))[0]!.dueAt!;

  test("which left three days late: a week from then, and the day to answer by moves along", async () => {
    const { inquiryId } = await givenWaiting();
    await leave(inquiryId, 3);
    expect(await conductInquiry(inDays(9.9), inquiryId)).toBe("none");
    expect(await conductInquiry(inDays(10), inquiryId)).toBe("remind");
    expect(await dueOf(inquiryId)).toEqual(inDays(17).now);
    expect(await conductInquiry(inDays(16.9), inquiryId)).toBe("none");
    expect(await conductInquiry(inDays(17), inquiryId)).toBe("call");
  });

  test.each(["queued", "sending", "unknown", "failed", "cancelled"] as const)(
    "which is %s: not even by hand; when it should have come the practice is called",
    async (status) => {
      const { inquiryId } = await givenWaiting();
      await ctx.db.update(mails).set({ status }).where(eq(mails.inquiryId, inquiryId));
      await expect(hastenInquiry(asStaff, { inquiryId, action: "remind" })).rejects.toMatchObject({
        key: "inquiry_changed",
      });
      expect(await conductInquiry(inDays(6.9), inquiryId)).toBe("none");
      expect(await conductInquiry(inDays(7), inquiryId)).toBe("call");
      expect(await mailsOf(inquiryId)).toEqual(["inquiry"]);
    },
  );
});

describe("by a person", () => {
  test("an approved inquiry is sent at once, and only if sending still comes next", async () => {
    const patient = await givenPatient(ctx);
    const { inquiryId } = await givenProposal(ctx, await givenTherapist(ctx), [patient.searchId]);
    await approveInquiry(ctx, { inquiryId, version: 1 });
    expect(await conductInquiry(ctx, inquiryId)).toBe("none");
    await hastenInquiry(asStaff, { inquiryId, action: "send" });
    expect(await statusOf(inquiryId)).toBe("sent");
    await expect(hastenInquiry(asStaff, { inquiryId, action: "send" })).rejects.toMatchObject({
      key: "inquiry_changed",
    });
  });

  test("postponed: nothing before that day, the planned call is planned anew then", async () => {
    const { inquiryId } = await givenSent();
    for (const day of [7, 14]) await conductInquiry(inDays(day), inquiryId);
    const { now: until } = inDays(30);
    await postponeInquiry(inDays(15, asStaff), { inquiryId, until });
    expect(await plannedCalls(inquiryId)).toBe(0);
    expect(await conductInquiry(inDays(29), inquiryId)).toBe("none");
    expect(await conductInquiry(inDays(30), inquiryId)).toBe("call");
    expect(await plannedCalls(inquiryId)).toBe(1);
    await expect(postponeInquiry(asStaff, { inquiryId, until: ctx.now })).rejects.toMatchObject({
      fields: { until: "date_in_past" },
    });
  });

  test("taken over: nothing happens until it is handed back, and the practice can still answer", async () => {
    const { inquiryId, items } = await givenSent(2);
    await takeOverInquiry(asStaff, inquiryId);
    await expect(takeOverInquiry(asStaff, inquiryId)).rejects.toMatchObject({ key: "inquiry_closed" });
    expect(await conductInquiry(inDays(50), inquiryId)).toBe("none");
    await handBackInquiry(asStaff, inquiryId);
    expect(await conductInquiry(inDays(50), inquiryId)).toBe("remind");
    await takeOverInquiry(asStaff, inquiryId);
    const answers = items.map(({ id: itemId }) => ({ itemId, outcome: "rejected_capacity" as const }));
    await respondToInquiry(ctx, inquiryId, answers);
    expect(await statusOf(inquiryId)).toBe("answered");
    await expect(handBackInquiry(asStaff, inquiryId)).rejects.toMatchObject({ key: "inquiry_closed" });
  });

  test.each(["postponed", "taken over and handed back"] as const)(
    "an inquiry that is %s goes on with the try at which it was",
    async (how) => {
      const { inquiryId } = await givenSent();
      for (const day of [7, 14]) await conductInquiry(inDays(day), inquiryId);
      await ctx.db.update(calls).set({ attempt: 3 }).where(eq(calls.inquiryId, inquiryId));
      const day15 = inDays(15, asStaff);
      if (how === "postponed") await postponeInquiry(day15, { inquiryId, until: inDays(20).now });
      else {
        await takeOverInquiry(day15, inquiryId);
        await handBackInquiry(day15, inquiryId);
      }
      expect(await conductInquiry(inDays(21), inquiryId)).toBe("call");
      const planned = and(eq(calls.inquiryId, inquiryId), eq(calls.status, "planned"));
      expect((await ctx.db.select().from(calls).where(planned)).map(({ attempt }) => attempt)).toEqual([3]);
    },
  );

  test.each(["postponed", "taken over and handed back"] as const)(
    "who was reached is not called once more when the inquiry is %s",
    async (how) => {
      const { inquiryId } = await givenSent();
      for (const day of [7, 14]) await conductInquiry(inDays(day), inquiryId);
      const done = { status: "done", result: "reached", doneAt: inDays(14.1).now } as const;
      await ctx.db.update(calls).set(done).where(eq(calls.inquiryId, inquiryId));
      const day15 = inDays(15, asStaff);
      if (how === "postponed") await postponeInquiry(day15, { inquiryId, until: inDays(20).now });
      else {
        await takeOverInquiry(day15, inquiryId);
        await handBackInquiry(day15, inquiryId);
      }
      expect(await conductInquiry(inDays(21), inquiryId)).toBe("none");
      expect(await findInquiryStep(ctx, inquiryId)).toEqual({ action: "expire", at: inDays(28.1).now });
      expect(await plannedCalls(inquiryId)).toBe(0);
    },
  );

  test("called off: the link ends, the people are free; twice is a conflict; a viewer does none of this", async () => {
    const { inquiryId } = await givenSent();
    const link = await createToken(ctx, "respond", inquiryId);
    for (const attempt of [
      callOffInquiry(viewer(), { inquiryId, reason: "" }),
      postponeInquiry(viewer(), { inquiryId, until: inDays(3).now }),
      takeOverInquiry(viewer(), inquiryId),
      handBackInquiry(viewer(), inquiryId),
      hastenInquiry(viewer(), { inquiryId, action: "remind" }),
      conductInquiry(viewer(), inquiryId),
    ])
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    await callOffInquiry(asStaff, { inquiryId, reason: "" });
    expect(await getAnswerPage({ ...ctx, actor: { kind: "public" } }, link)).toBeNull();
    expect((await itemsOf(ctx, inquiryId))[0]!.outcome).toBe("withdrawn");
    await expect(callOffInquiry(asStaff, { inquiryId, reason: "" })).rejects.toMatchObject({
      key: "inquiry_closed",
    });
    expect(await findInquiryStep(ctx, inquiryId)).toEqual({ action: "end", at: null });
  });
});

describe("late answers", () => {
  async function givenExpired(people: number) {
    const given = await givenSent(people);
    for (const day of [7, 14, 40]) await conductInquiry(inDays(day), given.inquiryId);
    expect(await statusOf(given.inquiryId)).toBe("expired");
    return given;
  }

  test("are welcome while the patient searches, one after the other, and show a profile to answer", async () => {
    const { inquiryId, items } = await givenExpired(2);
    const link = await createToken(inDays(29), "respond", inquiryId);
    const page = await getAnswerPage({ ...inDays(29), actor: { kind: "public" } }, link);
    expect(page!.items.map(({ state, profile }) => [state, profile !== null])).toEqual([
      ["open", true],
      ["open", true],
    ]);
    for (const { id: itemId } of items) {
      const [result] = Object.values(
        await respondToInquiry(inDays(29), inquiryId, [{ itemId, outcome: "accepted" }]),
      );
      expect(result).toBe("accepted");
      expect(await statusOf(inquiryId)).toBe("answered");
    }
  });

  test("of two practices at once one wins, 20 rounds", async () => {
    for (let round = 0; round < 20; round++) {
      const { inquiryId, items, patients } = await givenExpired(1);
      const later = inDays(30);
      const other = await givenSentInquiry(later, await givenTherapist(later), [patients[0]!.searchId]);
      const results = await Promise.all([
        respondToInquiry(later, inquiryId, [{ itemId: items[0]!.id, outcome: "accepted" }]),
        respondToInquiry(later, other.inquiryId, [{ itemId: other.items[0]!.id, outcome: "accepted" }]),
      ]);
      expect(results.flatMap((result) => Object.values(result)).toSorted()).toEqual([
        "accepted",
        "already_placed",
      ]);
    }
  }, 60_000);
});

test("'later, from May' is a place with a date: the mailbox rests until then", async () => {
  const { inquiryId, items, therapist } = await givenSent();
  const day = inDays(120).now.toISOString().slice(0, 10);
  await respondToInquiry(ctx, inquiryId, [{ itemId: items[0]!.id, outcome: "later", laterOn: day }]);
  const [row] = await ctx.db.select().from(therapists).where(eq(therapists.id, therapist.id));
  expect(row!.capacity).toMatchObject({ individual: 1, group: 0, from: day });
  const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, therapist.practiceId));
  expect(practice!.coolingUntil! > inDays(118).now).toBe(true);
});

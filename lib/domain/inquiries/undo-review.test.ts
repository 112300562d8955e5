import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { exclusions, inquiries, practices, searches, tasks } from "@/db/schema";
import type { Actor, Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenProposal, givenTherapist, itemsOf, systemOn } from "@/tests/support/factories";
import { addExclusion } from "../therapists/exclusions";
import { createStaff } from "../staff/create-staff";
import { findInquiryStep } from "./conduct-inquiry";
import { approveAllProposals } from "./approve-all-proposals";
import { rejectInquiry } from "./reject-inquiry";
import { approveInquiry } from "./review-inquiry";
import type { RejectReason } from "./status";
import { sendInquiry } from "./send-inquiry";
import { undoApproval, undoApprovalsAt } from "./undo-approval";
import { undoRejection } from "./undo-rejection";
import { wasSent } from "./was-sent";

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 8 });
  ctx = systemOn(database.db, new Date("2026-11-18T11:00:00Z"));
});
afterAll(() => database.drop());

async function proposed(people = 2) {
  const therapist = await givenTherapist(ctx);
  const patients = [];
  for (let i = 0; i < people; i++) patients.push(await givenPatient(ctx));
  const searchIds = patients.map(({ searchId }) => searchId);
  return { ...(await givenProposal(ctx, therapist, searchIds)), therapist, patients };
}
async function givenStaff() {
  const password = "wolke distel leuchte segel";
  const person = { name: "Test", email: `${newId()}@lotse.example`, role: "coordinator" as const, password };
  return (await createStaff(ctx, person)).id;
}
const inquiryOf = async (id: string) =>
  (await ctx.db.select().from(inquiries).where(eq(inquiries.id, id)))[0]!;
const coolingOf = async (id: string) =>
  (await ctx.db.select().from(practices).where(eq(practices.id, id)))[0]!.coolingUntil;
const excludedFrom = async (therapistId: string) =>
  (await ctx.db.select().from(exclusions).where(eq(exclusions.therapistId, therapistId))).map(
    ({ patientId }) => patientId,
  );
const tasksAbout = (id: string) =>
  ctx.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, id), eq(tasks.kind, "wrong_data")));
const reject = (inquiryId: string, reason: RejectReason, askAgainOn?: string) =>
  rejectInquiry(ctx, { inquiryId, version: 1, reason, askAgainOn });

describe("taking an approval back", () => {
  test("the proposal waits again and can be approved again", async () => {
    const { inquiryId } = await proposed();
    await approveInquiry(ctx, { inquiryId, version: 1 });
    await undoApproval(ctx, { inquiryId, version: 2 });
    expect(await inquiryOf(inquiryId)).toMatchObject({ status: "proposed", approvedAt: null, version: 3 });
    expect(await sendInquiry(ctx, inquiryId), "a workflow that was under way sends nothing").toBe("closed");
    await approveInquiry(ctx, { inquiryId, version: 3 });
    expect(await wasSent(ctx, inquiryId), "nobody is told that it was").toBe(false);
    expect(await sendInquiry(ctx, inquiryId)).toBe("sent");
    expect(await wasSent(ctx, inquiryId), "who is too late is told so").toBe(true);
    await expect(undoApproval(ctx, { inquiryId, version: 4 })).rejects.toMatchObject({ code: "conflict" });
  });

  test("takes with it that somebody took it over or put it off: approved again, it leaves by itself", async () => {
    const { inquiryId } = await proposed(1);
    await approveInquiry(ctx, { inquiryId, version: 1 });
    await ctx.db
      .update(inquiries)
      .set({ takenOverAt: ctx.now, takenOverBy: await givenStaff(), postponedUntil: new Date("2027-05-01") })
      .where(eq(inquiries.id, inquiryId));
    await undoApproval(ctx, { inquiryId, version: 2 });
    await approveInquiry(ctx, { inquiryId, version: 3 });
    expect((await findInquiryStep(ctx, inquiryId)).action).toBe("send");
    expect(await inquiryOf(inquiryId)).toMatchObject({ takenOverBy: null, postponedUntil: null });
  });

  test("what was approved together comes back together, but nobody else's and nothing sent", async () => {
    const [mine, sent, others] = [await proposed(1), await proposed(1), await proposed(1)];
    const staffId = await givenStaff();
    const me: Context = { ...ctx, actor: { kind: "staff", id: staffId, role: "coordinator", name: "Test" } };
    const { approvedAt } = await approveAllProposals(me, [
      { inquiryId: mine.inquiryId, version: 1 },
      { inquiryId: sent.inquiryId, version: 1 },
    ]);
    await approveInquiry(ctx, { inquiryId: others.inquiryId, version: 1 });
    await sendInquiry(ctx, sent.inquiryId);
    expect(await undoApprovalsAt(me, new Date(approvedAt.getTime() - 1))).toBe(0);
    expect(await undoApprovalsAt(me, approvedAt)).toBe(1);
    expect((await inquiryOf(mine.inquiryId)).status).toBe("proposed");
    expect((await inquiryOf(sent.inquiryId)).status).toBe("sent");
    expect((await inquiryOf(others.inquiryId)).status).toBe("approved");
  });

  test("of undoing and sending at once exactly one happens, 15 rounds", async () => {
    for (let round = 0; round < 15; round++) {
      const { inquiryId } = await proposed(1);
      await approveInquiry(ctx, { inquiryId, version: 1 });
      const [undone, sent] = await Promise.allSettled([
        undoApproval(ctx, { inquiryId, version: 2 }),
        sendInquiry(ctx, inquiryId),
      ]);
      const wasSent = sent.status === "fulfilled" && sent.value === "sent";
      expect(wasSent).toBe(undone.status === "rejected");
      expect((await inquiryOf(inquiryId)).status).toBe(wasSent ? "sent" : "proposed");
    }
  });
});

describe("a rejection teaches, and forgets when it is taken back", () => {
  test("never together: every pair is excluded, and those excluded before stay so", async () => {
    const { inquiryId, therapist, patients } = await proposed(2);
    const [one, other] = patients;
    await reject(inquiryId, "never_together");
    expect(await excludedFrom(therapist.id)).toHaveLength(2);
    await undoRejection(ctx, { inquiryId, version: 2 });
    expect(await excludedFrom(therapist.id)).toEqual([]);
    const pair = { patientId: one!.id, therapistId: therapist.id, reason: "staff" } as const;
    await ctx.db.insert(exclusions).values(pair);
    await rejectInquiry(ctx, { inquiryId, version: 3, reason: "never_together" });
    await undoRejection(ctx, { inquiryId, version: 4 });
    expect(await excludedFrom(therapist.id)).toEqual([one!.id]);
    expect(await itemsOf(ctx, inquiryId)).toMatchObject([{ searchId: other!.searchId, outcome: "pending" }]);
  });

  test("whom a rule keeps apart by now does not come back", async () => {
    const { inquiryId, therapist, patients } = await proposed(1);
    await reject(inquiryId, "rejected_in_review");
    await addExclusion(ctx, { patientId: patients[0]!.id, therapistId: therapist.id, reason: "staff" });
    await expect(undoRejection(ctx, { inquiryId, version: 2 })).rejects.toMatchObject({
      key: "pair_does_not_fit",
    });
    expect((await inquiryOf(inquiryId)).status).toBe("cancelled");
  });

  test("not now: the mailbox rests until the day, and undoing gives back what was; while it rests longer nobody comes back", async () => {
    const { inquiryId, therapist } = await proposed();
    await reject(inquiryId, "not_now", "2027-01-15");
    expect(await coolingOf(therapist.practiceId)).toEqual(new Date("2027-01-14T23:00:00Z"));
    await undoRejection(ctx, { inquiryId, version: 2 });
    expect(await coolingOf(therapist.practiceId)).toBeNull();
    const long = new Date("2027-06-01T00:00:00Z");
    await ctx.db.update(practices).set({ coolingUntil: long }).where(eq(practices.id, therapist.practiceId));
    await rejectInquiry(ctx, { inquiryId, version: 3, reason: "not_now", askAgainOn: "2027-01-15" });
    expect(await coolingOf(therapist.practiceId)).toEqual(long);
    await expect(undoRejection(ctx, { inquiryId, version: 4 })).rejects.toMatchObject({
      key: "pair_does_not_fit",
    });
    expect(await coolingOf(therapist.practiceId)).toEqual(long);
  });

  test("not now needs a day to come", async () => {
    const { inquiryId } = await proposed();
    for (const day of [undefined, "", "2026-11-18", "2020-01-01"])
      await expect(reject(inquiryId, "not_now", day)).rejects.toMatchObject({ code: "invalid" });
    expect((await inquiryOf(inquiryId)).status).toBe("proposed");
  });

  test("wrong data: a task about the entry, gone with the undo unless somebody did it", async () => {
    const [undone, done] = [await proposed(), await proposed()];
    for (const { inquiryId } of [undone, done]) await reject(inquiryId, "wrong_data");
    expect(await tasksAbout(undone.therapist.id)).toHaveLength(1);
    await ctx.db.update(tasks).set({ doneAt: ctx.now }).where(eq(tasks.subjectId, done.therapist.id));
    for (const { inquiryId } of [undone, done]) await undoRejection(ctx, { inquiryId, version: 2 });
    expect(await tasksAbout(undone.therapist.id)).toHaveLength(0);
    expect(await tasksAbout(done.therapist.id)).toHaveLength(1);
  });
});

describe("taking a rejection back", () => {
  test("everybody comes back but who stopped searching or is in enough others by now", async () => {
    const { inquiryId, patients } = await proposed(3);
    await reject(inquiryId, "rejected_in_review");
    await ctx.db.update(searches).set({ status: "paused" }).where(eq(searches.id, patients[0]!.searchId));
    for (let i = 0; i < 3; i++) await givenProposal(ctx, await givenTherapist(ctx), [patients[1]!.searchId]);
    await undoRejection(ctx, { inquiryId, version: 2 });
    expect(await itemsOf(ctx, inquiryId)).toMatchObject([
      { searchId: patients[2]!.searchId, outcome: "pending", outcomeAt: null },
    ]);
    expect(await inquiryOf(inquiryId)).toMatchObject({
      status: "proposed",
      cancelReason: null,
      closedAt: null,
    });
  });

  test("not when nobody is left, when the mailbox is in another open inquiry, nor what others cancelled", async () => {
    const lonely = await proposed(1);
    await reject(lonely.inquiryId, "rejected_in_review");
    await ctx.db
      .update(searches)
      .set({ status: "paused" })
      .where(eq(searches.id, lonely.patients[0]!.searchId));
    await expect(undoRejection(ctx, { inquiryId: lonely.inquiryId, version: 2 })).rejects.toMatchObject({
      key: "search_taken",
    });
    const busy = await proposed(1);
    await reject(busy.inquiryId, "rejected_in_review");
    await givenProposal(ctx, busy.therapist, [busy.patients[0]!.searchId]);
    await expect(undoRejection(ctx, { inquiryId: busy.inquiryId, version: 2 })).rejects.toMatchObject({
      key: "mailbox_taken",
    });
    const other = await proposed(1);
    await ctx.db
      .update(inquiries)
      .set({ status: "cancelled", cancelReason: "mailbox_changed" })
      .where(eq(inquiries.id, other.inquiryId));
    await expect(undoRejection(ctx, { inquiryId: other.inquiryId, version: 1 })).rejects.toMatchObject({
      key: "proposal_changed",
    });
  });

  test("twice at once it comes back once, and only staff who review may", async () => {
    const { inquiryId } = await proposed();
    await reject(inquiryId, "rejected_in_review");
    const actors: Actor[] = [
      { kind: "staff", id: newId(), role: "viewer", name: "Test" },
      { kind: "public" },
      { kind: "therapist", inquiryId },
    ];
    for (const actor of actors) {
      await expect(undoRejection({ ...ctx, actor }, { inquiryId, version: 2 })).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(undoApproval({ ...ctx, actor }, { inquiryId, version: 2 })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => undoRejection(ctx, { inquiryId, version: 2 })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calls, exclusions, inquiries, mails, phoneLines, practices, staff, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { findInquiryStep } from "@/lib/domain/inquiries/conduct-inquiry";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import type { AnswerOutcome } from "@/lib/domain/inquiries/status";
import { markBounced } from "@/lib/domain/mail/mark-bounced";
import { cancelSearch } from "@/lib/domain/searches/cancel-search";
import { createStaff } from "@/lib/domain/staff/create-staff";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf, systemOn } from "@/tests/support/factories";
import { updateSettings } from "../settings/settings";
import type { TherapistInput } from "../therapists/schemas";
import { createCalendarLink, findCalendar, revokeCalendarLink } from "./calendar-feed";
import { claimLine, releaseLine } from "./claim-line";
import { getCall } from "./get-call";
import { listCalls } from "./list-calls";
import { planCall } from "./plan-call";
import { recordCall } from "./record-call";
import type { CallRecord } from "./schemas";

/** A Wednesday, half past ten in Germany. */
const now = new Date("2026-11-18T09:30:00Z");
const mornings = Object.fromEntries(
  (["mon", "tue", "wed", "thu", "fri"] as const).map((day) => [day, [{ from: "10:00", to: "11:00" }]]),
);

let database: TestDatabase;
let system: Context;
let kim: Context;
let ada: Context;
let viewer: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  system = { ...systemOn(database.db), now };
  const member = async (name: string, role: "coordinator" | "viewer"): Promise<Context> => {
    const person = {
      name,
      email: `${name.toLowerCase()}@team.example`,
      role,
      password: "leuchtturm-am-deich",
    };
    const { id } = await createStaff(system, person);
    return { ...system, actor: { kind: "staff", id, role, name } };
  };
  kim = await member("Kim", "coordinator");
  ada = await member("Ada", "coordinator");
  viewer = await member("Ole", "viewer");
});
afterAll(() => database.drop());

let lines = 0;
/** A practice with a number of its own that takes calls every morning, and an inquiry to it that is on the list. */
async function givenCall(changes: Partial<TherapistInput> = {}, patients = 1, about: string[] = []) {
  lines += 1;
  const therapist = await givenTherapist(system, {
    phone: `0241 88${String(lines).padStart(5, "0")}`,
    phoneHours: mornings,
    ...changes,
  });
  const searches = [...about];
  for (let i = 0; i < patients; i++) searches.push((await givenPatient(system)).searchId);
  const { inquiryId, items } = await givenSentInquiry(system, therapist, searches);
  await planCall(system, { practiceId: therapist.practiceId, inquiryId });
  const [call] = await callsOf(inquiryId);
  return { therapist, inquiryId, items, callId: call!.id, call: call! };
}

const callsOf = (inquiryId: string) =>
  database.db.select().from(calls).where(eq(calls.inquiryId, inquiryId)).orderBy(calls.id);
const later = (ctx: Context, minutes: number): Context => ({
  ...ctx,
  now: new Date(now.getTime() + minutes * 60_000),
});
const key = async (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? error.key : "unexpected"),
  );

describe("planning", () => {
  test("takes the next slot of the phone hours, and different ones for different practices", async () => {
    const [first, second] = [await givenCall(), await givenCall()];
    for (const { call } of [first, second]) {
      expect(call.plannedAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
      expect(call.plannedAt.getTime() % (5 * 60_000)).toBe(0);
    }
    expect(first.call.plannedAt).not.toEqual(second.call.plannedAt);
  });

  test("twice for one inquiry is one call, also at once", async () => {
    const { therapist, inquiryId } = await givenCall();
    const plan = { practiceId: therapist.practiceId, inquiryId };
    await Promise.all([1, 2, 3].map(() => planCall(system, plan)));
    expect(await callsOf(inquiryId)).toHaveLength(1);
  });

  test("without a number it becomes one task, not a call that nobody can make", async () => {
    const therapist = await givenTherapist(system, { phone: null });
    const { inquiryId } = await givenSentInquiry(system, therapist, [(await givenPatient(system)).searchId]);
    const plan = { practiceId: therapist.practiceId, inquiryId };
    await planCall(system, plan);
    await planCall(system, plan);
    expect(await callsOf(inquiryId)).toEqual([]);
    const open = await database.db.select().from(tasks).where(eq(tasks.subjectId, inquiryId));
    expect(open).toMatchObject([{ kind: "no_contact", subjectKind: "inquiry" }]);
  });
});

describe("the list", () => {
  test("has now who takes calls in this half hour: first who may have a place, then who has no address", async () => {
    const silent = await givenCall();
    const without = await givenCall({ email: null });
    const available = await givenCall({ potentiallyAvailable: true });
    const afternoons = await givenCall({ phoneHours: { wed: [{ from: "15:00", to: "16:00" }] } });
    const mine = [silent, without, available, afternoons].map(({ inquiryId }) => inquiryId);
    const order = (list: { inquiries: { inquiryId: string }[] }[]) =>
      list.map((line) => line.inquiries[0]!.inquiryId).filter((id) => mine.includes(id));
    const list = await listCalls(later(viewer, 25));
    expect(order(list.now)).toEqual([available.inquiryId, without.inquiryId, silent.inquiryId]);
    expect(order(list.later)).toEqual([afternoons.inquiryId]);
    const evening = await listCalls({ ...viewer, now: new Date("2026-11-18T19:00:00Z") });
    expect(order(evening.now)).toEqual([]);
    const saturday = await listCalls({ ...viewer, now: new Date("2026-11-21T09:30:00Z") });
    expect(order(saturday.now)).toEqual([]);
  });

  test("does not say that we wrote, nor wait for an answer, where the mail did not arrive", async () => {
    const [written, bounced] = [await givenCall(), await givenCall()];
    const lineOf = async (inquiryId: string) => {
      const { now: due, later: rest } = await listCalls(viewer);
      return [...due, ...rest].find((line) => line.inquiries.some((one) => one.inquiryId === inquiryId))!;
    };
    await database.db
      .update(mails)
      .set({ status: "sent", sentAt: now })
      .where(inArray(mails.inquiryId, [written.inquiryId, bounced.inquiryId]));
    expect(await lineOf(bounced.inquiryId)).toMatchObject({ isWritten: true, reason: "unanswered" });
    const [mail] = await database.db.select().from(mails).where(eq(mails.inquiryId, bounced.inquiryId));
    const [practice] = await database.db
      .select()
      .from(practices)
      .where(eq(practices.id, bounced.therapist.practiceId));
    await database.db.update(mails).set({ recipient: practice!.email }).where(eq(mails.id, mail!.id));
    await markBounced(system, mail!.id, practice!.email!);
    expect(await lineOf(bounced.inquiryId)).toMatchObject({ isWritten: false, reason: "no_email" });
    expect(await lineOf(written.inquiryId)).toMatchObject({ isWritten: true, reason: "unanswered" });
  });

  test("asks about several inquiries of one number in one call", async () => {
    const phone = "+49 241 5550001";
    const one = await givenCall({ phone });
    const two = await givenCall({ phone: "0241/555 0001" });
    const list = await listCalls(later(viewer, 25));
    const line = list.now.find(({ number }) => number === "02415550001")!;
    expect(line.inquiries.map(({ inquiryId }) => inquiryId).toSorted()).toEqual(
      [one.inquiryId, two.inquiryId].toSorted(),
    );
    await claimLine(kim, one.callId);
    const call = (await getCall(kim, two.callId))!;
    expect(call.inquiries).toHaveLength(2);
    await recordCall(kim, two.callId, { result: "reached" });
    const made = await database.db
      .select()
      .from(calls)
      .where(inArray(calls.id, [one.callId, two.callId]));
    expect(made.map(({ status }) => status)).toEqual(["done", "done"]);
  });

  test("what is told on the telephone names nobody", async () => {
    const { callId } = await givenCall();
    const told = JSON.stringify((await getCall(kim, callId))!.inquiries);
    expect(told).not.toMatch(/Erna|Beispiel|Probeweg|@example/);
  });
});

describe("claiming a number", () => {
  test("at once by two people, 30 rounds: one gets it, the other reads who has it", async () => {
    const { callId } = await givenCall();
    for (let round = 0; round < 30; round++) {
      const results = await Promise.all([kim, ada].map((ctx) => key(claimLine(ctx, callId))));
      expect(results.toSorted()).toEqual(["done", "line_claimed"]);
      await releaseLine(results[0] === "done" ? kim : ada, callId);
    }
  });

  test("runs out after a while, and then belongs to whoever takes it", async () => {
    const { callId } = await givenCall();
    await updateSettings(system, { claimMinutes: 40 });
    await claimLine(kim, callId);
    expect(await key(claimLine(later(ada, 39), callId))).toBe("line_claimed");
    await updateSettings(system, { claimMinutes: 15 });
    await claimLine(kim, callId);
    expect(await key(claimLine(later(ada, 14), callId))).toBe("line_claimed");
    await claimLine(later(ada, 16), callId);
    expect(await key(recordCall(later(kim, 16), callId, { result: "reached" }))).toBe("line_not_held");
    await recordCall(later(ada, 17), callId, { result: "reached" });
  });

  test("that took longer than planned can still be written down, as long as nobody else took the number", async () => {
    const { callId } = await givenCall();
    await claimLine(kim, callId);
    expect((await getCall(later(kim, 16), callId))!.line).toMatchObject({ isMine: true, claimedBy: null });
    expect((await getCall(later(ada, 16), callId))!.line.isMine).toBe(false);
    expect(await key(recordCall(later(ada, 16), callId, { result: "reached" }))).toBe("line_not_held");
    await recordCall(later(kim, 16), callId, { result: "reached" });
  });

  test("is not undone by somebody else", async () => {
    const { callId } = await givenCall();
    await claimLine(kim, callId);
    await releaseLine(ada, callId);
    expect(await key(claimLine(ada, callId))).toBe("line_claimed");
  });

  test("is for staff who may review, and for calls that are planned", async () => {
    const { callId, inquiryId } = await givenCall();
    expect(await key(claimLine(viewer, callId))).toBe("forbidden");
    expect(await key(recordCall(viewer, callId, { result: "reached" }))).toBe("forbidden");
    await database.db.update(calls).set({ status: "cancelled" }).where(eq(calls.inquiryId, inquiryId));
    expect(await key(claimLine(kim, callId))).toBe("call_finished");
    expect(await getCall(kim, callId)).toBeNull();
  });
});

describe("a call and its answers", () => {
  const outcomesOf = async (inquiryId: string) =>
    (await itemsOf(system, inquiryId)).map(({ outcome }) => outcome);
  const lineOf = async ({ call }: { call: { id: string } }) =>
    (await database.db.select().from(calls).where(eq(calls.id, call.id)))[0]!;
  const isHeldBy = (ctx: Context) =>
    ctx.actor.kind === "staff"
      ? database.db.$count(phoneLines, eq(phoneLines.claimedBy, ctx.actor.id))
      : Promise.resolve(0);
  const saying = (given: { inquiryId: string; items: { id: string }[] }, ...outcomes: AnswerOutcome[]) => ({
    inquiryId: given.inquiryId,
    answers: outcomes.map((outcome, i) => ({ itemId: given.items[i]!.id, outcome })),
  });

  test("are written down together; an answer that came too late undoes none of the others", async () => {
    const given = await givenCall({}, 3);
    await claimLine(kim, given.callId);
    await cancelSearch(system, given.items[1]!.searchId, "found_elsewhere");
    const answers = [saying(given, "accepted", "accepted", "rejected_capacity")];
    const results = await recordCall(kim, given.callId, { result: "reached", answers });
    expect(given.items.map(({ id }) => results[id])).toEqual(["accepted", "no_longer_searching", "recorded"]);
    expect(await outcomesOf(given.inquiryId)).toEqual(["accepted", "withdrawn", "rejected_capacity"]);
    expect((await lineOf(given)).status).toBe("done");
  });

  test("that was not taken leave no answer, whatever was typed", async () => {
    const given = await givenCall();
    await claimLine(kim, given.callId);
    const record: CallRecord = { result: "not_reached", answers: [saying(given, "accepted")] };
    expect(await recordCall(kim, given.callId, record)).toEqual({});
    expect(await outcomesOf(given.inquiryId)).toEqual(["pending"]);
  });

  test("with one answer that fails leave nothing: not the call, not the other answers, and the number stays held", async () => {
    const [given, other] = [await givenCall({}, 2), await givenCall()];
    await claimLine(kim, given.callId);
    const held = await isHeldBy(kim);
    const strange = {
      inquiryId: given.inquiryId,
      answers: [{ itemId: other.items[0]!.id, outcome: "later" }],
    };
    const answers = [saying(given, "accepted", "rejected_unsuitable"), strange] as CallRecord["answers"];
    expect(await key(recordCall(kim, given.callId, { result: "reached", answers }))).toBe("not_found");
    expect(await outcomesOf(given.inquiryId)).toEqual(["pending", "pending"]);
    expect(await outcomesOf(other.inquiryId)).toEqual(["pending"]);
    expect(await lineOf(given)).toMatchObject({ status: "planned", result: null });
    expect(await isHeldBy(kim)).toBe(held);
  });

  test("are stored in one transaction: a death before its end leaves nothing, the second try everything", async () => {
    const given = await givenCall({}, 2);
    await claimLine(kim, given.callId);
    const record: CallRecord = {
      result: "reached",
      answers: [saying(given, "rejected_capacity", "accepted")],
    };
    // Whatever the verb wrote outside of the one transaction would outlive this.
    const dies = database.db.transaction(async (db) => {
      await recordCall({ ...kim, db }, given.callId, record);
      throw new Error("died before the commit");
    });
    await expect(dies).rejects.toThrow("died before the commit");
    expect(await outcomesOf(given.inquiryId)).toEqual(["pending", "pending"]);
    expect((await lineOf(given)).status).toBe("planned");
    await recordCall(kim, given.callId, record);
    expect(await outcomesOf(given.inquiryId)).toEqual(["rejected_capacity", "accepted"]);
    expect((await lineOf(given)).status).toBe("done");
  });

  test("about shared people, typed by two at once in opposite order: no deadlock, one winner each, 10 rounds", async () => {
    for (let round = 0; round < 10; round++) {
      const first = await givenCall({}, 4);
      const shared = first.items.slice(0, 3).map(({ searchId }) => searchId);
      const second = await givenCall({}, 1, shared.toReversed());
      await claimLine(kim, first.callId);
      await claimLine(ada, second.callId);
      const yes = (given: typeof first) => [saying(given, "accepted", "accepted", "accepted")];
      await Promise.all([
        recordCall(kim, first.callId, { result: "reached", answers: yes(first) }),
        recordCall(ada, second.callId, { result: "reached", answers: yes(second) }),
      ]);
      const mine = (await outcomesOf(first.inquiryId)).slice(0, 3);
      const theirs = (await outcomesOf(second.inquiryId)).slice(0, 3).toReversed();
      expect(mine.map((outcome, i) => [outcome, theirs[i]!].toSorted())).toEqual(
        mine.map(() => ["accepted", "placed_elsewhere"]),
      );
    }
  }, 60_000);
});

describe("what came of a call", () => {
  test("is written down once, however often it is sent", async () => {
    const { callId } = await givenCall();
    await claimLine(kim, callId);
    const twice = [1, 2].map(() => key(recordCall(kim, callId, { result: "reached", namedWaitWeeks: 30 })));
    expect((await Promise.all(twice)).filter((one) => one === "done")).toHaveLength(1);
    const [call] = await database.db.select().from(calls).where(eq(calls.id, callId));
    expect(call).toMatchObject({ status: "done", result: "reached", namedWaitWeeks: 30 });
  });

  test("nobody is called twice a day: who was not reached comes back on another day, three times in all", async () => {
    const { inquiryId } = await givenCall();
    let ctx = kim;
    for (let attempt = 1; attempt <= 3; attempt++) {
      const [planned] = (await callsOf(inquiryId)).filter(({ status }) => status === "planned");
      expect(planned).toMatchObject({ attempt });
      ctx = { ...kim, now: planned!.plannedAt };
      await claimLine(ctx, planned!.id);
      await recordCall(ctx, planned!.id, { result: "not_reached" });
      const [next] = (await callsOf(inquiryId)).filter(({ status }) => status === "planned");
      if (attempt === 3) expect(next).toBeUndefined();
      else {
        expect(next!.plannedAt.toISOString().slice(0, 10) > ctx.now.toISOString().slice(0, 10)).toBe(true);
        expect(await key(claimLine(ctx, next!.id))).toBe("line_called_today");
      }
    }
  });

  test("a practice that asks to be called back is, at that very time", async () => {
    const { callId, inquiryId } = await givenCall();
    await claimLine(kim, callId);
    const back = { on: "2026-11-18", at: "17:30" };
    expect(await key(recordCall(kim, callId, { result: "call_back" }))).toBe("invalid");
    expect(
      await key(
        recordCall(kim, callId, { result: "call_back", callBack: { on: "2026-11-17", at: "10:00" } }),
      ),
    ).toBe("invalid");
    await recordCall(kim, callId, { result: "call_back", callBack: back });
    const [next] = (await callsOf(inquiryId)).filter(({ status }) => status === "planned");
    expect(next!.plannedAt).toEqual(new Date("2026-11-18T16:30:00Z"));
    const { now: due } = await listCalls({ ...viewer, now: new Date("2026-11-18T16:10:00Z") });
    expect(due.map((line) => line.callId)).toContain(next!.id);
    await claimLine({ ...kim, now: new Date("2026-11-18T16:31:00Z") }, next!.id);
  });

  test("an appointment outlives a call to the same number that reached nobody, also on the same day", async () => {
    for (const on of ["2026-11-20", "2026-11-18"]) {
      const phone = `0241 99${on.slice(-2)}001`;
      const [agreed, other] = [await givenCall({ phone }), await givenCall({ phone })];
      await database.db
        .update(calls)
        .set({ plannedAt: new Date(`${on}T16:30:00Z`), byAppointment: true })
        .where(eq(calls.id, agreed.callId));
      await claimLine(kim, other.callId);
      await recordCall(kim, other.callId, { result: "not_reached" });
      const [kept] = await callsOf(agreed.inquiryId);
      expect(kept).toMatchObject({ status: "planned", byAppointment: true, attempt: 1 });
      const then = { ...kim, now: new Date(`${on}T16:20:00Z`) };
      const { now: due } = await listCalls(then);
      expect(due.map((line) => line.callId)).toContain(agreed.callId);
      expect(await key(claimLine(then, agreed.callId))).toBe("done");
      await recordCall(then, agreed.callId, { result: "reached" });
      expect((await callsOf(agreed.inquiryId)).map(({ status }) => status)).toEqual(["done"]);
    }
  });

  test("a wrong number becomes a task and is not called again", async () => {
    const { callId, inquiryId } = await givenCall();
    await claimLine(kim, callId);
    await recordCall(kim, callId, { result: "wrong_number" });
    expect((await callsOf(inquiryId)).map(({ status }) => status)).toEqual(["failed"]);
    const open = await database.db.select().from(tasks).where(eq(tasks.subjectId, inquiryId));
    expect(open).toMatchObject([{ kind: "wrong_number" }]);
  });

  test("an objection closes what is open and is remembered", async () => {
    const { callId, inquiryId, therapist } = await givenCall({ lastName: "Windhafer" });
    await claimLine(kim, callId);
    await recordCall(kim, callId, { result: "objection" });
    const [inquiry] = await database.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
    expect(inquiry).toMatchObject({ status: "cancelled", cancelReason: "objection" });
    expect(
      await database.db.select().from(exclusions).where(eq(exclusions.therapistId, therapist.id)),
    ).toEqual([]);
    expect((await callsOf(inquiryId)).map(({ status }) => status)).toEqual(["done"]);
  });

  test("notes are encrypted", async () => {
    const { callId } = await givenCall();
    await claimLine(kim, callId);
    await recordCall(kim, callId, { result: "reached", notes: "Frau M. sei krank" });
    const raw = await database.db.execute(`select notes from calls where id = '${callId}'`);
    expect(JSON.stringify(raw)).not.toContain("krank");
  });

  test("an answer by link or by mail takes the call off the list, a part of one too", async () => {
    const { inquiryId, items } = await givenCall({}, 2);
    await respondToInquiry(kim, inquiryId, [{ itemId: items[0]!.id, outcome: "rejected_capacity" }]);
    expect((await callsOf(inquiryId)).map(({ status }) => status)).toEqual(["cancelled"]);
  });

  test("an appointment stays when part is answered, holds the end off, and goes when all is answered", async () => {
    const { callId, inquiryId, items } = await givenCall({}, 2);
    await claimLine(kim, callId);
    const callBack = { on: "2027-01-20", at: "17:30" };
    await recordCall(kim, callId, { result: "call_back", callBack });
    await respondToInquiry(kim, inquiryId, [{ itemId: items[0]!.id, outcome: "rejected_capacity" }]);
    const appointment = (await callsOf(inquiryId)).find(({ status }) => status === "planned")!;
    const next = await findInquiryStep(kim, inquiryId);
    expect(next.action).toBe("expire");
    expect(next.at!.getTime()).toBeGreaterThan(appointment.plannedAt.getTime());
    await respondToInquiry(kim, inquiryId, [{ itemId: items[1]!.id, outcome: "rejected_capacity" }]);
    expect((await callsOf(inquiryId)).filter(({ status }) => status === "planned")).toEqual([]);
  });

  test("and nobody holds the number afterwards", async () => {
    const { callId } = await givenCall({ phone: "0241 7770001" });
    await claimLine(kim, callId);
    await recordCall(kim, callId, { result: "reached" });
    const [line] = await database.db.select().from(phoneLines).where(eq(phoneLines.number, "02417770001"));
    expect(line).toMatchObject({ claimedBy: null, claimedUntil: null, lastCalledOn: "2026-11-18" });
  });
});

describe("the calendar of calls", () => {
  const visitor = (): Context => ({ ...system, actor: { kind: "public" } });

  test("has each planned call with its practice and number, and no patient", async () => {
    const { call } = await givenCall({ lastName: "Kalenderblatt", phone: "0241 6660001" });
    const text = (await findCalendar(visitor(), await createCalendarLink(kim)))!.replaceAll("\r\n ", "");
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    const start = call.plannedAt.toISOString().replaceAll(/[-:]|\.\d+/g, "");
    const event = text.split("BEGIN:VEVENT").find((part) => part.includes("Kalenderblatt"))!;
    expect(event).toContain(`DTSTART:${start}`);
    expect(event).toContain("LOCATION:0241 6660001");
    expect(text).not.toMatch(/Erna|Beispiel/);
  });

  test("opens to one's newest secret only, and to nobody who left the team", async () => {
    const first = await createCalendarLink(ada);
    const second = await createCalendarLink(ada);
    expect(await findCalendar(visitor(), first)).toBeNull();
    expect(await findCalendar(visitor(), second)).not.toBeNull();
    expect(await findCalendar(visitor(), "x".repeat(43))).toBeNull();
    await database.db.update(staff).set({ active: false }).where(eq(staff.name, "Ada"));
    expect(await findCalendar(visitor(), second)).toBeNull();
    await database.db.update(staff).set({ active: true }).where(eq(staff.name, "Ada"));
    await revokeCalendarLink(ada);
    expect(await findCalendar(visitor(), second)).toBeNull();
  });
});

import { eq, inArray } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { calls, mails, practices, staff, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { markBounced } from "@/lib/domain/mail/mark-bounced";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { createCalendarLink, findCalendar, revokeCalendarLink } from "./calendar-feed";
import { claimLine } from "./claim-line";
import { getCall } from "./get-call";
import { listCalls } from "./list-calls";
import { planCall } from "./plan-call";
import { recordCall } from "./record-call";
import {
  now,
  database,
  system,
  kim,
  ada,
  viewer,
  givenCall,
  callsOf,
  later,
} from "@/tests/support/calls-world";

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

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { calls, exclusions, inquiries, phoneLines, tasks } from "@/db/schema";
import { conductInquiry, findInquiryStep } from "@/lib/domain/inquiries/conduct-inquiry";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { findObjection } from "../therapists/find-objection";
import { claimLine } from "./claim-line";
import { listCalls } from "./list-calls";
import { planCall } from "./plan-call";
import { recordCall } from "./record-call";
import { database, system, kim, viewer, givenCall, callsOf } from "@/tests/support/calls-world";
import { keyOf } from "@/tests/support/key-of";

describe("what came of a call", () => {
  test("is written down once, however often it is sent", async () => {
    const { callId } = await givenCall();
    await claimLine(kim, callId);
    const twice = [1, 2].map(() => keyOf(recordCall(kim, callId, { result: "reached", namedWaitWeeks: 30 })));
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
        expect(await keyOf(claimLine(ctx, next!.id))).toBe("line_called_today");
      }
    }
  });

  test("who takes calls once a week is tried as often as everybody else, over Christmas and New Year too", async () => {
    const friday = { ...system, now: new Date("2026-12-18T14:00:00Z") };
    const contact = {
      email: null,
      phone: "0241 7771001",
      phoneHours: { fri: [{ from: "10:00", to: "11:00" }] },
    };
    const therapist = await givenTherapist(friday, contact);
    const { searchId } = await givenPatient(friday);
    const { inquiryId } = await givenSentInquiry(friday, therapist, [searchId]);
    await database.db.update(inquiries).set({ channel: "phone" }).where(eq(inquiries.id, inquiryId));
    await planCall(friday, { practiceId: therapist.practiceId, inquiryId });
    const days = [];
    for (let attempt = 1; attempt <= 3; attempt++) {
      const planned = (await callsOf(inquiryId)).find(({ status }) => status === "planned")!;
      days.push(planned.plannedAt.toISOString().slice(0, 10));
      expect(await conductInquiry({ ...system, now: planned.plannedAt }, inquiryId)).toBe("none");
      const ctx = { ...kim, now: planned.plannedAt };
      await claimLine(ctx, planned.id);
      await recordCall(ctx, planned.id, { result: "not_reached" });
    }
    expect(days).toEqual(["2027-01-08", "2027-01-15", "2027-01-22"]);
    const end = await findInquiryStep(system, inquiryId);
    expect([end.action, end.at?.toISOString()]).toEqual(["expire", "2027-02-05T09:00:00.000Z"]);
  });

  test("a practice that asks to be called back is, at that very time", async () => {
    const { callId, inquiryId } = await givenCall();
    await claimLine(kim, callId);
    const back = { on: "2026-11-18", at: "17:30" };
    expect(await keyOf(recordCall(kim, callId, { result: "call_back" }))).toBe("invalid");
    expect(
      await keyOf(
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
      expect(await keyOf(claimLine(then, agreed.callId))).toBe("done");
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

  describe("on a telephone that several therapists share", () => {
    const givenShared = async (phone: string) => {
      const [one, two, three] = [
        await givenCall({ phone }),
        await givenCall({ phone }),
        await givenCall({ phone }),
      ];
      await claimLine(kim, one.callId);
      return { one, two, three };
    };
    const hasObjected = async (id: string) => (await findObjection(kim, id)) !== null;

    test("an objection without saying whose is asked about, and nothing is written down", async () => {
      const { one, two, three } = await givenShared("0241 7772001");
      const elsewhere = await givenCall();
      for (const objecting of [[], [one.inquiryId, elsewhere.inquiryId]]) {
        const recorded = recordCall(kim, one.callId, { result: "objection", objecting });
        await expect(recorded).rejects.toMatchObject({ code: "invalid", fields: { objecting: "choose" } });
      }
      for (const { therapist, inquiryId } of [one, two, three, elsewhere]) {
        expect(await hasObjected(therapist.id)).toBe(false);
        expect((await callsOf(inquiryId)).map(({ status }) => status)).toEqual(["planned"]);
      }
    });

    test("it holds for who objected only; what a colleague answered is kept, who said nothing is called another day", async () => {
      const { one, two, three } = await givenShared("0241 7772002");
      const answersOf = (given: typeof one) => ({
        inquiryId: given.inquiryId,
        answers: given.items.map(({ id }) => ({ itemId: id, outcome: "rejected_capacity" as const })),
      });
      const record = { result: "objection" as const, objecting: [one.inquiryId] };
      await recordCall(kim, one.callId, { ...record, answers: [answersOf(one), answersOf(two)] });
      const states = await Promise.all(
        [one, two, three].map(async ({ inquiryId, therapist }) => [
          (await database.db.select().from(inquiries).where(eq(inquiries.id, inquiryId)))[0]!.status,
          (await callsOf(inquiryId)).map(({ result }) => result),
          await hasObjected(therapist.id),
        ]),
      );
      expect(states).toEqual([
        ["cancelled", ["objection"], true],
        ["answered", ["reached"], false],
        ["sent", [null], false],
      ]);
      expect(await keyOf(claimLine(kim, three.callId))).toBe("line_called_today");
    });
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

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { calls, phoneLines } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { AnswerOutcome } from "@/lib/domain/inquiries/status";
import { cancelSearch } from "@/lib/domain/searches/cancel-search";
import { itemsOf } from "@/tests/support/factories";
import { updateSettings } from "../settings/settings";
import { claimLine, releaseLine } from "./claim-line";
import { getCall } from "./get-call";
import { recordCall } from "./record-call";
import type { CallRecord } from "./schemas";
import { database, system, kim, ada, viewer, givenCall, callsOf, later } from "@/tests/support/calls-world";
import { keyOf } from "@/tests/support/key-of";

describe("claiming a number", () => {
  test("at once by two people, 30 rounds: one gets it, the other reads who has it", async () => {
    const { callId } = await givenCall();
    for (let round = 0; round < 30; round++) {
      const results = await Promise.all([kim, ada].map((ctx) => keyOf(claimLine(ctx, callId))));
      expect(results.toSorted()).toEqual(["done", "line_claimed"]);
      await releaseLine(results[0] === "done" ? kim : ada, callId);
    }
  });

  test("runs out after a while, and then belongs to whoever takes it", async () => {
    const { callId } = await givenCall();
    await updateSettings(system, { claimMinutes: 40 });
    await claimLine(kim, callId);
    expect(await keyOf(claimLine(later(ada, 39), callId))).toBe("line_claimed");
    await updateSettings(system, { claimMinutes: 15 });
    await claimLine(kim, callId);
    expect(await keyOf(claimLine(later(ada, 14), callId))).toBe("line_claimed");
    await claimLine(later(ada, 16), callId);
    expect(await keyOf(recordCall(later(kim, 16), callId, { result: "reached" }))).toBe("line_not_held");
    await recordCall(later(ada, 17), callId, { result: "reached" });
  });

  test("that took longer than planned can still be written down, as long as nobody else took the number", async () => {
    const { callId } = await givenCall();
    await claimLine(kim, callId);
    expect((await getCall(later(kim, 16), callId))!.line).toMatchObject({ isMine: true, claimedBy: null });
    expect((await getCall(later(ada, 16), callId))!.line.isMine).toBe(false);
    expect(await keyOf(recordCall(later(ada, 16), callId, { result: "reached" }))).toBe("line_not_held");
    await recordCall(later(kim, 16), callId, { result: "reached" });
  });

  test("waits for hours in which people are called, unless the practice calls or asked for it", async () => {
    const { callId, inquiryId } = await givenCall();
    const at = (iso: string) => ({ ...kim, now: new Date(iso) });
    const nights = [
      "2026-11-22T02:00:00Z",
      "2026-11-22T10:00:00Z",
      "2026-11-18T21:00:00Z",
      "2026-12-25T09:30:00Z",
    ];
    for (const night of nights) expect(await keyOf(claimLine(at(night), callId)), night).toBe("line_quiet");
    const [sunday, afternoon] = [at(nights[1]!), at("2026-11-18T14:00:00Z")];
    expect((await getCall(sunday, callId))!.line.time).toBe("quiet");
    expect((await getCall(afternoon, callId))!.line.time).toBe("off-hours");
    expect(await keyOf(claimLine(afternoon, callId)), "not their hours, but no night").toBe("done");
    await releaseLine(afternoon, callId);
    await claimLine(sunday, callId, { ringsBack: true });
    const callBack = { on: "2026-11-22", at: "13:00" };
    await recordCall(sunday, callId, { result: "call_back", callBack });
    const agreed = (await callsOf(inquiryId)).find(({ status }) => status === "planned")!;
    expect(await keyOf(claimLine(at("2026-11-22T15:00:00Z"), agreed.id))).toBe("line_quiet");
    expect(await keyOf(claimLine(at("2026-11-22T11:45:00Z"), agreed.id))).toBe("done");
  });

  test("is theirs who ring back on a day on which they were called", async () => {
    const { callId, inquiryId } = await givenCall();
    await claimLine(kim, callId);
    await recordCall(kim, callId, { result: "not_reached" });
    const next = (await callsOf(inquiryId)).find(({ status }) => status === "planned")!;
    expect(await keyOf(claimLine(later(kim, 60), next.id))).toBe("line_called_today");
    await claimLine(later(kim, 60), next.id, { ringsBack: true });
    await recordCall(later(kim, 61), next.id, { result: "reached" });
  });

  test("is not undone by somebody else", async () => {
    const { callId } = await givenCall();
    await claimLine(kim, callId);
    await releaseLine(ada, callId);
    expect(await keyOf(claimLine(ada, callId))).toBe("line_claimed");
  });

  test("is for staff who may review, and for calls that are planned", async () => {
    const { callId, inquiryId } = await givenCall();
    expect(await keyOf(claimLine(viewer, callId))).toBe("forbidden");
    expect(await keyOf(recordCall(viewer, callId, { result: "reached" }))).toBe("forbidden");
    await database.db.update(calls).set({ status: "cancelled" }).where(eq(calls.inquiryId, inquiryId));
    expect(await keyOf(claimLine(kim, callId))).toBe("call_finished");
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
    expect(await keyOf(recordCall(kim, given.callId, { result: "reached", answers }))).toBe("not_found");
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

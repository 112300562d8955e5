import { and, asc, eq, inArray } from "drizzle-orm";
import { calls, phoneLines, practices, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, conflict, forbidden, notFound } from "@/lib/core/errors";
import { isoDayOf } from "@/lib/format";
import { germanInstant } from "../german-time";
import { lockForAnswers } from "../inquiries/lock-inquiries";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import type { AnswerResult } from "../inquiries/schemas";
import { getSettings } from "../settings/settings";
import { objectToContact } from "../therapists/object-to-contact";
import { phoneLinesOf } from "./phone-lines";
import { planCall } from "./plan-call";
import { type CallRecord, callRecord } from "./schemas";
import { type CallResult, appointmentLeadMs, isReached } from "./status";

type Call = typeof calls.$inferSelect;
type Planned = Pick<Call, "id" | "inquiryId">;
type Parsed = ReturnType<typeof callRecord.parse>;

/**
 * Writes down what came of a call and what the practice said about each person, for every inquiry that was asked about
 * on this number, and gives the number back: all of it or nothing. Returns what became of each answer.
 * Who was not reached is planned again, a few times, on another day; who asked to be called back, for then; a wrong
 * number becomes a task; an objection closes what is open to those who object and asks the others on another day unless they
 * answered; `invalid` when it is not said who objects and several are asked about. Only for who holds the number: conflict `line_not_held`
 * otherwise, so that one call is never written down twice. An answer that came too late undoes none of the others.
 */
export async function recordCall(
  ctx: Context,
  callId: string,
  input: CallRecord,
): Promise<Record<string, AnswerResult>> {
  requireAbility(ctx, "inquiries.review");
  if (ctx.actor.kind !== "staff") throw forbidden();
  const me = ctx.actor.id;
  const record = callRecord.parse(input);
  const callBackAt = callBackOf(ctx, record);
  return inTransaction(ctx, async (tx) => {
    const { number, planned, inquiryIds } = await callsOnSameLine(tx, callId, record.result);
    const objecting = objectingAmong(inquiryIds, record);
    const said = isReached(record.result)
      ? record.answers.filter(({ inquiryId }) => !objecting.includes(inquiryId))
      : [];
    const held = await tx.db
      .update(phoneLines)
      .set({
        claimedBy: null,
        claimedUntil: null,
        // Who asks to be called again, even today, is.
        ...(record.result === "call_back" ? {} : { lastCalledOn: isoDayOf(tx.now) }),
      })
      // A call may take longer than the claim: as long as nobody else took the number, it is held.
      .where(and(eq(phoneLines.number, number), eq(phoneLines.claimedBy, me)))
      .returning({ number: phoneLines.number });
    if (held.length === 0) throw conflict("line_not_held");
    // Locks go from the searches to their inquiries to their calls.
    await lockForAnswers(tx, {
      itemIds: said.flatMap(({ answers }) => answers.map(({ itemId }) => itemId)),
      inquiryIds: [...inquiryIds, ...said.map(({ inquiryId }) => inquiryId)],
    });
    const made: Call[] = [];
    for (const { ids, result } of resultsOf(planned, record, { objecting, said }))
      made.push(...(await finish(tx, ids, { ...record, result }, me)));
    if (made.length === 0) throw conflict("call_finished");
    for (const call of made) await follow(tx, call, callBackAt);
    const results: Record<string, AnswerResult> = {};
    for (const { inquiryId, answers } of said)
      Object.assign(results, await respondToInquiry(tx, inquiryId, answers));
    return results;
  });
}

/** The inquiries whose therapists object, never more than were named: colleagues may share the telephone. */
function objectingAmong(inquiryIds: string[], { result, objecting }: Parsed): string[] {
  if (result !== "objection") return [];
  const named = objecting.length > 0 ? objecting : inquiryIds;
  const isClear = objecting.length > 0 || inquiryIds.length === 1;
  if (!isClear || !named.every((id) => inquiryIds.includes(id)))
    throw new AppError("invalid", "choose", { fields: { objecting: "choose" } });
  return named;
}

/** What is written down for which call. Beside an objection a colleague was reached only if they answered. */
function resultsOf(
  planned: Planned[],
  { result }: Parsed,
  { objecting, said }: { objecting: string[]; said: Parsed["answers"] },
): { ids: string[]; result: CallResult }[] {
  if (result !== "objection") return [{ ids: planned.map(({ id }) => id), result }];
  const answered = said.filter(({ answers }) => answers.length > 0).map(({ inquiryId }) => inquiryId);
  const callsOf = (inquiryIds: string[]) =>
    planned.filter((call) => inquiryIds.includes(call.inquiryId ?? "")).map(({ id }) => id);
  return [
    { ids: callsOf(objecting), result },
    { ids: callsOf(answered), result: "reached" },
  ];
}

/**
 * Every planned call on the number of this one: several inquiries of one practice in one call. Whom nobody reached was
 * not asked at the time they asked for either, so an appointment that is still ahead stays.
 */
async function callsOnSameLine(
  ctx: Context,
  callId: string,
  result: CallResult,
): Promise<{ number: string; planned: Planned[]; inquiryIds: string[] }> {
  const planned = await ctx.db
    .select({
      id: calls.id,
      inquiryId: calls.inquiryId,
      plannedAt: calls.plannedAt,
      byAppointment: calls.byAppointment,
    })
    .from(calls)
    .where(eq(calls.status, "planned"))
    .orderBy(asc(calls.id));
  const lines = await phoneLinesOf(
    ctx,
    planned.flatMap(({ inquiryId }) => inquiryId ?? []),
  );
  const numberOf = (inquiryId: string | null) => (inquiryId ? lines.get(inquiryId)?.number : undefined);
  const own = planned.find(({ id }) => id === callId);
  const number = own && numberOf(own.inquiryId);
  if (!number) throw (await exists(ctx, callId)) ? conflict("call_finished") : notFound();
  const isAhead = (call: (typeof planned)[number]) =>
    call.byAppointment &&
    call.id !== callId &&
    call.plannedAt.getTime() - ctx.now.getTime() > appointmentLeadMs;
  const made = planned.filter(
    (call) => numberOf(call.inquiryId) === number && !(result === "not_reached" && isAhead(call)),
  );
  return {
    number,
    planned: made,
    inquiryIds: made.flatMap(({ inquiryId }) => inquiryId ?? []),
  };
}

const exists = async (ctx: Context, callId: string) => (await ctx.db.$count(calls, eq(calls.id, callId))) > 0;

async function finish(
  ctx: Context,
  ids: string[],
  { result, notes, namedWaitWeeks }: Parsed,
  doneBy: string,
): Promise<Call[]> {
  if (ids.length === 0) return [];
  const made = await ctx.db
    .update(calls)
    .set({
      status: isReached(result) ? "done" : "failed",
      result,
      notes: notes || null,
      namedWaitWeeks,
      doneAt: ctx.now,
      doneBy,
    })
    .where(and(inArray(calls.id, ids), eq(calls.status, "planned")))
    .returning();
  for (const call of made) await audit(ctx, "call.finish", { kind: "call", id: call.id }, { result });
  await ctx.db
    .update(practices)
    .set({ lastCallAt: ctx.now })
    .where(
      inArray(
        practices.id,
        made.map((call) => call.practiceId),
      ),
    );
  return made;
}

/** What a result leads to. */
async function follow(
  ctx: Context,
  { practiceId, inquiryId, attempt, id, result }: Call,
  callBackAt: Date | null,
): Promise<void> {
  if (!inquiryId) return;
  if (result === "objection") return objectToContact(ctx, { kind: "person", inquiryId });
  if (result === "call_back")
    return planCall(ctx, { practiceId, inquiryId, attempt: 1, appointment: callBackAt ?? undefined });
  if (result === "wrong_number") {
    await ctx.db.insert(tasks).values({
      kind: "wrong_number",
      subjectKind: "inquiry",
      subjectId: inquiryId,
      dueAt: ctx.now,
      createdAt: ctx.now,
    });
  }
  if (result !== "not_reached") return;
  const { callAttempts } = await getSettings(ctx);
  if (attempt < callAttempts) await planCall(ctx, { practiceId, inquiryId, attempt: attempt + 1 });
  else await audit(ctx, "call.cancel", { kind: "call", id }, { attempts: attempt });
}

function callBackOf(ctx: Context, { result, callBack }: Parsed): Date | null {
  if (result !== "call_back") return null;
  if (!callBack) throw new AppError("invalid", "invalid", { fields: { "callBack.on": "date" } });
  const [hours, minutes] = callBack.at.split(":").map(Number);
  const at = germanInstant(callBack.on, hours! * 60 + minutes!);
  if (at <= ctx.now) throw new AppError("invalid", "invalid", { fields: { "callBack.on": "dateInPast" } });
  return at;
}

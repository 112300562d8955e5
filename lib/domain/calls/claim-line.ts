import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { calls, phoneLines, staff } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, conflict, forbidden, notFound } from "@/lib/core/errors";
import { isoDayOf } from "@/lib/format";
import { getSettings } from "../settings/settings";
import { callTimeAt } from "./call-time";
import { type InquiryLine, phoneLinesOf } from "./phone-lines";

/**
 * Holds a practice's number for one person while they call it, in one conditional write: nobody else can call it
 * meanwhile, for the setting `claimMinutes`, and nobody at all calls it twice on a day, but at a time that the practice
 * asked for. Nobody is called outside their hours and those in which practices are written to; `ringsBack`: it is the
 * practice that calls, at any time, also on a day on which it was called. Claiming again prolongs. Conflict `line_quiet`
 * says that this is no time to call, `line_claimed` names who has
 * it, `line_called_today` says that it was called, `call_finished` that there is nothing to call about any more.
 */
export async function claimLine(ctx: Context, callId: string, { ringsBack = false } = {}): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  if (ctx.actor.kind !== "staff") throw forbidden();
  const me = ctx.actor.id;
  const { call, line } = await lineOf(ctx, callId);
  const { number } = line;
  const today = isoDayOf(ctx.now);
  const settings = await getSettings(ctx);
  const { claimMinutes } = settings;
  if (!ringsBack && callTimeAt(ctx.now, call, line, settings) === "quiet") throw conflict("line_quiet");
  const claimedUntil = new Date(ctx.now.getTime() + claimMinutes * 60_000);
  await inTransaction(ctx, async (tx) => {
    const [held] = await tx.db
      .insert(phoneLines)
      .values({ number, claimedBy: me, claimedUntil })
      .onConflictDoUpdate({
        target: phoneLines.number,
        set: { claimedBy: me, claimedUntil },
        setWhere: and(
          // Who asked to be called at this time is, also after a call that did not reach them.
          call.byAppointment || ringsBack
            ? undefined
            : sql`${phoneLines.lastCalledOn} is distinct from ${today}::date`,
          or(
            isNull(phoneLines.claimedBy),
            eq(phoneLines.claimedBy, me),
            lte(phoneLines.claimedUntil, tx.now),
          ),
        ),
      })
      .returning({ number: phoneLines.number });
    if (!held) throw await whyNot(tx, number, today);
    await audit(tx, "call.claim", { kind: "call", id: callId }, ringsBack ? { ringsBack } : {});
  });
}

/** Gives the number back without having called. Somebody else's claim stays. */
export async function releaseLine(ctx: Context, callId: string): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  if (ctx.actor.kind !== "staff") throw forbidden();
  const { line } = await lineOf(ctx, callId);
  await ctx.db
    .update(phoneLines)
    .set({ claimedBy: null, claimedUntil: null })
    .where(and(eq(phoneLines.number, line.number), eq(phoneLines.claimedBy, ctx.actor.id)));
}

async function lineOf(
  ctx: Context,
  callId: string,
): Promise<{ call: typeof calls.$inferSelect; line: InquiryLine }> {
  const [call] = await ctx.db.select().from(calls).where(eq(calls.id, callId));
  if (!call) throw notFound();
  if (call.status !== "planned" || !call.inquiryId) throw conflict("call_finished");
  const line = (await phoneLinesOf(ctx, [call.inquiryId])).get(call.inquiryId);
  if (!line) throw conflict("no_phone_number");
  return { call, line };
}

async function whyNot(ctx: Context, number: string, today: string): Promise<AppError> {
  const [line] = await ctx.db
    .select({ name: staff.name, lastCalledOn: phoneLines.lastCalledOn })
    .from(phoneLines)
    .leftJoin(staff, eq(staff.id, phoneLines.claimedBy))
    .where(eq(phoneLines.number, number));
  if (line?.lastCalledOn === today) return conflict("line_called_today");
  return conflict("line_claimed", { name: line?.name ?? "–" });
}

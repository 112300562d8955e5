import { and, asc, eq, gte, isNotNull, isNull, notInArray, or, sql } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireSystem } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { nextSendingTime, sendingDay } from "../outreach/sending-time";
import { type Settings, getSettings } from "../settings/settings";

type Held = { id: string; postponedUntil: Date | null };

/**
 * Gives inquiries that were held back for the number of a day an earlier day as soon as one has room, because the
 * number was raised or another inquiry was called off: in their order, each at most once a day, never a later one.
 * What a person put off stays where it is. Returns how many moved. For the system only.
 */
export async function moveHeldUp(ctx: Context): Promise<number> {
  requireSystem(ctx);
  return inTransaction(ctx, async (tx) => {
    const held = await lockHeld(tx);
    if (held.length === 0) return 0;
    const settings = await getSettings(tx);
    const days = await freeDays(tx, held, settings);
    let moved = 0;
    for (const inquiry of held) {
      const at = days();
      if (at >= inquiry.postponedUntil!) continue;
      await tx.db.update(inquiries).set({ postponedUntil: at }).where(eq(inquiries.id, inquiry.id));
      await audit(tx, "inquiry.postpone", { kind: "inquiry", id: inquiry.id }, { movedUp: true });
      await emit(tx, "inquiry/changed", { inquiryId: inquiry.id });
      moved += 1;
    }
    return moved;
  });
}

/** In the order of their days. One that is being sent or changed at this moment is left to whoever does. */
function lockHeld(ctx: Context): Promise<Held[]> {
  return ctx.db
    .select({ id: inquiries.id, postponedUntil: inquiries.postponedUntil })
    .from(inquiries)
    .where(
      and(
        eq(inquiries.status, "approved"),
        isNotNull(inquiries.heldAt),
        isNotNull(inquiries.postponedUntil),
        isNull(inquiries.takenOverAt),
      ),
    )
    .orderBy(asc(inquiries.postponedUntil), asc(inquiries.approvedAt), asc(inquiries.id))
    .for("update", { skipLocked: true });
}

/** Hands out the earliest days with room, one place after the other; looks at sendings one at a time, as `holdForContacts` does. */
async function freeDays(ctx: Context, held: Held[], settings: Settings): Promise<() => Date> {
  const { contactsPerDay: perDay } = settings;
  if (perDay === null) return () => ctx.now;
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('contacts-of-a-day'))`);
  const today = sendingDay(ctx.now, settings);
  const taken = await ctx.db
    .select({ sentAt: inquiries.sentAt, postponedUntil: inquiries.postponedUntil })
    .from(inquiries)
    .where(
      and(
        notInArray(
          inquiries.id,
          held.map(({ id }) => id),
        ),
        or(
          gte(inquiries.sentAt, today.start),
          and(eq(inquiries.status, "approved"), gte(inquiries.postponedUntil, today.start)),
        ),
      ),
    );
  const times = taken.map(({ sentAt, postponedUntil }) => sentAt ?? postponedUntil!);
  let day = today;
  const isFull = ({ start, end }: typeof day) =>
    times.filter((at) => at >= start && at < end).length >= perDay;
  return () => {
    while (isFull(day)) day = sendingDay(day.end, settings);
    const at = day === today ? ctx.now : nextSendingTime(day.start, { ...settings, state: null });
    times.push(at);
    return at;
  };
}

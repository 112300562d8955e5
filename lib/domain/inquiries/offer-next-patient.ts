import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { inquiries, inquiryItems } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { limitRate } from "@/lib/core/rate-limit";
import { type NextInLine, nextInLine } from "../matching/fits/next-in-line";
import { type Settings, getSettings } from "../settings/settings";
import { lockFreeSearch } from "./add-item";
import { type Inquiry, freedPosition, isOfferable } from "./freed-positions";
import { openInquiryStatuses } from "./status";

const perHour = 20;
/** So many people are tried who might be taken at this very moment. */
const tries = 5;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Puts the next person who surely fits into a position of this inquiry that was freed because somebody found a place
 * elsewhere or stopped searching, and returns the item; null when no position is free, nobody fits, or the setting
 * forbids it. Each freed position is filled once, each pair is asked once. An inquiry that closed meanwhile is open
 * again afterwards. By the link of the inquiry only, at most twenty times an hour.
 */
export async function offerNextPatient(ctx: Context, inquiryId: string): Promise<{ itemId: string } | null> {
  if (ctx.actor.kind !== "therapist" || ctx.actor.inquiryId !== inquiryId) throw forbidden();
  await limitRate(ctx, `offer-next:${inquiryId}`, perHour, 3600);
  const settings = await getSettings(ctx);
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  if (!settings.offerNextPatient || !inquiry || !isOfferable(inquiry)) return null;
  if ((await freedPosition(ctx, inquiryId)) === null) return null;
  const line = await nextInLine(ctx, inquiry.therapistId, settings.maxParallel);
  for (const next of line.slice(0, tries)) {
    const result = await inTransaction(ctx, (tx) => offer(tx, inquiryId, next, settings));
    if (result === "closed") return null;
    if (result !== "taken") return result;
  }
  return null;
}

/** Locks go from the search to its inquiries to their items; the advisory lock is that of proposals. */
async function offer(
  ctx: Context,
  inquiryId: string,
  next: NextInLine,
  settings: Settings,
): Promise<{ itemId: string } | "taken" | "closed"> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('propose-inquiries'))`);
  if (!(await takeSearch(ctx, next.patientId, settings.maxParallel))) return "taken";
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId)).for("update");
  if (!inquiry || !isOfferable(inquiry) || (await isAskedElsewhere(ctx, inquiry))) return "closed";
  const position = await freedPosition(ctx, inquiryId);
  if (position === null) return "closed";
  const [added] = await ctx.db
    .insert(inquiryItems)
    .values({ ...next.item, inquiryId, position, offered: true, offeredAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: inquiryItems.id });
  if (!added) return "taken";
  if (inquiry.status !== "sent") await reopen(ctx, inquiryId, settings.reminderAfterDays);
  await audit(ctx, "inquiry.offer-next", { kind: "inquiry", id: inquiryId }, { itemId: added.id });
  return { itemId: added.id };
}

async function takeSearch(ctx: Context, patientId: string, maxParallel: number): Promise<boolean> {
  try {
    await lockFreeSearch(ctx, patientId, maxParallel);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return false;
    throw error;
  }
}

/** The mailbox has at most one open inquiry, and it may be another one by now. */
async function isAskedElsewhere(ctx: Context, { id, practiceId }: Inquiry): Promise<boolean> {
  const others = await ctx.db.$count(
    inquiries,
    and(
      eq(inquiries.practiceId, practiceId),
      ne(inquiries.id, id),
      inArray(inquiries.status, [...openInquiryStatuses]),
    ),
  );
  return others > 0;
}

/** Open again for as long as one waits before a reminder; nobody is reminded or called this time. */
async function reopen(ctx: Context, inquiryId: string, days: number): Promise<void> {
  const dueAt = new Date(ctx.now.getTime() + days * dayMs);
  await ctx.db
    .update(inquiries)
    .set({
      status: "sent",
      reopenedAt: ctx.now,
      closedAt: null,
      cancelReason: null,
      takenOverAt: null,
      takenOverBy: null,
      postponedUntil: null,
      dueAt,
    })
    .where(and(eq(inquiries.id, inquiryId), inArray(inquiries.status, ["answered", "cancelled"])));
  // What waits for the end of every inquiry waits for this one's, too.
  await emit(ctx, "inquiry/approved", { inquiryId });
}

import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { inquiries, inquiryItems, locations, objections, practices, searches, therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { planCall } from "../calls/plan-call";
import { queueMail } from "../mail/queue-mail";
import { getSettings } from "../settings/settings";
import { isObjected, objectionIndex } from "../therapists/objection-index";
import { askedTherapist } from "./asked-therapist";
import { cancelEmptyInquiries } from "./cancel-empty-inquiries";
import { cancelInquiry } from "./cancel-inquiry";
import { dueAtOf } from "./due-at";
import { holdForContacts } from "./hold-for-contacts";
import { orderItems } from "./order-items";
import { type JudgedItems, dropItems, judgeItems } from "./unfit-items";

export type SendResult = "sent" | "already-sent" | "closed" | "held";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Sends an approved inquiry, once: judges every pair anew, drops who stopped searching or does not fit any more, starts the mailbox's cooling
 * period, and queues the mail, or plans a call where there is no address. `closed` when nothing was left to ask, `held`
 * when as many inquiries as the setting allows leave on this day: it is put off to one with room.
 */
export async function sendInquiry(ctx: Context, inquiryId: string): Promise<SendResult> {
  requireAbility(ctx, "inquiries.review");
  return inTransaction(ctx, async (tx) => {
    const [inquiry] = await tx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId)).for("update");
    if (!inquiry) throw notFound();
    if (inquiry.status !== "approved") return inquiry.status === "sent" ? "already-sent" : "closed";
    if (!(await isContactable(tx, inquiry.therapistId))) {
      await cancelInquiry(tx, inquiryId, "therapist_not_contactable");
      return "closed";
    }
    const settings = await getSettings(tx);
    if (await holdForContacts(tx, inquiryId, settings)) return "held";
    await dropStoppedSearches(tx, inquiryId);
    await cancelEmptyInquiries(tx, [inquiryId]);
    const { patients } = await dropUnfit(tx, inquiry);
    await orderItems(tx, inquiryId, patients);
    const dueAt = dueAtOf(settings, tx.now);
    const [sent] = await tx.db
      .update(inquiries)
      .set({
        status: "sent",
        sentAt: tx.now,
        dueAt,
        postponedUntil: null,
        heldAt: null,
        asked: await askedTherapist(tx, inquiry.therapistId),
      })
      .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "approved")))
      .returning();
    if (!sent) return "closed";
    await startCooling(tx, sent, settings.coolingDays);
    if (sent.channel === "email") {
      const occasion = `inquiry:${inquiryId}:first`;
      await queueMail(tx, {
        template: "inquiry",
        occasion,
        locale: "de",
        practiceId: sent.practiceId,
        inquiryId,
      });
    } else {
      await planCall(tx, { practiceId: sent.practiceId, inquiryId });
    }
    await audit(tx, "inquiry.send", { kind: "inquiry", id: inquiryId }, { channel: sent.channel });
    await emit(tx, "inquiry/sent", { inquiryId });
    return "sent";
  });
}

/** Active, and nobody objected meanwhile: not the person, not the address, not its domain. */
async function isContactable(ctx: Context, therapistId: string): Promise<boolean> {
  const [found] = await ctx.db
    .select({ therapist: therapists, email: practices.email })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .where(and(eq(therapists.id, therapistId), eq(therapists.status, "active")));
  if (!found) return false;
  const sites = await ctx.db
    .select({ postalCode: locations.postalCode })
    .from(locations)
    .where(eq(locations.therapistId, therapistId));
  const index = objectionIndex(await ctx.db.select().from(objections));
  const postalCodes = sites.map((site) => site.postalCode);
  return !isObjected(index, { ...found.therapist, email: found.email, postalCodes });
}

/** Much may have changed since the proposal: a wish, an exclusion, or a mailbox that rests longer. */
async function dropUnfit(ctx: Context, inquiry: { id: string; therapistId: string }): Promise<JudgedItems> {
  const judged = await judgeItems(ctx, inquiry);
  if (judged.fit.length === 0) await cancelInquiry(ctx, inquiry.id, "pair_does_not_fit");
  else await dropItems(ctx, inquiry.id, judged.unfit);
  return judged;
}

async function dropStoppedSearches(ctx: Context, inquiryId: string): Promise<void> {
  const stopped = ctx.db.select({ id: searches.id }).from(searches).where(ne(searches.status, "active"));
  await ctx.db
    .delete(inquiryItems)
    .where(and(eq(inquiryItems.inquiryId, inquiryId), inArray(inquiryItems.searchId, stopped)));
}

/** Cooling starts at sending and an earlier, longer one stays. */
async function startCooling(
  ctx: Context,
  inquiry: { practiceId: string; channel: string },
  coolingDays: number,
): Promise<void> {
  const until = new Date(ctx.now.getTime() + coolingDays * dayMs).toISOString();
  await ctx.db
    .update(practices)
    .set({
      coolingUntil: sql`greatest(${practices.coolingUntil}, ${until}::timestamptz)`,
      ...(inquiry.channel === "email" ? { lastMailAt: ctx.now } : {}),
    })
    .where(eq(practices.id, inquiry.practiceId));
}

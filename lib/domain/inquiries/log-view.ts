import { and, eq, gt, sql } from "drizzle-orm";
import { auditEntries, inquiryItems, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, may } from "@/lib/core/context";

const hourMs = 60 * 60 * 1000;

/**
 * Writes down that these patients were seen with an inquiry, in its review, on its page or before a call, in the
 * caller's transaction: once for each opening. Whoever saw all of them there within the last hour still has the page
 * open or came back to it.
 */
export async function logInquiryView(
  ctx: Context,
  inquiryId: string,
  patientIds: readonly string[],
): Promise<void> {
  const seen = JSON.stringify({ patientIds });
  const actorId = ctx.actor.kind === "staff" ? ctx.actor.id : null;
  if (actorId !== null) {
    const [before] = await ctx.db
      .select({ id: auditEntries.id })
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.subjectKind, "inquiry"),
          eq(auditEntries.subjectId, inquiryId),
          eq(auditEntries.act, "inquiry.view"),
          eq(auditEntries.actorId, actorId),
          gt(auditEntries.at, new Date(ctx.now.getTime() - hourMs)),
          sql`${auditEntries.details} @> ${seen}::jsonb`,
        ),
      )
      .limit(1);
    if (before) return;
  }
  const withheld = !may(ctx, "patients.identity");
  await audit(ctx, "inquiry.view", { kind: "inquiry", id: inquiryId }, { withheld, patientIds });
}

/** The patients of an inquiry. */
export async function patientIdsOf(ctx: Context, inquiryId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ patientId: searches.patientId })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(eq(inquiryItems.inquiryId, inquiryId));
  return rows.map(({ patientId }) => patientId);
}

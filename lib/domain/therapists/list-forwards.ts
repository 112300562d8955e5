import { desc, eq } from "drizzle-orm";
import { inquiries, inquiryForwards, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";

export type Forward = {
  id: string;
  inquiryId: string;
  reference: string;
  at: Date;
  email: string;
  /** The colleague, where the practice chose one by name. */
  name: string | null;
};

const shown = 20;

/** To whom a practice sent on the inquiries that went to this therapist, newest first. */
export async function listForwards(ctx: Context, therapistId: string): Promise<Forward[]> {
  requireAbility(ctx, "therapists.read");
  const rows = await ctx.db
    .select({ forward: inquiryForwards, reference: inquiries.reference, colleague: therapists })
    .from(inquiryForwards)
    .innerJoin(inquiries, eq(inquiries.id, inquiryForwards.inquiryId))
    .leftJoin(therapists, eq(therapists.id, inquiryForwards.therapistId))
    .where(eq(inquiries.therapistId, therapistId))
    .orderBy(desc(inquiryForwards.createdAt), desc(inquiryForwards.id))
    .limit(shown);
  return rows.map(({ forward: { id, inquiryId, email, createdAt: at }, reference, colleague }) => ({
    id,
    inquiryId,
    reference,
    at,
    email,
    name: colleague && [colleague.title, colleague.firstName, colleague.lastName].filter(Boolean).join(" "),
  }));
}

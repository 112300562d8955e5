import { eq } from "drizzle-orm";
import { inquiries, practices, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/** An inquiry with whom it asks, or null. The caller has made sure who may see it. */
export async function findWithPractice(ctx: Context, inquiryId: string) {
  const [found] = await ctx.db
    .select({ inquiry: inquiries, therapist: therapists, practice: practices })
    .from(inquiries)
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .where(eq(inquiries.id, inquiryId));
  return found ?? null;
}

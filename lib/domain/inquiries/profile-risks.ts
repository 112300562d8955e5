import { and, eq } from "drizzle-orm";
import { inquiries, inquiryItems, patients, searches } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { loadTraits, traitColumns, traitOf } from "./load-traits";
import { type ProfileRisk, profileRisks } from "./profile";

/** Of a proposal: who could be recognised by the profile that the therapist will see, and why, by item. */
export async function listProfileRisks(ctx: Context, inquiryId: string): Promise<Map<string, ProfileRisk[]>> {
  requireAbility(ctx, "inquiries.read");
  const people = await ctx.db
    .select({ itemId: inquiryItems.id, ...traitColumns })
    .from(inquiries)
    .innerJoin(inquiryItems, eq(inquiryItems.inquiryId, inquiries.id))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "proposed")));
  const traits = await loadTraits(ctx, people);
  const risks = people.map(
    ({ itemId, ...person }) => [itemId, profileRisks(traitOf(ctx, person), traits)] as const,
  );
  return new Map(risks.filter(([, found]) => found.length > 0));
}

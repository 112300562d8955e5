import { and, eq } from "drizzle-orm";
import { inquiries, inquiryItems, patients, searches } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { ageOn } from "../patients/age-on";
import { loadTraits } from "./get-answer-page";
import { type ProfileRisk, profileRisks } from "./profile";

/** Of a proposal: who could be recognised by the profile that the therapist will see, and why, by item. */
export async function listProfileRisks(ctx: Context, inquiryId: string): Promise<Map<string, ProfileRisk[]>> {
  requireAbility(ctx, "inquiries.read");
  const people = await ctx.db
    .select({
      itemId: inquiryItems.id,
      gender: patients.gender,
      birthDate: patients.birthDate,
      postalCode: patients.postalCode,
      city: patients.city,
      languages: patients.languages,
    })
    .from(inquiries)
    .innerJoin(inquiryItems, eq(inquiryItems.inquiryId, inquiries.id))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "proposed")));
  const traits = await loadTraits(
    ctx,
    people.map(({ postalCode }) => postalCode.slice(0, 2)),
  );
  const risks = people.map(({ itemId, birthDate, ...person }) => {
    const age = ageOn(birthDate, ctx.now);
    return [itemId, profileRisks({ ...person, age }, traits)] as const;
  });
  return new Map(risks.filter(([, found]) => found.length > 0));
}

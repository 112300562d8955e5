import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { consents, inquiries, inquiryItems, patients, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { findOwnPlacement, listFailedPlacements } from "../placements/find-own-placement";
import { type SearchSummary, summaryOf } from "./get-patient";
import { mayShareContact } from "../consents/may-share-contact";
import { consentKinds } from "../consents/status";

export type PatientPage = Awaited<ReturnType<typeof getPatientPage>>;

/**
 * What the patient's own page shows: how the search stands, how many practices were asked, the consents and, once a
 * practice accepted, who it is and how far that came. For the patient's link only, and changes nothing.
 */
export async function getPatientPage(ctx: Context) {
  if (ctx.actor.kind !== "patient") throw notFound();
  const { patientId } = ctx.actor;
  const [found] = await ctx.db
    .select({
      firstName: patients.firstName,
      locale: patients.locale,
      status: patients.status,
      createdAt: patients.createdAt,
      search: searches,
    })
    .from(patients)
    .leftJoin(searches, eq(searches.patientId, patients.id))
    .where(eq(patients.id, patientId))
    .orderBy(sql`${searches.createdAt} desc nulls last`, desc(searches.id))
    .limit(1);
  if (!found) throw notFound();
  const { search, ...patient } = found;
  return {
    patientId,
    ...patient,
    search: search ? summaryOf(search) : (null as SearchSummary | null),
    asked: search ? await countAsked(ctx, search.id) : { asked: 0, open: 0 },
    placement: search ? await findOwnPlacement(ctx, search.id) : null,
    failedPlacements: search ? await listFailedPlacements(ctx, search.id) : [],
    consents: await consentStates(ctx, patientId),
    /** Otherwise the patient calls the practice whose place they take. */
    sharesContact: await mayShareContact(ctx, patientId),
  };
}

/** Practices that were asked about this search, and those whose answer is open. */
async function countAsked(ctx: Context, searchId: string): Promise<{ asked: number; open: number }> {
  const [counts] = await ctx.db
    .select({
      asked: sql<number>`count(*)::int`,
      open: sql<number>`(count(*) filter (where ${inquiries.status} = 'sent' and ${inquiryItems.outcome} = 'pending'))::int`,
    })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(and(eq(inquiryItems.searchId, searchId), sql`${inquiries.sentAt} is not null`));
  return counts ?? { asked: 0, open: 0 };
}

/** Every kind of consent with the day since which it is in force, or null. */
async function consentStates(ctx: Context, patientId: string) {
  const rows = await ctx.db
    .select({ kind: consents.kind, grantedAt: consents.grantedAt })
    .from(consents)
    .where(
      and(
        eq(consents.patientId, patientId),
        sql`${consents.withdrawnAt} is null`,
        inArray(consents.kind, [...consentKinds]),
      ),
    );
  return consentKinds.map((kind) => ({
    kind,
    grantedAt: rows.find((row) => row.kind === kind)?.grantedAt ?? null,
  }));
}

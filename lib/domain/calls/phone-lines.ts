import { asc, eq, inArray } from "drizzle-orm";
import { inquiries, locations, practices, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { stateOf } from "../outreach/contact-calendar";
import { nationalDigits } from "../practices/mailbox-key";
import type { PhoneLine } from "./phone-slots";

/** Where an inquiry is asked about by telephone: the therapist's own number, else the practice's. */
export type InquiryLine = PhoneLine & {
  /** As it is written. */
  phone: string;
  /** Digits only: two practices with the same ones are called in one call. */
  number: string;
};

/** The telephone lines of these inquiries, by inquiry; those without a number are left out. */
export async function phoneLinesOf(
  ctx: Context,
  inquiryIds: readonly string[],
): Promise<Map<string, InquiryLine>> {
  if (inquiryIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: inquiries.id, therapist: therapists, practicePhone: practices.phone })
    .from(inquiries)
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .where(inArray(inquiries.id, [...inquiryIds]));
  const sites = await ctx.db
    .selectDistinctOn([locations.therapistId])
    .from(locations)
    .where(
      inArray(
        locations.therapistId,
        rows.map(({ therapist }) => therapist.id),
      ),
    )
    .orderBy(asc(locations.therapistId), asc(locations.id));
  const states = new Map(sites.map((site) => [site.therapistId, stateOf(site.postalCode)]));
  return new Map(
    rows.flatMap(({ id, therapist, practicePhone }) => {
      const phone = therapist.phone ?? practicePhone ?? "";
      const number = nationalDigits(phone);
      if (!number) return [];
      const state = states.get(therapist.id) ?? null;
      return [[id, { phone, number, hours: therapist.phoneHours, state }]];
    }),
  );
}

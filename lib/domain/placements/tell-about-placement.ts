import { eq } from "drizzle-orm";
import {
  inquiries,
  inquiryItems,
  patients,
  type placements,
  practices,
  searches,
  therapists,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { queueMail } from "../mail/queue-mail";
import type { PatientLetter, PlacementLetter } from "../mail/templates";
import { hasObjected } from "../therapists/has-objected";
import { callInstead } from "./call-about-placement";

type Placement = Pick<typeof placements.$inferSelect, "id" | "searchId" | "itemId">;

/**
 * Queues a mail to the patient about a placement, in the caller's transaction and once per occasion; somebody without
 * an address that takes mails is called instead. `day` is the day the mail speaks of, `round` tells repeated questions apart.
 */
export async function tellPatient(
  ctx: Context,
  placement: Placement,
  { template, day, round = "" }: { template: PatientLetter; day?: string; round?: string },
): Promise<void> {
  const [patient] = await ctx.db
    .select({
      id: patients.id,
      locale: patients.locale,
      email: patients.emailIndex,
      bounced: patients.emailBouncedAt,
    })
    .from(searches)
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(eq(searches.id, placement.searchId));
  if (!patient) return;
  if (!patient.email || patient.bounced) return callInstead(ctx, placement, template);
  await queueMail(ctx, {
    template,
    occasion: occasionOf(placement, template, round),
    locale: patient.locale,
    patientId: patient.id,
    placementId: placement.id,
    ...(day ? { day } : {}),
  });
}

/** The same to the practice that accepted; one that objected to mails is called too. Its mails never name the patient; the answer page does. */
export async function tellPractice(
  ctx: Context,
  placement: Placement,
  { template, round = "" }: { template: PlacementLetter; round?: string },
): Promise<void> {
  const [practice] = await ctx.db
    .select({
      id: practices.id,
      inquiryId: inquiries.id,
      therapist: therapists,
      email: practices.email,
      bounced: practices.emailBouncedAt,
    })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .where(eq(inquiryItems.id, placement.itemId));
  if (!practice) return;
  const { therapist, email, bounced } = practice;
  if (!email || bounced || (await hasObjected(ctx, therapist, email)))
    return callInstead(ctx, placement, template);
  await queueMail(ctx, {
    template,
    occasion: occasionOf(placement, template, round),
    locale: "de",
    practiceId: practice.id,
    inquiryId: practice.inquiryId,
    placementId: placement.id,
  });
}

/** Names what a mail about a placement is about. */
const occasionOf = ({ id }: Pick<Placement, "id">, template: string, round = "") =>
  ["placement", id, template, round].filter(Boolean).join(":");

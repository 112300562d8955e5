import { eq } from "drizzle-orm";
import { inquiries, inquiryItems, patients, placements, practices, searches, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { isoDayOf } from "@/lib/format";
import { queueMail } from "../mail/queue-mail";
import type { MailTemplateTo } from "../mail/templates";

type Placement = Pick<typeof placements.$inferSelect, "id" | "searchId" | "itemId">;
type PatientLetter = Extract<
  MailTemplateTo<"patient">,
  | "acceptance_confirm"
  | "acceptance_reminder"
  | "acceptance_lapsed"
  | "back_in_queue"
  | "practice_contact"
  | "first_talk_patient"
  | "progress_patient"
  | "placed"
>;
type PracticeLetter = Extract<
  MailTemplateTo<"practice">,
  "patient_confirmed" | "place_free_again" | "first_talk_practice" | "progress_practice"
>;

/**
 * Queues a mail to the patient about a placement, in the caller's transaction and once per occasion; somebody without
 * an address is called instead. `day` is the day the mail speaks of, `round` tells repeated questions apart.
 */
export async function tellPatient(
  ctx: Context,
  placement: Placement,
  { template, day, round = "" }: { template: PatientLetter; day?: Date; round?: string },
): Promise<void> {
  const [patient] = await ctx.db
    .select({ id: patients.id, locale: patients.locale, email: patients.emailIndex })
    .from(searches)
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(eq(searches.id, placement.searchId));
  if (!patient) return;
  if (!patient.email) return callInstead(ctx, placement);
  await queueMail(ctx, {
    template,
    occasion: occasionOf(placement, template, round),
    locale: patient.locale,
    patientId: patient.id,
    ...(day ? { day: isoDayOf(day) } : {}),
  });
}

/** The same to the practice that accepted. Its mails never name the patient; the answer page does. */
export async function tellPractice(
  ctx: Context,
  placement: Placement,
  { template, round = "" }: { template: PracticeLetter; round?: string },
): Promise<void> {
  const [practice] = await ctx.db
    .select({
      id: practices.id,
      inquiryId: inquiries.id,
      email: practices.email,
      bounced: practices.emailBouncedAt,
    })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .where(eq(inquiryItems.id, placement.itemId));
  if (!practice) return;
  if (!practice.email || practice.bounced) return callInstead(ctx, placement);
  await queueMail(ctx, {
    template,
    occasion: occasionOf(placement, template, round),
    locale: "de",
    practiceId: practice.id,
    inquiryId: practice.inquiryId,
  });
}

const occasionOf = ({ id }: Placement, template: string, round: string) =>
  ["placement", id, template, round].filter(Boolean).join(":");

/** Whoever cannot be written to is called by a person. */
async function callInstead(ctx: Context, { searchId }: Placement): Promise<void> {
  const [search] = await ctx.db
    .select({ patientId: searches.patientId })
    .from(searches)
    .where(eq(searches.id, searchId));
  await ctx.db.insert(tasks).values({
    kind: "placement_call",
    subjectKind: "patient",
    subjectId: search!.patientId,
    dueAt: ctx.now,
    createdAt: ctx.now,
  });
}

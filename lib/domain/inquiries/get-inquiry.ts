import { asc, eq } from "drizzle-orm";
import { validate } from "uuid";
import {
  calls,
  inquiries,
  inquiryItems,
  mails,
  patients,
  practices,
  searches,
  staff,
  therapists,
} from "@/db/schema";
import { type Context, inTransaction, may, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import type { CallStatus } from "../calls/status";
import { type Expected, expectDelivery } from "../mail/expect-delivery";
import type { MailStatus } from "../mail/status";
import { ageOn } from "../patients/age-on";
import { pseudonymOf } from "../patients/pseudonym";
import { findObjection } from "../therapists/find-objection";
import { findInquiryStep } from "./conduct-inquiry";
import { logInquiryView } from "./log-view";
import type { InquiryStep } from "./next-step";
import type { InquiryChannel, InquiryStatus, ItemOutcome, UnsuitableReason } from "./status";

export type InquiryItemView = {
  id: string;
  position: number;
  patientId: string;
  /** The name, or the sign for who may not see names. */
  patientName: string;
  age: number | null;
  distanceKm: number | null;
  travelMinutes: number | null;
  travelEstimated: boolean;
  checks: string[];
  outcome: ItemOutcome;
  outcomeAt: Date | null;
  /** Followed somebody into a freed position, without a review. */
  offered: boolean;
  laterOn: string | null;
  /** What the practice wrote; only for who may see who patients are. */
  note: string | null;
  /** Why the person does not suit; likewise. */
  reason: UnsuitableReason | null;
};
export type InquiryMail = {
  id: string;
  template: string;
  status: MailStatus;
  createdAt: Date;
  sentAt: Date | null;
  bouncedAt: Date | null;
  /** When it will leave and what it waits for; null unless it is queued. */
  expected: Expected | null;
};
export type InquiryView = {
  id: string;
  reference: string;
  status: InquiryStatus;
  channel: InquiryChannel;
  version: number;
  cancelReason: string | null;
  createdAt: Date;
  approvedAt: Date | null;
  approvedBy: string | null;
  sentAt: Date | null;
  remindedAt: Date | null;
  dueAt: Date | null;
  closedAt: Date | null;
  postponedUntil: Date | null;
  /** When it was put off because enough leave on the days before; null when a person did. */
  heldAt: Date | null;
  /** The name of who goes on with it by hand. */
  takenOverBy: string | null;
  /** What happens next by itself, and when. */
  next: InquiryStep;
  therapist: { id: string; name: string; phone: string | null };
  practice: { name: string; email: string | null; coolingUntil: Date | null };
  /** Since when the practice is not to be asked any more. */
  objectedAt: Date | null;
  items: InquiryItemView[];
  mails: InquiryMail[];
  calls: { id: string; status: CallStatus; plannedAt: Date; doneAt: Date | null }[];
};

/**
 * One inquiry with its patients, mails and calls; `not-found` when there is none. Each opening is written to the audit
 * log as `inquiry.view`, with the patients shown.
 */
export async function getInquiry(ctx: Context, id: string): Promise<InquiryView> {
  requireAbility(ctx, "inquiries.read");
  if (!validate(id)) throw notFound();
  const [found] = await ctx.db
    .select({ inquiry: inquiries, therapist: therapists, practice: practices, approvedBy: staff.name })
    .from(inquiries)
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .leftJoin(staff, eq(staff.id, inquiries.approvedBy))
    .where(eq(inquiries.id, id));
  if (!found) throw notFound();
  const { inquiry, therapist, practice, approvedBy } = found;
  const [items, next, holder, sentMails, plannedCalls, objection] = await Promise.all([
    itemsOf(ctx, id),
    findInquiryStep(ctx, id),
    inquiry.takenOverBy
      ? ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, inquiry.takenOverBy))
      : [],
    ctx.db.select().from(mails).where(eq(mails.inquiryId, id)).orderBy(asc(mails.createdAt)),
    ctx.db.select().from(calls).where(eq(calls.inquiryId, id)).orderBy(asc(calls.createdAt)),
    findObjection(ctx, therapist.id),
  ]);
  const shown = items.map(({ patientId }) => patientId);
  await inTransaction(ctx, (tx) => logInquiryView(tx, id, shown));
  const { practiceId: _, therapistId: __, runId: ___, ...plain } = inquiry;
  return {
    ...plain,
    approvedBy,
    takenOverBy: holder[0]?.name ?? null,
    next,
    therapist: {
      id: therapist.id,
      name: [therapist.title, therapist.firstName, therapist.lastName].filter(Boolean).join(" "),
      phone: therapist.phone ?? practice.phone,
    },
    practice: { name: practice.name, email: practice.email, coolingUntil: practice.coolingUntil },
    objectedAt: objection?.since ?? null,
    items,
    mails: await Promise.all(sentMails.map((mail) => mailView(ctx, mail))),
    calls: plannedCalls.map(({ id: callId, status, plannedAt, doneAt }) => ({
      id: callId,
      status,
      plannedAt,
      doneAt,
    })),
  };
}

async function mailView(ctx: Context, mail: typeof mails.$inferSelect): Promise<InquiryMail> {
  const { id, template, status, createdAt, sentAt, bouncedAt } = mail;
  const expected = status === "queued" ? await expectDelivery(ctx, mail) : null;
  return { id, template, status, createdAt, sentAt, bouncedAt, expected };
}

async function itemsOf(ctx: Context, inquiryId: string): Promise<InquiryItemView[]> {
  const rows = await ctx.db
    .select({ item: inquiryItems, patient: patients })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(eq(inquiryItems.inquiryId, inquiryId))
    .orderBy(asc(inquiryItems.position));
  const named = may(ctx, "patients.identity");
  return rows.map(({ item, patient }) => {
    const { id, position, distanceKm, travelMinutes, travelEstimated, checks, outcome, outcomeAt, laterOn } =
      item;
    return {
      id,
      position,
      distanceKm,
      travelMinutes,
      travelEstimated,
      checks,
      outcome,
      outcomeAt,
      offered: item.offered,
      laterOn,
      note: named ? item.note : null,
      reason: named ? (item.reason as UnsuitableReason | null) : null,
      patientId: patient.id,
      patientName: named ? `${patient.firstName} ${patient.lastName}` : pseudonymOf(patient.id),
      age: ageOn(patient.birthDate, ctx.now),
    };
  });
}

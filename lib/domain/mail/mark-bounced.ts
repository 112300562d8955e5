import { and, eq, inArray, isNull } from "drizzle-orm";
import { inquiries, mails, patients, practices, tasks, therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { callIfNext } from "../inquiries/call-if-next";
import { openInquiryStatuses } from "../inquiries/status";
import { callInsteadOfLetter, callPracticeInstead } from "../placements/call-about-placement";
import { isSameAddress, noteUndelivered } from "./note-undelivered";

/**
 * Remembers that the address to which one of our mails went does not exist: nothing is written to it again until it
 * changes, and people are reached by telephone instead. Only where the address is still theirs, and once, however often
 * it is reported; tells whether it was news. For the system only.
 */
export async function markBounced(ctx: Context, mailId: string, address: string): Promise<boolean> {
  if (ctx.actor.kind !== "system") throw forbidden();
  return inTransaction(ctx, async (tx) => {
    const [mail] = await tx.db.select().from(mails).where(eq(mails.id, mailId));
    if (mail) await noteUndelivered(tx, mail, address);
    if (mail?.practiceId) {
      const isNews = await markPractice(tx, mail.practiceId, address);
      await callInsteadOfLetter(tx, mail);
      return isNews;
    }
    return mail?.patientId ? markPatient(tx, mail.patientId, address) : false;
  });
}

/**
 * Open inquiries of the mailbox go by telephone from now on; one that has left gets its call planned, if calling is what
 * comes next without mail: not where the practice has answered, was called, or had the inquiry opened once more by
 * itself. Whom it accepted is not forgotten: it may have missed their name.
 */
async function markPractice(ctx: Context, practiceId: string, address: string): Promise<boolean> {
  // Locks go from the inquiries to their practice.
  const isOpen = and(
    eq(inquiries.practiceId, practiceId),
    inArray(inquiries.status, [...openInquiryStatuses]),
  );
  await ctx.db.select({ id: inquiries.id }).from(inquiries).where(isOpen).orderBy(inquiries.id).for("update");
  const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, practiceId)).for("update");
  if (!practice?.email || practice.emailBouncedAt || !isSameAddress(practice.email, address)) return false;
  await ctx.db.update(practices).set({ emailBouncedAt: ctx.now }).where(eq(practices.id, practiceId));
  await audit(ctx, "practice.bounce", { kind: "practice", id: practiceId });
  const open = await ctx.db.update(inquiries).set({ channel: "phone" }).where(isOpen).returning();
  for (const { id, therapistId } of open.filter((inquiry) => inquiry.status === "sent")) {
    await callIfNext(ctx, id);
    if (!(await hasPhone(ctx, therapistId))) await addTask(ctx, "no_contact", "therapist", therapistId);
  }
  await callPracticeInstead(ctx, practiceId);
  return true;
}

async function hasPhone(ctx: Context, therapistId: string): Promise<boolean> {
  const [found] = await ctx.db
    .select({ own: therapists.phone, practice: practices.phone })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .where(eq(therapists.id, therapistId));
  return Boolean(found?.own ?? found?.practice);
}

async function markPatient(ctx: Context, patientId: string, address: string): Promise<boolean> {
  const [patient] = await ctx.db.select().from(patients).where(eq(patients.id, patientId)).for("update");
  if (!patient?.email || patient.emailBouncedAt || !isSameAddress(patient.email, address)) return false;
  await ctx.db.update(patients).set({ emailBouncedAt: ctx.now }).where(eq(patients.id, patientId));
  await audit(ctx, "patient.bounce", { kind: "patient", id: patientId });
  await addTask(ctx, "mail_bounced", "patient", patientId);
  return true;
}

async function addTask(
  ctx: Context,
  kind: "no_contact" | "mail_bounced",
  subjectKind: "therapist" | "patient",
  subjectId: string,
): Promise<void> {
  const same = and(eq(tasks.kind, kind), eq(tasks.subjectId, subjectId), isNull(tasks.doneAt));
  if ((await ctx.db.$count(tasks, same)) > 0) return;
  await ctx.db.insert(tasks).values({ kind, subjectKind, subjectId, dueAt: ctx.now, createdAt: ctx.now });
}

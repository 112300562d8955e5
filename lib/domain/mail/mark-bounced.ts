import { and, eq, isNull, sql } from "drizzle-orm";
import { inquiries, mails, patients, practices, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { planCall } from "../calls/plan-call";

/**
 * Remembers that the address of one of our mails does not exist: a practice is written to no more and an inquiry that
 * it has not answered goes to the call list; for a patient a person gets a task. Only where the address is still the
 * one that the mail went to. Once, however often it is reported; tells whether it changed anything. For the system only.
 */
export async function markBounced(ctx: Context, mailId: string, address: string): Promise<boolean> {
  if (ctx.actor.kind !== "system") throw forbidden();
  return inTransaction(ctx, async (tx) => {
    const [mail] = await tx.db.select().from(mails).where(eq(mails.id, mailId));
    if (mail?.practiceId) return markPractice(tx, mail.practiceId, mail.inquiryId, address);
    if (mail?.patientId) return askForPatient(tx, mail.patientId, address);
    return false;
  });
}

async function markPractice(
  tx: Context,
  practiceId: string,
  inquiryId: string | null,
  address: string,
): Promise<boolean> {
  const [marked] = await tx.db
    .update(practices)
    .set({ emailBouncedAt: tx.now })
    .where(
      and(
        eq(practices.id, practiceId),
        isNull(practices.emailBouncedAt),
        eq(sql`lower(${practices.email})`, address.toLowerCase()),
      ),
    )
    .returning({ id: practices.id });
  if (!marked) return false;
  await audit(tx, "practice.bounce", { kind: "practice", id: practiceId }, { inquiryId });
  if (inquiryId && (await isWaiting(tx, inquiryId))) await planCall(tx, { practiceId, inquiryId });
  return true;
}

async function isWaiting(tx: Context, inquiryId: string): Promise<boolean> {
  const [inquiry] = await tx.db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "sent")))
    .for("update");
  return inquiry !== undefined;
}

async function askForPatient(tx: Context, patientId: string, address: string): Promise<boolean> {
  const [patient] = await tx.db
    .select({ email: patients.email })
    .from(patients)
    .where(eq(patients.id, patientId))
    .for("update");
  if (patient?.email?.toLowerCase() !== address.toLowerCase()) return false;
  const open = and(
    eq(tasks.kind, "no_contact"),
    eq(tasks.subjectKind, "patient"),
    eq(tasks.subjectId, patientId),
    isNull(tasks.doneAt),
  );
  if ((await tx.db.$count(tasks, open)) > 0) return false;
  const task = { subjectKind: "patient", subjectId: patientId, dueAt: tx.now, createdAt: tx.now };
  await tx.db.insert(tasks).values({ kind: "no_contact", ...task });
  await audit(tx, "patient.bounce", { kind: "patient", id: patientId });
  return true;
}

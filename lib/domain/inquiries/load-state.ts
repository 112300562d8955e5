import { and, eq, inArray, isNull } from "drizzle-orm";
import { calls, inquiries, inquiryItems, practices } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { lastCallAtOf } from "../calls/last-call";
import { firstMailLeftAt } from "../mail/first-mail";
import type { InquiryState } from "./next-step";
import { answerOutcomes } from "./status";
import { hasWaitingMail } from "./waiting-mail";

/** What decides how an inquiry goes on; null when there is none. With `lock` it is held until the end of the transaction. */
export async function loadInquiryState(
  ctx: Context,
  inquiryId: string,
  { lock = false } = {},
): Promise<InquiryState | null> {
  const query = ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  const [inquiry] = await (lock ? query.for("update") : query);
  if (!inquiry) return null;
  const answered = and(
    eq(inquiryItems.inquiryId, inquiryId),
    inArray(inquiryItems.outcome, [...answerOutcomes]),
  );
  const reachable = and(eq(practices.id, inquiry.practiceId), isNull(practices.emailBouncedAt));
  const agreed = and(
    eq(calls.inquiryId, inquiryId),
    eq(calls.status, "planned"),
    eq(calls.byAppointment, true),
  );
  const mailWaits = and(eq(inquiries.id, inquiryId), hasWaitingMail(ctx));
  const [hasAnswer, practice, appointments, mailedAt, waits, lastCallAt] = await Promise.all([
    ctx.db.$count(inquiryItems, answered),
    ctx.db.select({ email: practices.email }).from(practices).where(reachable),
    ctx.db.select({ at: calls.plannedAt }).from(calls).where(agreed),
    firstMailLeftAt(ctx, inquiryId),
    ctx.db.select({ id: inquiries.id }).from(inquiries).where(mailWaits),
    lastCallAtOf(ctx, inquiryId),
  ]);
  return {
    ...inquiry,
    hasAnswer: hasAnswer > 0,
    takesMail: Boolean(practice[0]?.email),
    hasWaitingMail: waits.length > 0,
    appointmentAt: appointments[0]?.at ?? null,
    mailedAt,
    lastCallAt,
  };
}

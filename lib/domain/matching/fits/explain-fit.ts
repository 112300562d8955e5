import { and, eq } from "drizzle-orm";
import { inquiries, patients, therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, may, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { personName } from "@/lib/format";
import type { Locale } from "@/lib/i18n/locale";
import { contactsLeftToday } from "../../inquiries/contacts-left-today";
import { pseudonymOf } from "../../patients/pseudonym";
import { getSettings } from "../../settings/settings";
import { exactMinutesFor } from "../ways/exact-minutes";
import { type PairExplanation, explainPair } from "./explain-pair";
import { loadMatchingRecords } from "../load/load-records";
import { type MissingFact, missingFacts } from "./missing-facts";
import { takeSnapshot } from "../kernel/snapshot";

export type ExplainedFit = {
  /** The name, or for who may not see it the end of the id. */
  patientName: string;
  therapistName: string;
  /** Null when no search runs. */
  explanation: PairExplanation | null;
  missing: MissingFact[];
  /** A proposal to this practice that waits for review already. */
  waitingInquiryId: string | null;
  /** How many inquiries may leave a day, if so many left today or wait to; null while there is room. */
  usedUpContacts: number | null;
};

/**
 * Every rule for one patient and one practice, as the kernel judges here and now. Each call is written to the audit log
 * as `matching.view`; `not-found` when there is no such patient or therapist.
 */
export async function explainFit(
  ctx: Context,
  { patientId, therapistId }: { patientId: string; therapistId: string },
  locale: Locale,
): Promise<ExplainedFit> {
  requireAbility(ctx, "patients.read");
  requireAbility(ctx, "therapists.read");
  const [[patient], [therapist]] = await Promise.all([
    ctx.db
      .select({ firstName: patients.firstName, lastName: patients.lastName })
      .from(patients)
      .where(eq(patients.id, patientId)),
    ctx.db.select().from(therapists).where(eq(therapists.id, therapistId)),
  ]);
  if (!patient || !therapist) throw notFound();
  const withheld = !may(ctx, "patients.identity");
  await audit(ctx, "matching.view", { kind: "patient", id: patientId }, { withheld, therapistId });
  const records = await loadMatchingRecords(ctx, { patientIds: [patientId], therapistId });
  const snapshot = takeSnapshot(records, ctx.now);
  const exactMinutes = await exactMinutesFor(ctx, snapshot, { failing: true });
  const explanation =
    records.patients.length > 0 ? explainPair(snapshot, 0, 0, locale, { exactMinutes }) : null;
  const unknown = (explanation?.rules ?? [])
    .filter(({ verdict }) => verdict === "unknown")
    .map(({ rule }) => rule);
  return {
    patientName: withheld ? pseudonymOf(patientId) : `${patient.firstName} ${patient.lastName}`,
    therapistName: personName(therapist),
    explanation,
    missing: explanation ? missingFacts(records.patients[0]!, records.therapists[0]!, unknown) : [],
    waitingInquiryId: await findWaiting(ctx, therapist.practiceId),
    usedUpContacts: await findUsedUpContacts(ctx),
  };
}

async function findUsedUpContacts(ctx: Context): Promise<number | null> {
  const { contactsPerDay } = await getSettings(ctx);
  return (await contactsLeftToday(ctx, contactsPerDay)) === 0 ? contactsPerDay : null;
}

async function findWaiting(ctx: Context, practiceId: string): Promise<string | null> {
  const [waiting] = await ctx.db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(and(eq(inquiries.practiceId, practiceId), eq(inquiries.status, "proposed")));
  return waiting?.id ?? null;
}

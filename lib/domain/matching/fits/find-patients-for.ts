import { eq, inArray } from "drizzle-orm";
import { patients, therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, may, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { personName } from "@/lib/format";
import type { Locale } from "@/lib/i18n/locale";
import { ageOn } from "../../patients/age-on";
import { pseudonymOf } from "../../patients/pseudonym";
import { getSettings } from "../../settings/settings";
import type { Urgency } from "../../vocabulary";
import { whyNotContactable } from "./explain-pair";
import { loadExactMinutes } from "../ways/load-exact-minutes";
import { type Fit, type FitList, type FitsByList, describeFits, listFits, shownFits } from "./fit-lists";
import { missReach } from "./hindrance";
import { loadMatchingRecords } from "../load/load-records";
import { patientIdsNear } from "../load/patients-near";
import { patientOrder, ranksIn } from "../kernel/turns";
import type { RuleId } from "../kernel/rules";
import { type Snapshot, takeSnapshot } from "../kernel/snapshot";
import { type Candidate, type Candidates, whoFitsTherapist } from "./who-fits";

export type PatientFit = Fit & {
  /** The name, or for who may not see it the end of the id. */
  name: string;
  age: number | null;
  urgency: Urgency;
  waitingSince: Date;
  /** In as many open inquiries as the service allows, so that nothing more can be proposed. */
  isTaken: boolean;
};

export type PatientsForTherapist = {
  therapistName: string;
  /** Why nobody can be proposed to this practice now; null where one can. */
  notContactable: string | null;
  lists: FitsByList<PatientFit>;
};

type Options = { locale: Locale; shown: (list: FitList) => number };

/** A mailbox that rests or is asked already is shown as if it could be asked: the question is who would fit. */
const ignored: readonly RuleId[] = ["contactable"];

/**
 * Which searching patients fit a practice, and why others do not, as the kernel judges here and now. Looks at twice
 * the patients' travel limits, at everybody open to video where the practice is, and at everybody of whom nobody knows
 * how far the way would be. Each list in the published order. Each call is written to the audit log as
 * `matching.view`, with the patients shown; `not-found` when there is no such therapist.
 */
export async function findPatientsFor(
  ctx: Context,
  therapistId: string,
  { locale, shown }: Options,
): Promise<PatientsForTherapist> {
  requireAbility(ctx, "patients.read");
  requireAbility(ctx, "therapists.read");
  const { title, firstName, lastName } = therapists;
  const [[therapist], near] = await Promise.all([
    ctx.db.select({ title, firstName, lastName }).from(therapists).where(eq(therapists.id, therapistId)),
    patientIdsNear(ctx, therapistId, missReach, { unlocated: true }),
  ]);
  if (!therapist) throw notFound();
  const records = await loadMatchingRecords(ctx, { patientIds: near, therapistId });
  const snapshot = takeSnapshot(records, ctx.now);
  const exactMinutes = await loadExactMinutes(ctx, snapshot);
  const options = { reach: missReach, withFailing: true, ignore: ignored, exactMinutes };
  const found = inPublishedOrder(snapshot, whoFitsTherapist(snapshot, 0, options));
  const lists = listFits(snapshot, found, locale, shown, exactMinutes);
  return {
    therapistName: personName(therapist),
    notContactable: whyNotContactable(snapshot, 0, locale),
    lists: await described(ctx, therapistId, lists, records.patients),
  };
}

/** Whose turn is next comes first, however far. */
function inPublishedOrder({ patients: { records, indexById } }: Snapshot, found: Candidates): Candidates {
  const rank = ranksIn(patientOrder(records));
  const rankOf = ({ patientId }: Candidate) => rank[indexById.get(patientId)!]!;
  for (const list of Object.values(found)) list.sort((a, b) => rankOf(a) - rankOf(b));
  return found;
}

type Searching = { id: string; urgency: Urgency; waitingSince: string; openInquiries: number };

/** Adds who the patients are, and writes down that they were looked at. */
async function described(
  ctx: Context,
  therapistId: string,
  lists: FitsByList,
  searching: readonly Searching[],
): Promise<FitsByList<PatientFit>> {
  const ids = shownFits(lists).map(({ patientId }) => patientId);
  const { id, firstName, lastName, birthDate } = patients;
  const rows = await ctx.db
    .select({ id, firstName, lastName, birthDate })
    .from(patients)
    .where(inArray(patients.id, ids));
  const isNamed = may(ctx, "patients.identity");
  await audit(
    ctx,
    "matching.view",
    { kind: "therapist", id: therapistId },
    { withheld: !isNamed, patientIds: ids },
  );
  const { maxParallel } = await getSettings(ctx);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const searchOf = new Map(searching.map((search) => [search.id, search]));
  return describeFits(lists, (fit) => {
    const row = rowOf.get(fit.patientId);
    const { urgency, waitingSince, openInquiries } = searchOf.get(fit.patientId)!;
    return {
      ...fit,
      name: row && isNamed ? `${row.firstName} ${row.lastName}` : pseudonymOf(fit.patientId),
      age: ageOn(row?.birthDate ?? null, ctx.now),
      urgency,
      waitingSince: new Date(waitingSince),
      isTaken: openInquiries >= maxParallel,
    };
  });
}

import { eq } from "drizzle-orm";
import { patients } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, may, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import type { Locale } from "@/lib/i18n/locale";
import { personName } from "@/lib/format";
import { getSettings } from "../../settings/settings";
import { pseudonymOf } from "../../patients/pseudonym";
import { type WishCost, costOfWish, countTherapists } from "./cost-of-wish";
import { describeTherapists } from "../load/describe-therapists";
import { exactMinutesFor } from "../ways/exact-minutes";
import { loadExactMinutes } from "../ways/load-exact-minutes";
import { type Fit, type FitList, type FitsByList, describeFits, listFits, shownFits } from "./fit-lists";
import { missReach } from "./hindrance";
import { loadPatientRecords } from "../load/load-patient-records";
import { loadAround } from "../load/load-records";
import { type MissingFact, missableFacts, patientLacks } from "./missing-facts";
import type { MatchingPatient, SearchClosedReason } from "../kernel/records";
import type { RuleId } from "../kernel/rules";
import { type Snapshot, takeSnapshot, withPatients } from "../kernel/snapshot";
import { type Limits, type WhatIf, isChanged, limitsOf, whatIf } from "./what-if";
import { whoFitsPatient } from "./who-fits";

export type TherapistFit = Fit & { name: string; practiceName: string; city: string };

export type TherapistsForPatient = {
  /** The name, or for who may not see it the end of the id. */
  patientName: string;
  /** Null when no search runs; then nothing else is known. */
  found: {
    lists: FitsByList<TherapistFit>;
    searchClosed: SearchClosedReason | null;
    /** In as many open inquiries as the service allows, so that nothing more can be proposed. */
    isTaken: boolean;
    /** Facts about the patient without which nobody can be found at all. */
    blocking: MissingFact[];
    /** As the patient said, as it is tried out, and how many may be proposed with either. */
    own: Limits & { count: number };
    tried: (Limits & { count: number }) | null;
    wishes: WishCost[];
  } | null;
};

type Options = { locale: Locale; tryOut?: WhatIf; shown: (list: FitList) => number };

/** A paused search is shown as if it ran; who is proposed is another question. */
const ignored: readonly RuleId[] = ["search-open"];

/**
 * Which practices fit a patient, why others do not, what each wish costs, and what would be with other limits: as the
 * kernel judges here and now; nothing is stored. Looks at twice the travel limit, and everywhere by video. Each call is
 * written to the audit log as `matching.view`; `not-found` when there is no such patient.
 */
export async function findTherapistsFor(
  ctx: Context,
  patientId: string,
  { locale, tryOut = {}, shown }: Options,
): Promise<TherapistsForPatient> {
  requireAbility(ctx, "patients.read");
  requireAbility(ctx, "therapists.read");
  const [patientName, [patient]] = await Promise.all([
    viewPatient(ctx, patientId),
    loadPatientRecords(ctx, { patientIds: [patientId] }),
  ]);
  if (!patient) return { patientName, found: null };
  const tried = whatIf(patient, tryOut);
  const records = await loadAround(ctx, [tried, patient], missReach, { unlocated: true });
  const snapshot = takeSnapshot({ ...records, patients: [tried] }, ctx.now);
  const exactMinutes = await exactMinutesFor(ctx, snapshot, { ignore: ignored });
  const options = { reach: missReach, withFailing: true, ignore: ignored, exactMinutes };
  const candidates = whoFitsPatient(snapshot, 0, options);
  const { now, wishes } = costOfWish(snapshot, 0, ignored, exactMinutes);
  const [own, limits] = [limitsOf(patient), limitsOf(tried)];
  const changed = isChanged(own, limits);
  const [ownCount = now] = changed ? await countFor(ctx, snapshot, patient) : [];
  const lists = listFits(snapshot, candidates, locale, shown, exactMinutes);
  return {
    patientName,
    found: {
      lists: await named(ctx, lists),
      searchClosed: patient.searchClosed,
      isTaken: patient.openInquiries >= (await getSettings(ctx)).maxParallel,
      blocking: blockingFacts(tried),
      own: { ...own, count: ownCount },
      tried: changed ? { ...limits, count: now } : null,
      // Without video only the practices around are at hand; what it would bring, one can try out.
      wishes: wishes.filter(({ wish }) => wish !== "video"),
    },
  };
}

/** The patient as stored may travel otherwise than the one who is tried out. */
async function countFor(ctx: Context, snapshot: Snapshot, patient: MatchingPatient): Promise<number[]> {
  const exactMinutes = await loadExactMinutes(ctx, withPatients(snapshot, [patient]));
  return countTherapists(snapshot, [patient], ignored, exactMinutes);
}

/** Who patients are is shown to few; that somebody looked is written down for all. */
async function viewPatient(ctx: Context, patientId: string): Promise<string> {
  const [row] = await ctx.db
    .select({ firstName: patients.firstName, lastName: patients.lastName })
    .from(patients)
    .where(eq(patients.id, patientId));
  if (!row) throw notFound();
  const withheld = !may(ctx, "patients.identity");
  await audit(ctx, "matching.view", { kind: "patient", id: patientId }, { withheld });
  return withheld ? pseudonymOf(patientId) : `${row.firstName} ${row.lastName}`;
}

/** Facts without which every therapist is undetermined. */
function blockingFacts(patient: MatchingPatient): MissingFact[] {
  return missableFacts.filter(
    (fact) => ["birthDate", "place", "limit"].includes(fact.fact) && patientLacks(patient, fact),
  );
}

/** Adds what practices are called and where they are. */
async function named(ctx: Context, lists: FitsByList): Promise<FitsByList<TherapistFit>> {
  const ids = shownFits(lists).map(({ therapistId }) => therapistId);
  const known = new Map((await describeTherapists(ctx, ids)).map((row) => [row.id, row]));
  return describeFits(lists, (fit) => {
    const row = known.get(fit.therapistId);
    return {
      ...fit,
      name: row ? personName(row) : "",
      practiceName: row?.practiceName ?? "",
      city: row?.city ?? "",
    };
  });
}

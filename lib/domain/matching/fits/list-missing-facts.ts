import { asc, inArray } from "drizzle-orm";
import { missingFactCounts, patients } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, may, requireAbility } from "@/lib/core/context";
import { personName } from "@/lib/format";
import { pseudonymOf } from "../../patients/pseudonym";
import { describeTherapists } from "../load/describe-therapists";
import type { FactCount, FactOfRecord } from "./fact-counts";
import { loadPatientRecords } from "../load/load-patient-records";
import { loadTherapistRecords } from "../load/load-therapist-records";
import {
  type FactKind,
  type MissingFact,
  keepsOut,
  kindOf,
  missableFacts,
  patientLacks,
  therapistLacks,
} from "./missing-facts";

/** A record that still lacks the fact. */
export type LackingRecord = FactOfRecord & {
  /** The name, or for who may not see a patient's the end of the id. */
  name: string;
  /** The town of a practice. */
  city: string;
};
export type MissingFactView = Omit<FactCount, "most"> & {
  fact: MissingFact;
  /** Pairs cannot be proposed without it; otherwise they are to check. */
  keepsOut: boolean;
  records: number;
  entries: LackingRecord[];
};
export type MissingFactsView = { countedAt: Date; facts: MissingFactView[] };

/** So many are shown of each fact, of more records that are looked at: some may have been filled in meanwhile. */
const few = { shown: 5, looked: 25 };
const whole = { shown: 200, looked: 200 };

/**
 * Which missing facts hold up most over the whole service, as counted after the last matching run, the most valuable
 * first; of each, which records to fill in first. What was filled in since then, or has ended, is left out of the
 * records. Null before the first count. Patients whose names are shown are written to the audit log as `matching.view`.
 */
export async function listMissingFacts(
  ctx: Context,
  { whole: wholeKind }: { whole?: string } = {},
): Promise<MissingFactsView | null> {
  requireAbility(ctx, "patients.read");
  requireAbility(ctx, "therapists.read");
  const counts = await ctx.db.select().from(missingFactCounts).orderBy(asc(missingFactCounts.kind));
  const [first] = counts;
  if (!first) return null;
  const lengths = ({ kind }: Pick<FactCount, "kind">) => (kind === wholeKind ? whole : few);
  const found = missableFacts.flatMap((fact) => {
    const count = counts.find(({ kind }) => kind === kindOf(fact));
    return count ? [{ fact, ...count, kind: count.kind as FactKind }] : [];
  });
  const lacking = await createLacking(ctx, found, (count) => lengths(count).looked);
  const views = found
    .map(({ fact, kind, records, pairs, others, most }): Omit<MissingFactView, "entries"> & Rest => {
      const still = most.slice(0, lengths({ kind }).looked).filter(({ id }) => lacking(fact, id));
      const shown = still.slice(0, lengths({ kind }).shown);
      return { fact, kind, keepsOut: keepsOut(kind), records, pairs, others, shown };
    })
    .toSorted(byValue);
  const describe = await namesOf(ctx, first.runId, views);
  const facts = views.map(({ shown, ...view }) => ({ ...view, entries: shown.map(describe) }));
  return { countedAt: first.countedAt, facts };
}

type Rest = { shown: FactOfRecord[] };
type Found = { fact: MissingFact; most: FactOfRecord[]; kind: FactKind };

/** First what keeps pairs out, then what is to check; each by the pairs that wait for it. */
function byValue(a: MissingFactView | Omit<MissingFactView, "entries">, b: typeof a): number {
  const value = ({ pairs }: typeof a) => pairs ?? Infinity;
  return Number(b.keepsOut) - Number(a.keepsOut) || (value(a) === value(b) ? 0 : value(b) - value(a));
}

/** Tells of the first records of each fact whether they lack it even now and still count. */
async function createLacking(ctx: Context, found: readonly Found[], looked: (count: Found) => number) {
  const idsOf = (of: MissingFact["of"]) =>
    found
      .filter(({ fact }) => fact.of === of)
      .flatMap((count) => count.most.slice(0, looked(count)).map(({ id }) => id));
  const [searching, known] = await Promise.all([
    loadPatientRecords(ctx, { patientIds: idsOf("patient") }),
    loadTherapistRecords(ctx, { therapistIds: idsOf("therapist") }),
  ]);
  const patientOf = new Map(searching.map((patient) => [patient.id, patient]));
  const therapistOf = new Map(known.map((therapist) => [therapist.id, therapist]));
  return (fact: MissingFact, id: string): boolean => {
    if (fact.of === "patient") {
      const patient = patientOf.get(id);
      return patient?.searchClosed === null && patientLacks(patient, fact);
    }
    const therapist = therapistOf.get(id);
    return therapist?.status === "active" && !therapist.objected && therapistLacks(therapist, fact);
  };
}

/** What the records are called; that patients were seen is written down. */
async function namesOf(ctx: Context, runId: string, views: readonly (Rest & { fact: MissingFact })[]) {
  const idsOf = (of: MissingFact["of"]) => [
    ...new Set(views.flatMap(({ fact, shown }) => (fact.of === of ? shown.map(({ id }) => id) : []))),
  ];
  const patientIds = idsOf("patient");
  const { id, firstName, lastName } = patients;
  const [people, practices] = await Promise.all([
    ctx.db.select({ id, firstName, lastName }).from(patients).where(inArray(id, patientIds)),
    describeTherapists(ctx, idsOf("therapist")),
  ]);
  const isNamed = may(ctx, "patients.identity");
  if (patientIds.length > 0) {
    const subject = { kind: "matching-run", id: runId };
    await audit(ctx, "matching.view", subject, { withheld: !isNamed, patientIds });
  }
  const labels = new Map<string, { name: string; city: string }>([
    ...people.map((person): [string, { name: string; city: string }] => [
      person.id,
      { name: isNamed ? `${person.firstName} ${person.lastName}` : pseudonymOf(person.id), city: "" },
    ]),
    ...practices.map((practice): [string, { name: string; city: string }] => [
      practice.id,
      { name: personName(practice), city: practice.city ?? "" },
    ]),
  ]);
  return (record: FactOfRecord): LackingRecord => ({
    ...record,
    ...(labels.get(record.id) ?? { name: pseudonymOf(record.id), city: "" }),
  });
}

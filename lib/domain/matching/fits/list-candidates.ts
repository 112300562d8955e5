import { and, eq, inArray, or, sql } from "drizzle-orm";
import { isAmong } from "@/db/is-among";
import { inquiries, inquiryItems, patients, searches } from "@/db/schema";
import { type Context, inTransaction, may, requireAbility } from "@/lib/core/context";
import type { Locale } from "@/lib/i18n/locale";
import { logInquiryView } from "../../inquiries/log-view";
import { openInquiryStatuses } from "../../inquiries/status";
import { ageOn } from "../../patients/age-on";
import { pseudonymOf } from "../../patients/pseudonym";
import { runningSearchStatuses } from "../../searches/status";
import { getSettings } from "../../settings/settings";
import type { Gender, Urgency } from "../../vocabulary";
import { loadExactMinutes } from "../ways/load-exact-minutes";
import { explainPair } from "./explain-pair";
import { inSlices } from "../kernel/in-slices";
import type { ExactMinutes } from "../kernel/place-judge";
import { loadPairRecords } from "../load/load-pair-records";
import { type Hindrance, missReach } from "./hindrance";
import { nearestMisses } from "./nearest-misses";
import { patientIdsNear } from "../load/patients-near";
import { patientOrder } from "../kernel/turns";
import { type Snapshot, takeSnapshot } from "../kernel/snapshot";
import { whoFitsTherapist } from "./who-fits";

export type CandidatePatient = {
  patientId: string;
  /** The name, or for who may not see it the end of the id. */
  name: string;
  age: number | null;
  gender: Gender;
  urgency: Urgency;
  waitingSince: Date;
  km: number | null;
  minutes: number | null;
  /** The minutes come from a router, not from the estimate. */
  isExact: boolean;
  /** What somebody should look at. */
  checks: string[];
};
export type MissedPatient = CandidatePatient & {
  hindrance: Hindrance;
  /** Without it something would still be to check. */
  isOpen: boolean;
  /** Why the rule fails that hinders, in a sentence. */
  reasons: string[];
};
export type ProposalCandidates = {
  /** First in line first; who surely fits before who is to check. */
  candidates: CandidatePatient[];
  /** How many there are in all. */
  total: number;
  /** Those first whom one rule keeps out, then those whom two do, each nearest first. */
  misses: MissedPatient[];
};

const shown = 12;

/**
 * Who else could be in this inquiry, and whom one single wish or limit keeps out of it, as the kernel judges here and
 * now. Who is in enough open inquiries already is left out. Null when it does not wait for review any more; each call
 * is written to the audit log as `inquiry.view`, with the patients shown.
 */
export async function findCandidates(
  ctx: Context,
  inquiryId: string,
  locale: Locale,
): Promise<ProposalCandidates | null> {
  requireAbility(ctx, "inquiries.read");
  const therapistId = await therapistOfProposal(ctx, inquiryId);
  if (!therapistId) return null;
  const snapshot = await snapshotAround(ctx, inquiryId, therapistId);
  const exactMinutes = await loadExactMinutes(ctx, snapshot);
  const found = whoFitsTherapist(snapshot, 0, { reach: missReach, withFailing: true, exactMinutes });
  const fitting = [inLine(snapshot, ids(found.fit)), inLine(snapshot, ids(found.check))].flat();
  const missing = nearestMisses(snapshot, 0, found.out, { most: shown, exactMinutes });
  const misses = await inSlices(missing);
  const offered = fitting.slice(0, shown);
  const people = await describe(ctx, inquiryId, [...offered, ...misses.map(({ patientId }) => patientId)]);
  const described = (patientId: string) => view(ctx, snapshot, people.get(patientId)!, locale, exactMinutes);
  return {
    candidates: offered.map((id) => described(id).candidate),
    total: fitting.length,
    misses: misses.map(({ patientId, hindrance, unknown }) => {
      const { candidate, reasons } = described(patientId);
      return { ...candidate, hindrance, reasons, isOpen: unknown.length > 0 };
    }),
  };
}

async function therapistOfProposal(ctx: Context, inquiryId: string): Promise<string | undefined> {
  const [found] = await ctx.db
    .select({ therapistId: inquiries.therapistId })
    .from(inquiries)
    .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "proposed")));
  return found?.therapistId;
}

/** The therapist, and everybody near who is not in the inquiry and not in enough others. */
async function snapshotAround(ctx: Context, inquiryId: string, therapistId: string): Promise<Snapshot> {
  const [near, { maxParallel }] = await Promise.all([
    patientIdsNear(ctx, therapistId, missReach),
    getSettings(ctx),
  ]);
  const taken = await takenAmong(ctx, near, { inquiryId, maxParallel });
  const records = await loadPairRecords(
    ctx,
    therapistId,
    near.filter((id) => !taken.has(id)),
  );
  return takeSnapshot(records, ctx.now);
}

type Limits = { inquiryId: string; maxParallel: number };

/**
 * Those of these patients who are in the inquiry or in enough open ones: after a matching run nearly everybody, whose
 * records need not be opened then.
 */
async function takenAmong(
  ctx: Context,
  patientIds: readonly string[],
  { inquiryId, maxParallel }: Limits,
): Promise<Set<string>> {
  const isOpen = and(
    eq(inquiryItems.outcome, "pending"),
    inArray(inquiries.status, [...openInquiryStatuses]),
  );
  const rows = await ctx.db
    .select({ patientId: searches.patientId })
    .from(searches)
    .innerJoin(inquiryItems, eq(inquiryItems.searchId, searches.id))
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(
      and(
        isAmong(searches.patientId, patientIds),
        inArray(searches.status, [...runningSearchStatuses]),
        or(isOpen, eq(inquiries.id, inquiryId)),
      ),
    )
    .groupBy(searches.patientId)
    .having(
      sql`count(*) filter (where ${isOpen}) >= ${maxParallel} or bool_or(${inquiries.id} = ${inquiryId})`,
    );
  return new Set(rows.map(({ patientId }) => patientId));
}

const ids = (pairs: readonly { patientId: string }[]) => pairs.map(({ patientId }) => patientId);

/** In the order in which people are served everywhere. */
function inLine({ patients: { records, indexById } }: Snapshot, patientIds: string[]): string[] {
  const some = patientIds.map((id) => records[indexById.get(id)!]!);
  return patientOrder(some).map((index) => some[index]!.id);
}

type Person = Pick<typeof patients.$inferSelect, "id" | "firstName" | "lastName" | "birthDate" | "gender">;

/** What is shown of these patients, and the entry in the audit log that says so. */
async function describe(ctx: Context, inquiryId: string, patientIds: string[]): Promise<Map<string, Person>> {
  if (patientIds.length === 0) return new Map();
  return inTransaction(ctx, async (tx) => {
    const { id, firstName, lastName, birthDate, gender } = patients;
    const rows = await tx.db
      .select({ id, firstName, lastName, birthDate, gender })
      .from(patients)
      .where(inArray(patients.id, patientIds));
    await logInquiryView(tx, inquiryId, patientIds);
    return new Map(rows.map((row) => [row.id, row]));
  });
}

function view(
  ctx: Context,
  snapshot: Snapshot,
  person: Person,
  locale: Locale,
  exactMinutes: ExactMinutes | undefined,
) {
  const patient = snapshot.patients.indexById.get(person.id)!;
  const { urgency, waitingSince } = snapshot.patients.records[patient]!;
  const { km, minutes, isExact, rules } = explainPair(snapshot, patient, 0, locale, { exactMinutes });
  const told = (verdict: "fail" | "unknown") =>
    rules.filter((rule) => rule.verdict === verdict).map(({ sentence }) => sentence);
  const named = may(ctx, "patients.identity");
  const candidate: CandidatePatient = {
    patientId: person.id,
    name: named ? `${person.firstName} ${person.lastName}` : pseudonymOf(person.id),
    age: ageOn(person.birthDate, ctx.now),
    gender: person.gender,
    urgency,
    waitingSince: new Date(waitingSince),
    km,
    minutes,
    isExact,
    checks: told("unknown"),
  };
  return { candidate, reasons: told("fail") };
}

import { setImmediate } from "node:timers/promises";
import { and, eq, inArray, ne } from "drizzle-orm";
import { matchingRuns } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict, forbidden, notFound } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { type InquiryProposal, proposeInquiries } from "../inquiries/propose-inquiries";
import { getSettings } from "../settings/settings";
import { composeOldestFirst } from "./compose-oldest-first";
import type { MatchingRun } from "./get-latest-run";
import { judgePairs } from "./judge-pairs";
import { type MatchingRecords, loadMatchingRecords } from "./load-records";
import { collectPairs } from "./pair-table";
import type { Proposal } from "./proposals";
import { pairVerdict } from "./rules";
import { type Snapshot, takeSnapshot } from "./snapshot";

/** Pairs up to this many times the travel limit are counted, so that a near miss is visible. */
const countedReach = 2;

/** Marks a run as running. Repeating it changes nothing. */
export async function startRun(ctx: Context, runId: string): Promise<void> {
  requireSystem(ctx);
  await ctx.db
    .update(matchingRuns)
    .set({ status: "running", progress: { step: "load", done: 0, total: 0 } })
    .where(and(eq(matchingRuns.id, runId), eq(matchingRuns.status, "requested")));
}

/** Marks a run as failed that could not be carried out. */
export async function failRun(ctx: Context, runId: string): Promise<void> {
  requireSystem(ctx);
  await ctx.db
    .update(matchingRuns)
    .set({ status: "failed", finishedAt: ctx.now })
    .where(and(eq(matchingRuns.id, runId), inArray(matchingRuns.status, ["requested", "running"])));
}

/**
 * Carries out a run: snapshot, verdicts, composition, proposals for review. The proposals, the counts and the end of
 * the run are stored in one transaction, so a repetition after a crash starts afresh and a finished run is left alone.
 * Between slices of a few milliseconds the process goes on answering.
 */
export async function runMatching(ctx: Context, runId: string): Promise<MatchingRun["counts"]> {
  requireSystem(ctx);
  const [run] = await ctx.db.select().from(matchingRuns).where(eq(matchingRuns.id, runId));
  if (!run) throw notFound();
  if (run.status === "finished") return run.counts;
  const records = await loadMatchingRecords(ctx);
  const snapshot = takeSnapshot(records, ctx.now);
  const report = progressReporter(ctx, runId, records.patients.length);
  const out = await countOut(snapshot, (done) => report("count", done));
  const { table, counts } = await inSlices(collectPairs(snapshot), (done) => report("judge", done));
  const settings = await getSettings(ctx);
  const { maxItems: maxItemsPerInquiry, maxParallel: maxParallelInquiries } = settings;
  const composed = composeOldestFirst(snapshot, table, { maxItemsPerInquiry, maxParallelInquiries });
  const proposals = toInquiries(composed, records);
  return inTransaction(ctx, async (tx) => {
    const stored = await proposeInquiries(tx, { runId, proposals, maxParallel: settings.maxParallel });
    const total = { fit: counts.fit, check: counts.check, out, proposals: stored };
    await finishRun(tx, runId, total);
    return total;
  });
}

async function finishRun(
  ctx: Context,
  runId: string,
  counts: NonNullable<MatchingRun["counts"]>,
): Promise<void> {
  const finished = await ctx.db
    .update(matchingRuns)
    .set({ status: "finished", finishedAt: new Date(), counts, progress: null })
    .where(and(eq(matchingRuns.id, runId), ne(matchingRuns.status, "finished")))
    .returning({ id: matchingRuns.id });
  if (finished.length === 0) throw conflict("run_finished");
  await audit(ctx, "matching.finish", { kind: "matching-run", id: runId }, counts);
  await emit(ctx, "matching/run.finished", { runId });
}

async function countOut(snapshot: Snapshot, report: (done: number) => Promise<void>): Promise<number> {
  let out = 0;
  const scope = { reach: countedReach, failing: true, measure: false };
  await inSlices(
    judgePairs(snapshot, scope, (pair) => {
      if (pairVerdict(pair.failed, pair.unknown) === "out") out++;
    }),
    report,
  );
  return out;
}

/** Runs a generator to its end, letting others have a turn after each slice. */
async function inSlices<T>(
  slices: Generator<number, T>,
  report: (done: number) => Promise<void>,
): Promise<T> {
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
    await setImmediate();
    await report(slice.value);
  }
}

/** Writes down how far a run is, twice a second at the most. */
function progressReporter(ctx: Context, runId: string, total: number) {
  let last = 0;
  return async (step: string, done: number) => {
    if (Date.now() - last < 500) return;
    last = Date.now();
    await ctx.db
      .update(matchingRuns)
      .set({ progress: { step, done, total } })
      .where(eq(matchingRuns.id, runId));
  };
}

/** From the kernel's terms to those of the database. */
function toInquiries(composed: Proposal[], records: MatchingRecords): InquiryProposal[] {
  const therapists = new Map(records.therapists.map((therapist) => [therapist.id, therapist]));
  const searchOf = new Map(records.patients.map((patient) => [patient.id, patient.searchId]));
  return composed.map(({ therapistId, items }) => {
    const therapist = therapists.get(therapistId)!;
    return {
      therapistId,
      practiceId: therapist.practiceId,
      channel: therapist.email ? "email" : "phone",
      items: items.map(({ patientId, km, minutes, location, check }) => ({
        searchId: searchOf.get(patientId)!,
        locationId: location === null ? null : (therapist.locations[location]?.id ?? null),
        distanceKm: km,
        travelMinutes: minutes,
        travelEstimated: true,
        checks: check,
      })),
    };
  });
}

function requireSystem(ctx: Context): void {
  if (ctx.actor.kind !== "system") throw forbidden();
}

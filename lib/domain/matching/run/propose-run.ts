import { and, eq } from "drizzle-orm";
import { inquiries, matchingRuns } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { currentTime } from "@/lib/core/clock";
import { type Context, inTransaction, requireSystem } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { contactsLeftToday } from "../../inquiries/contacts-left-today";
import { type InquiryProposal, proposeInquiries } from "../../inquiries/propose-inquiries";
import { type Settings, getSettings } from "../../settings/settings";
import type { AcceptanceOdds } from "../odds/acceptance-odds";
import { type Present, composePresent, loadPresent } from "../compose/compose-now";
import { keepOdds } from "../odds/item-odds";
import type { UsualOdds } from "../odds/kept-odds";
import type { RegionCounts } from "./judge-region";
import { inSlices } from "../kernel/in-slices";
import type { ExactMinutes } from "../kernel/place-judge";
import { placesInQuestion } from "../kernel/place-kinds";
import { loadKnowledge } from "../compose/load-knowledge";
import type { ComposedInquiry } from "../compose/composed-inquiries";
import { reportStep, seldom } from "./run-progress";
import { mapRows } from "../kernel/slices";
import type { Snapshot } from "../kernel/snapshot";

export type RunCounts = RegionCounts & { proposals: number };

/**
 * Composes inquiries from the present state and stores them for review. The pairs are judged anew rather than kept
 * from the regions (docs/decisions/0006-composition.md), so a run that was interrupted for long proposes nobody who
 * has left. An attempt that follows one that was cut off composes around what that one stored; so each mailbox is
 * proposed once. A finished run is left alone, and one that failed or was ended meanwhile stores nothing more. Between
 * slices of a few milliseconds the process goes on answering.
 */
export async function proposeRun(
  ctx: Context,
  { runId, counts }: { runId: string; counts: readonly RegionCounts[] },
): Promise<RunCounts> {
  requireSystem(ctx);
  const [run] = await ctx.db.select().from(matchingRuns).where(eq(matchingRuns.id, runId));
  if (!run) throw notFound();
  if (run.status === "finished") return run.counts!;
  await reportStep(ctx, runId, "compose", { done: 0, total: 0 });
  const settings = await getSettings(ctx);
  const { maxParallel, contactsPerDay } = settings;
  const { proposals, usual } = await composeInquiries(ctx, runId, settings);
  await proposeInquiries(
    ctx,
    { runId, proposals, maxParallel, contactsPerDay },
    {
      mayStore: (tx) => requireRunning(tx, runId),
      report: seldom((done) => reportStep(ctx, runId, "store", { done, total: proposals.length })),
    },
  );
  return inTransaction(ctx, async (tx) => {
    const total = { ...sumOf(counts), proposals: await tx.db.$count(inquiries, eq(inquiries.runId, runId)) };
    await finishRun(tx, runId, total, usual);
    return total;
  });
}

/** Keeps the run from ending before the transaction does. */
async function requireRunning(ctx: Context, runId: string): Promise<void> {
  const [running] = await ctx.db
    .select({ id: matchingRuns.id })
    .from(matchingRuns)
    .where(and(eq(matchingRuns.id, runId), eq(matchingRuns.status, "running")))
    .for("share");
  if (!running) throw conflict("run_finished");
}

async function composeInquiries(ctx: Context, runId: string, settings: Settings) {
  const composing = seldom((done) => reportStep(ctx, runId, "compose", { done, total: 0 }));
  const present = await loadPresent(ctx, composing);
  const { therapists } = present.records;
  const estimated = settings.learnOdds && settings.strategy === "expected-placements";
  const knowledge = await loadKnowledge(ctx, therapists, { learn: estimated });
  const budget = await contactsLeftToday(ctx, settings.contactsPerDay);
  const composed = await composePresent(present, settings, knowledge, budget, composing);
  const { odds } = knowledge;
  return { proposals: await toInquiries(composed, present, odds), usual: odds.usual };
}

function sumOf(counts: readonly RegionCounts[]): RegionCounts {
  const sum = { fit: 0, check: 0, out: 0 };
  for (const { fit, check, out } of counts) {
    sum.fit += fit;
    sum.check += check;
    sum.out += out;
  }
  return sum;
}

/** A run that failed or finished meanwhile is not finished again. */
async function finishRun(
  ctx: Context,
  runId: string,
  counts: RunCounts,
  usualOdds: UsualOdds | null,
): Promise<void> {
  const finished = await ctx.db
    .update(matchingRuns)
    .set({ status: "finished", finishedAt: currentTime(), counts, usualOdds, progress: null })
    .where(and(eq(matchingRuns.id, runId), eq(matchingRuns.status, "running")))
    .returning({ id: matchingRuns.id });
  if (finished.length === 0) throw conflict("run_finished");
  await audit(ctx, "matching.finish", { kind: "matching-run", id: runId }, counts);
  await emit(ctx, "matching/run.finished", { runId });
}

/** Whether the minutes of a pair come from a router. */
function isExactIn({ patients, therapists }: Snapshot, exactMinutes: ExactMinutes | undefined) {
  return (patientId: string, therapistId: string, location: number | null) =>
    location !== null &&
    exactMinutes?.(patients.indexById.get(patientId)!, therapists.indexById.get(therapistId)!, location) !==
      undefined;
}

/** From the kernel's terms to those of the database; between slices the process goes on answering. */
export function toInquiries(
  composed: readonly ComposedInquiry[],
  { records, snapshot, exactMinutes }: Present,
  odds: AcceptanceOdds,
): Promise<InquiryProposal[]> {
  const isExact = isExactIn(snapshot, exactMinutes);
  const therapists = new Map(records.therapists.map((therapist) => [therapist.id, therapist]));
  const patients = new Map(records.patients.map((patient) => [patient.id, patient]));
  const inquiriesOf = mapRows(composed, ({ therapistId, items }): InquiryProposal => {
    const therapist = therapists.get(therapistId)!;
    return {
      therapistId,
      practiceId: therapist.practiceId,
      channel: therapist.email ? "email" : "phone",
      items: items.map(({ patientId, km, minutes, location, check }) => {
        const { searchId, openToGroup } = patients.get(patientId)!;
        return {
          searchId,
          locationId: location === null ? null : (therapist.locations[location]?.id ?? null),
          distanceKm: km,
          travelMinutes: minutes,
          travelEstimated: !isExact(patientId, therapistId, location),
          checks: check,
          odds: keepOdds(odds, therapistId, { minutes, places: placesInQuestion(therapist, openToGroup) }),
        };
      }),
    };
  });
  return inSlices(inquiriesOf);
}

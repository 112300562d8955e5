import { eq, inArray, sql } from "drizzle-orm";
import { inquiries, inquiryItems, patients, searches } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { type Turn, compareText, compareTurns, turnOf } from "../matching/kernel/turns";
import { urgencyOf } from "../patients/urgency";
import type { Urgency } from "../vocabulary";

/** A proposal in the order of the review, with the urgency of its most urgent patient. */
export type InOrder = { id: string; urgency: Urgency };

/** Where a proposal stands: at the turn of the first of its patients. */
type Place = { version: number; urgency: Urgency; turn: Turn };

/**
 * Places by inquiry, in the memory of this process alone. Urgency is encrypted, and opening thousands of records for
 * each view would make the review slow. Whatever changes a place raises the version of the proposal, so a place of the
 * same version is never out of date. Learned only from what is committed.
 */
const known = new Map<string, Place>();

/** So many rows are read or opened at once; in between the process answers others. */
const perStatement = 500;

/** The order as it was last found, and of what: the ids of all that wait with their versions. */
let last: { waiting: string; order: readonly InOrder[] } = { waiting: "[]", order: [] };

/**
 * Every inquiry that waits for review. First comes the one with the most urgent patient, then the one whose patient of
 * that urgency has waited longest, then the oldest, which ids tell.
 */
export async function listReviewOrder(ctx: Context): Promise<readonly InOrder[]> {
  requireAbility(ctx, "inquiries.read");
  const waiting = await readWaiting(ctx);
  if (waiting === last.waiting) return last.order;
  const versions = JSON.parse(waiting) as [id: string, version: number][];
  await learnPlaces(
    ctx,
    versions.filter(([id, version]) => known.get(id)?.version !== version).map(([id]) => id),
  );
  const inLine = versions.flatMap(([id]) => {
    const place = known.get(id);
    return place ? [{ id, ...place }] : [];
  });
  if (known.size > 2 * versions.length) forgetOthers(versions);
  const order = inLine
    .toSorted((a, b) => compareTurns(a.turn, b.turn) || compareText(a.id, b.id))
    .map(({ id, urgency }) => ({ id, urgency }));
  last = { waiting, order };
  return order;
}

/** Ids and versions of all that wait, in any order, as one text: thousands of rows would take long to read. */
async function readWaiting(ctx: Context): Promise<string> {
  const { id, version, status } = inquiries;
  const [row] = await ctx.db
    .select({
      text: sql<string | null>`json_agg(json_build_array(${id}, ${version}))::text`,
    })
    .from(inquiries)
    .where(eq(status, "proposed"));
  return row?.text ?? "[]";
}

async function learnPlaces(ctx: Context, ids: readonly string[]): Promise<void> {
  const items = await inParts(ids, (part) => loadItems(ctx, part));
  // Opened after every version was read: what changes in between raises the version again.
  const patientIds = [...new Set(items.map(({ patientId }) => patientId))];
  const records = await inParts(patientIds, (part) => loadHealth(ctx, part));
  const urgencyOfPatient = new Map(records.map(({ id, urgency }) => [id, urgency]));
  for (const { inquiryId, version, patientId, waitingSince } of items) {
    const urgency = urgencyOfPatient.get(patientId) ?? "normal";
    const turn = turnOf({ urgency, waitingSince });
    const before = known.get(inquiryId);
    if (before?.version !== version || compareTurns(turn, before.turn) < 0)
      known.set(inquiryId, { version, urgency, turn });
  }
}

async function inParts<Row>(
  ids: readonly string[],
  load: (part: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += perStatement) {
    rows.push(...(await load(ids.slice(start, start + perStatement))));
  }
  return rows;
}

function loadItems(ctx: Context, inquiryIds: string[]) {
  return ctx.db
    .select({
      inquiryId: inquiries.id,
      version: inquiries.version,
      patientId: searches.patientId,
      waitingSince: searches.since,
    })
    .from(inquiries)
    .innerJoin(inquiryItems, eq(inquiryItems.inquiryId, inquiries.id))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(inArray(inquiries.id, inquiryIds));
}

async function loadHealth(ctx: Context, patientIds: string[]): Promise<{ id: string; urgency: Urgency }[]> {
  const rows = await ctx.db
    .select({ id: patients.id, health: patients.health })
    .from(patients)
    .where(inArray(patients.id, patientIds));
  return rows.map(({ id, health }) => ({ id, urgency: urgencyOf(health) }));
}

function forgetOthers(waiting: readonly [id: string, version: number][]): void {
  const ids = new Set(waiting.map(([id]) => id));
  for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
}

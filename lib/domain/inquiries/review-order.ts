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

type Memory = {
  /** By inquiry. */
  known: Map<string, Place>;
  /** The order as it was last found, and the mark of what waited then. */
  last: { mark: string; order: readonly InOrder[] };
  /** Ends when whoever finds the order now has found it. */
  finding: Promise<unknown>;
};

/**
 * What this process alone remembers; the framework loads this file more than once. Urgency is encrypted, and opening
 * thousands of records for each view would make the review slow. Whatever changes a place raises the version of the
 * proposal, so a place of the same version is never out of date. Learned only from what is committed.
 */
const memory = ((globalThis as { lotseReviewOrder?: Memory }).lotseReviewOrder ??= {
  known: new Map(),
  last: { mark: "", order: [] },
  finding: Promise.resolve(),
});

/** So many rows are read or opened at once; in between the process answers others. */
const perStatement = 500;

/**
 * Every inquiry that waits for review. First comes the one with the most urgent patient, then the one whose patient of
 * that urgency has waited longest, then the oldest, which ids tell.
 */
export async function listReviewOrder(ctx: Context): Promise<readonly InOrder[]> {
  requireAbility(ctx, "inquiries.read");
  if ((await readMark(ctx)) === memory.last.mark) return memory.last.order;
  // One after the other: several at once would open the same thousands of records.
  const found = memory.finding.then(() => findOrder(ctx));
  memory.finding = found.catch(() => undefined);
  return found;
}

async function findOrder(ctx: Context): Promise<readonly InOrder[]> {
  const { known, last } = memory;
  const { mark, waiting } = await readWaiting(ctx);
  if (mark === last.mark) return last.order;
  await learnPlaces(
    ctx,
    waiting.filter(({ id, version }) => known.get(id)?.version !== version).map(({ id }) => id),
  );
  const inLine = waiting.flatMap(({ id }) => {
    const place = known.get(id);
    return place ? [{ id, ...place }] : [];
  });
  if (known.size > 2 * waiting.length) forgetOthers(new Set(waiting.map(({ id }) => id)));
  const order = inLine
    .toSorted((a, b) => compareTurns(a.turn, b.turn) || compareText(a.id, b.id))
    .map(({ id, urgency }) => ({ id, urgency }));
  memory.last = { mark, order };
  return order;
}

/** Tells which proposals wait in which version in a few bytes: another set has another mark. */
const markOfWaiting = sql<string>`count(*) || ' ' || coalesce(bit_xor(uuid_hash_extended(${inquiries.id}, ${inquiries.version})), 0)`;

const isWaiting = eq(inquiries.status, "proposed");

async function readMark(ctx: Context): Promise<string> {
  const [row] = await ctx.db.select({ mark: markOfWaiting }).from(inquiries).where(isWaiting);
  return row!.mark;
}

/** The mark and what it stands for, as one text: thousands of rows would take long to read. */
async function readWaiting(
  ctx: Context,
): Promise<{ mark: string; waiting: { id: string; version: number }[] }> {
  const { id, version } = inquiries;
  const text = sql<string | null>`string_agg(${id}::text || ${version}, ',')`;
  const [row] = await ctx.db.select({ mark: markOfWaiting, text }).from(inquiries).where(isWaiting);
  const parts = row!.text?.split(",") ?? [];
  return {
    mark: row!.mark,
    waiting: parts.map((part) => ({
      id: part.slice(0, uuidLength),
      version: Number(part.slice(uuidLength)),
    })),
  };
}

const uuidLength = 36;

async function learnPlaces(ctx: Context, ids: readonly string[]): Promise<void> {
  const items = await inParts(ids, (part) => loadItems(ctx, part));
  // Opened after every version was read: what changes in between raises the version again.
  const patientIds = [...new Set(items.map(({ patientId }) => patientId))];
  const records = await inParts(patientIds, (part) => loadHealth(ctx, part));
  const urgencyOfPatient = new Map(records.map(({ id, urgency }) => [id, urgency]));
  for (const { inquiryId, version, patientId, waitingSince } of items) {
    const urgency = urgencyOfPatient.get(patientId) ?? "normal";
    const turn = turnOf({ urgency, waitingSince });
    const before = memory.known.get(inquiryId);
    if (before?.version !== version || compareTurns(turn, before.turn) < 0)
      memory.known.set(inquiryId, { version, urgency, turn });
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

function forgetOthers(waiting: ReadonlySet<string>): void {
  for (const id of memory.known.keys()) if (!waiting.has(id)) memory.known.delete(id);
}

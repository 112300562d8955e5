import { type SQL, and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { newId } from "@/db/columns";
import { objections, therapistSourceKeys } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { loadTherapistRows } from "./load-therapist";
import {
  type ObjectionKey,
  addressKeys,
  objectionKeys,
  recordKey,
  sourceObjectionKey,
  storedValue,
} from "./objection-index";
import type { ObjectionKind } from "./objection-kinds";

export type StandingObjection = { kind: ObjectionKind; since: Date };

/** Every objection of this therapist, of the address or its domain, or of a directory's key for them; earliest first. */
export async function standingObjections(ctx: Context, therapistId: string): Promise<StandingObjection[]> {
  return standingUnder(ctx, await keysOf(ctx, therapistId));
}

/** The same for an address, whoever it belongs to: of itself and of its domain. */
export function standingForAddress(ctx: Context, email: string): Promise<StandingObjection[]> {
  return standingUnder(ctx, addressKeys(email));
}

function standingUnder(ctx: Context, keys: ObjectionKey[]): Promise<StandingObjection[]> {
  return ctx.db
    .select({ kind: objections.kind, since: objections.createdAt })
    .from(objections)
    .where(isAnyOf(keys))
    .orderBy(asc(objections.createdAt), asc(objections.kind));
}

/**
 * Writes down for good, in the caller's transaction, that this person is not to be contacted: under the record, under
 * the name at each site and under every key of a directory, so that neither a correction nor a deletion with a later
 * import brings them back. What was written down before stays.
 */
export async function rememberPerson(ctx: Context, therapistId: string, since: Date): Promise<void> {
  const keys = await personKeysOf(ctx, therapistId);
  const known = await ctx.db.select({ personId: objections.personId }).from(objections).where(isAnyOf(keys));
  const personId = known.find((row) => row.personId)?.personId ?? newId();
  if (known.some((row) => !row.personId))
    await ctx.db
      .update(objections)
      .set({ personId })
      .where(and(isAnyOf(keys), isNull(objections.personId)));
  await rememberKeys(ctx, keys, { since, personId });
}

/** Writes down for good, in the caller's transaction, that nothing is to be sent to an address or a domain. */
export async function rememberAddress(ctx: Context, key: ObjectionKey): Promise<void> {
  await rememberKeys(ctx, [key], { since: ctx.now, personId: null });
}

/**
 * Takes back, in the caller's transaction, what was written down of one kind for this therapist or address; for the
 * person also under former names and places, and under every other entry of theirs. Returns how many keys that were.
 */
export async function forgetObjection(
  ctx: Context,
  whose: { therapistId: string } | { email: string },
  kind: ObjectionKind,
): Promise<number> {
  const all = "email" in whose ? addressKeys(whose.email) : await keysOf(ctx, whose.therapistId);
  const keys = all.filter((key) => key.kind === kind);
  const forgotten = await ctx.db
    .delete(objections)
    .where(isAnyOf(keys))
    .returning({ personId: objections.personId });
  const personIds = forgotten.flatMap(({ personId }) => personId ?? []);
  const others =
    personIds.length === 0
      ? []
      : await ctx.db
          .delete(objections)
          .where(inArray(objections.personId, personIds))
          .returning({ id: objections.id });
  return forgotten.length + others.length;
}

/** An objection that holds for this therapist by a name or a directory's key holds for the record from now on. */
export async function keepObjection(ctx: Context, therapistId: string): Promise<void> {
  const standing = await standingObjections(ctx, therapistId);
  const objection = standing.find(({ kind }) => kind === "person");
  if (objection) await rememberPerson(ctx, therapistId, objection.since);
}

/** Forgets which record an objection was of, once that is deleted; name and directory key are needed for an import. */
export async function forgetRecordKey(ctx: Context, therapistId: string): Promise<void> {
  await ctx.db.delete(objections).where(isAnyOf([recordKey(therapistId)]));
}

async function rememberKeys(
  ctx: Context,
  keys: ObjectionKey[],
  { since, personId }: { since: Date; personId: string | null },
): Promise<void> {
  const rows = keys.map((key) => ({ kind: key.kind, value: storedValue(key), personId, createdAt: since }));
  await ctx.db.insert(objections).values(rows).onConflictDoNothing();
}

/** Also rows from before values were hashed: none is lost while they wait for it. */
function isAnyOf(keys: ObjectionKey[]): SQL | undefined {
  const meant = keys.map((key) =>
    and(eq(objections.kind, key.kind), inArray(objections.value, [storedValue(key), key.value])),
  );
  return meant.length === 0 ? sql`false` : or(...meant);
}

/** All by which an objection of this person, of the address or of its domain would be found. */
async function keysOf(ctx: Context, therapistId: string): Promise<ObjectionKey[]> {
  const { therapist, practice, sites } = await loadTherapistRows(ctx, therapistId);
  const others = await ctx.db
    .select({ key: therapistSourceKeys.key })
    .from(therapistSourceKeys)
    .where(eq(therapistSourceKeys.therapistId, therapistId));
  const sourceKeys = [...others.map(({ key }) => key), ...(therapist.sourceKey ? [therapist.sourceKey] : [])];
  const { id, firstName, lastName } = therapist;
  const postalCodes = sites.map((site) => site.postalCode);
  return [
    ...objectionKeys({ id, firstName, lastName, email: practice.email, postalCodes }),
    ...sourceKeys.map(sourceObjectionKey),
  ];
}

async function personKeysOf(ctx: Context, therapistId: string): Promise<ObjectionKey[]> {
  return (await keysOf(ctx, therapistId)).filter(({ kind }) => kind === "person");
}

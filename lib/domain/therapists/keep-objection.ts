import { and, asc, eq, or } from "drizzle-orm";
import { objections, therapistSourceKeys } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { loadTherapistRows } from "./load-therapist";
import { objectionKeys, recordKey, sourceObjectionKey } from "./objection-index";
import type { ObjectionKind } from "./objection-kinds";

export type StandingObjection = { kind: ObjectionKind; since: Date };

/** Every objection of this therapist, of the address or its domain, or of a directory's key for them; earliest first. */
export async function standingObjections(ctx: Context, therapistId: string): Promise<StandingObjection[]> {
  const { person, practice, keys } = await loadPerson(ctx, therapistId);
  // Who reads the mails of an address that is not the practice's own cannot speak for the practice.
  const known = objectionKeys({ ...person, email: practice.emailDisownedAt ? null : practice.email });
  const meant = [...known, ...keys].map(({ kind, value }) =>
    and(eq(objections.kind, kind), eq(objections.value, value)),
  );
  return ctx.db
    .select({ kind: objections.kind, since: objections.createdAt })
    .from(objections)
    .where(or(...meant))
    .orderBy(asc(objections.createdAt), asc(objections.kind));
}

/**
 * Writes down for good, in the caller's transaction, that this person is not to be contacted: under the record, under
 * the name at each site and under every key of a directory, so that neither a correction nor a deletion with a later
 * import brings them back. What was written down before stays.
 */
export async function rememberPerson(ctx: Context, therapistId: string, since: Date): Promise<void> {
  const { person, keys } = await loadPerson(ctx, therapistId);
  const values = [...objectionKeys({ ...person, email: null }), ...keys].map(({ value }) => value);
  await ctx.db
    .insert(objections)
    .values([...new Set(values)].map((value) => ({ kind: "person" as const, value, createdAt: since })))
    .onConflictDoNothing();
}

/** An objection that holds for this therapist by a name or a directory's key holds for the record from now on. */
export async function keepObjection(ctx: Context, therapistId: string): Promise<void> {
  const standing = await standingObjections(ctx, therapistId);
  const objection = standing.find(({ kind }) => kind === "person");
  if (objection) await rememberPerson(ctx, therapistId, objection.since);
}

/** Forgets which record an objection was of, once that is deleted; name and directory key are needed for an import. */
export async function forgetRecordKey(ctx: Context, therapistId: string): Promise<void> {
  await ctx.db
    .delete(objections)
    .where(and(eq(objections.kind, "person"), eq(objections.value, recordKey(therapistId))));
}

async function loadPerson(ctx: Context, therapistId: string) {
  const { therapist, practice, sites } = await loadTherapistRows(ctx, therapistId);
  const others = await ctx.db
    .select({ key: therapistSourceKeys.key })
    .from(therapistSourceKeys)
    .where(eq(therapistSourceKeys.therapistId, therapistId));
  const sourceKeys = [...others.map(({ key }) => key), ...(therapist.sourceKey ? [therapist.sourceKey] : [])];
  const { id, firstName, lastName } = therapist;
  return {
    practice,
    person: { id, firstName, lastName, postalCodes: sites.map((site) => site.postalCode) },
    keys: sourceKeys.map((key) => ({ kind: "person" as const, value: sourceObjectionKey(key) })),
  };
}

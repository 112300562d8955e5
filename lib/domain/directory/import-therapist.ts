import { asc, eq, inArray } from "drizzle-orm";
import { type Provenance, therapistSourceKeys, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { isoDayOf } from "@/lib/format";
import { createTherapist } from "../therapists/create-therapist";
import { keepObjection } from "../therapists/keep-objection";
import { loadTherapistRows } from "../therapists/load-therapist";
import type { LocationInput, TherapistInput } from "../therapists/schemas";
import { therapistInputOf } from "../therapists/therapist-rows";
import { updateTherapist } from "../therapists/update-therapist";
import { sameName } from "./merge-sites";

export type ImportedTherapist = {
  sourceKey: string;
  /** Further keys of the same person in the same directory. */
  otherKeys?: readonly string[];
  source: string;
  therapist: TherapistInput;
};

/**
 * Takes one directory record into the registry, in the caller's transaction: a new person waits for review, a known
 * one gets what changed. What the record does not say replaces nothing, sites are added and never removed (a capture
 * shows only a part), and what staff fixed stays. The same record twice is "unchanged". Whoever was
 * once seen under several keys is recognised by each of them, also who objected to being contacted and was deleted.
 */
export async function importTherapist(
  ctx: Context,
  { sourceKey, otherKeys = [], source, therapist }: ImportedTherapist,
): Promise<{ therapistId: string; outcome: "added" | "changed" | "unchanged" }> {
  const keys = [sourceKey, ...otherKeys];
  const knownId = await findBySourceKeys(ctx, keys, therapist);
  const provenance = provenanceFor(Object.keys(therapist), source, ctx.now);
  if (knownId === null) {
    const { id } = await createTherapist(ctx, therapist, { status: "pending_review", sourceKey, provenance });
    await rememberKeys(ctx, id, otherKeys);
    await keepObjection(ctx, id);
    return { therapistId: id, outcome: "added" };
  }
  const rows = await loadTherapistRows(ctx, knownId);
  const before = therapistInputOf(rows.therapist, rows.practice, rows.sites);
  const { changed } = await updateTherapist(ctx, knownId, statedChanges(before, therapist), { provenance });
  await rememberKeys(
    ctx,
    knownId,
    keys.filter((key) => key !== rows.therapist.sourceKey),
  );
  await keepObjection(ctx, knownId);
  return { therapistId: knownId, outcome: changed.length > 0 ? "changed" : "unchanged" };
}

/** The therapist of the first key; failing that one of the same name who is known under any of the keys. */
async function findBySourceKeys(
  ctx: Context,
  keys: readonly string[],
  person: TherapistInput,
): Promise<string | null> {
  const columns = { id: therapists.id, firstName: therapists.firstName, lastName: therapists.lastName };
  const byMainKey = await ctx.db
    .select({ ...columns, key: therapists.sourceKey })
    .from(therapists)
    .where(inArray(therapists.sourceKey, [...keys]))
    .orderBy(asc(therapists.createdAt));
  const own = byMainKey.find(({ key }) => key === keys[0]);
  if (own) return own.id;
  const byOtherKey = await ctx.db
    .select(columns)
    .from(therapistSourceKeys)
    .innerJoin(therapists, eq(therapists.id, therapistSourceKeys.therapistId))
    .where(inArray(therapistSourceKeys.key, [...keys]))
    .orderBy(asc(therapists.createdAt));
  return [...byMainKey, ...byOtherKey].find((known) => sameName(known, person))?.id ?? null;
}

async function rememberKeys(ctx: Context, therapistId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const rows = keys.map((key) => ({ key, therapistId }));
  await ctx.db.insert(therapistSourceKeys).values(rows).onConflictDoNothing();
}

/** Only the fields about which the record says something, with its sites added to the known ones. */
function statedChanges(before: TherapistInput, record: TherapistInput): Partial<TherapistInput> {
  const stated = Object.entries(record).filter(([, value]) => !saysNothing(value));
  const { wishes: _, ...changes } = Object.fromEntries(stated) as Partial<TherapistInput>;
  return { ...changes, locations: joinSites(before.locations, record.locations) };
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === "" || value === "unknown" || value === "not_stated" || value === false)
    return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function joinSites(known: LocationInput[], found: LocationInput[]): LocationInput[] {
  const sameSite = (a: LocationInput, b: LocationInput) =>
    a.address.postalCode === b.address.postalCode &&
    normal(a.address.street) === normal(b.address.street) &&
    normal(a.address.houseNumber) === normal(b.address.houseNumber);
  const kept = known.map((site) => {
    const again = found.find((one) => sameSite(one, site));
    if (!again) return site;
    const stepFree = again.stepFree === "unknown" ? site.stepFree : again.stepFree;
    const city = again.address.city || site.address.city;
    return {
      ...site,
      stepFree,
      coordinates: again.coordinates ?? site.coordinates,
      address: { ...site.address, city },
    };
  });
  const added = found.filter((one) => !known.some((site) => sameSite(one, site)));
  return [...kept, ...added].slice(0, maxSites);
}

/** As many as a therapist can have; further ones of a directory are left out. */
const maxSites = 10;

const normal = (text: string) =>
  text
    .toLowerCase()
    .replace(/str\.|straße/g, "strasse")
    .replace(/[\s.-]/g, "");

function provenanceFor(fields: string[], source: string, now: Date): Provenance {
  const on = isoDayOf(now);
  return Object.fromEntries(fields.map((field) => [field, { source, on }]));
}

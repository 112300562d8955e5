import { eq } from "drizzle-orm";
import { type Provenance, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { isoDayOf } from "@/lib/format";
import { createTherapist } from "../therapists/create-therapist";
import { loadTherapistRows } from "../therapists/load-therapist";
import type { LocationInput, TherapistInput } from "../therapists/schemas";
import { therapistInputOf } from "../therapists/therapist-rows";
import { updateTherapist } from "../therapists/update-therapist";

export type ImportedTherapist = { sourceKey: string; source: string; therapist: TherapistInput };

/**
 * Takes one directory record into the registry, in the caller's transaction: a new person waits for review, a known
 * one gets what changed. What the record does not say replaces nothing, sites are added and never removed (a capture
 * shows only a part), and what staff fixed stays. The same record twice is "unchanged".
 */
export async function importTherapist(
  ctx: Context,
  { sourceKey, source, therapist }: ImportedTherapist,
): Promise<{ therapistId: string; outcome: "added" | "changed" | "unchanged" }> {
  const [known] = await ctx.db
    .select({ id: therapists.id })
    .from(therapists)
    .where(eq(therapists.sourceKey, sourceKey));
  const provenance = provenanceFor(Object.keys(therapist), source, ctx.now);
  if (!known) {
    const { id } = await createTherapist(ctx, therapist, { status: "pending_review", sourceKey, provenance });
    return { therapistId: id, outcome: "added" };
  }
  const rows = await loadTherapistRows(ctx, known.id);
  const before = therapistInputOf(rows.therapist, rows.practice, rows.sites);
  const { changed } = await updateTherapist(ctx, known.id, statedChanges(before, therapist), { provenance });
  return { therapistId: known.id, outcome: changed.length > 0 ? "changed" : "unchanged" };
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

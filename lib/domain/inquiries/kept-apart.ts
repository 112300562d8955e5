import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { exclusions, locations, objections, practices, searches, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { isObjected, objectionIndex } from "../therapists/objection-index";

/** So many ids go into one look-up. */
const perLookUp = 1000;

/** Tells of these therapists whom an objection or an exclusion in force keeps from a search. */
export async function loadKeptApart(
  ctx: Context,
  therapistIds: readonly string[],
): Promise<(therapistId: string, searchId: string) => boolean> {
  const objected = new Set<string>();
  const excluded = new Set<string>();
  const index = objectionIndex(await ctx.db.select().from(objections));
  for (let start = 0; start < therapistIds.length; start += perLookUp) {
    const part = therapistIds.slice(start, start + perLookUp);
    for (const person of await loadPeople(ctx, part)) if (isObjected(index, person)) objected.add(person.id);
    for (const pair of await loadExcluded(ctx, part)) excluded.add(`${pair.therapistId} ${pair.searchId}`);
  }
  return (therapistId, searchId) => objected.has(therapistId) || excluded.has(`${therapistId} ${searchId}`);
}

async function loadPeople(ctx: Context, ids: string[]) {
  const { id, firstName, lastName } = therapists;
  const people = await ctx.db
    .select({ id, firstName, lastName, email: practices.email })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .where(inArray(id, ids));
  const { therapistId, postalCode } = locations;
  const sites = await ctx.db
    .select({ therapistId, postalCode })
    .from(locations)
    .where(inArray(therapistId, ids));
  const sitesOf = Map.groupBy(sites, (site) => site.therapistId);
  return people.map((person) => ({
    ...person,
    postalCodes: (sitesOf.get(person.id) ?? []).map((site) => site.postalCode),
  }));
}

function loadExcluded(ctx: Context, therapistIds: string[]) {
  const inForce = or(isNull(exclusions.until), gt(exclusions.until, ctx.now));
  return ctx.db
    .select({ therapistId: exclusions.therapistId, searchId: searches.id })
    .from(exclusions)
    .innerJoin(searches, and(eq(searches.patientId, exclusions.patientId), eq(searches.status, "active")))
    .where(and(inArray(exclusions.therapistId, therapistIds), inForce));
}

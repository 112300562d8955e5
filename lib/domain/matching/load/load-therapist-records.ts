import { type SQL, and, asc, between, eq, gt, isNull, or, sql } from "drizzle-orm";
import { isAmong } from "@/db/is-among";
import { locations, objections, practices, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { hasCapacity } from "../../therapists/has-capacity";
import { isObjected, objectionIndex } from "../../therapists/objection-index";
import { noWishes } from "../../therapists/schemas";
import type { OddsTherapist } from "../odds/acceptance-odds";
import { coordinatesOf } from "./load-patient-records";
import type { Box } from "./near-box";
import type { MatchingTherapist } from "../kernel/records";

/** A therapist of the snapshot with the practice whose mailbox is written to and what it told of its places. */
export type ReachableTherapist = MatchingTherapist &
  Pick<OddsTherapist, "potentiallyAvailable" | "capacity"> & { practiceId: string };

/**
 * One therapist or these, whatever the status, or the active ones: all, or those with a site in a box, with video, or with a site
 * of which nobody knows where it is.
 */
export type TherapistScope = {
  therapistId?: string;
  therapistIds?: readonly string[];
  near?: Near;
};
type Near = { box: Box | null; video: boolean; unlocated?: boolean };

/** So many therapists are loaded at once; in between the process answers others. */
const perPage = 500;

/** Loads therapists as matching sees them, a page at a time, in the order of their ids. */
export async function loadTherapistRecords(
  ctx: Context,
  scope: TherapistScope = {},
): Promise<ReachableTherapist[]> {
  const objected = await ctx.db.select().from(objections).then(objectionIndex);
  const loaded: ReachableTherapist[] = [];
  for await (const rows of pages(ctx, scope)) {
    const ids = rows.map(({ therapist }) => therapist.id);
    const sites = Map.groupBy(await loadLocations(ctx, ids), (site) => site.therapistId);
    for (const row of rows) {
      const own = sites.get(row.therapist.id) ?? [];
      loaded.push(toRecord(ctx, row, own, isObjected(objected, personOf(row, own))));
    }
  }
  return loaded;
}

async function* pages(ctx: Context, { therapistId, therapistIds, near }: TherapistScope) {
  const isActive = eq(therapists.status, "active");
  const ids = therapistId ? [therapistId] : therapistIds;
  if (ids || near) {
    const sorted = [...(ids ?? (await idsNear(ctx, near!)))].sort();
    for (let start = 0; start < sorted.length; start += perPage) {
      const isMeant = isAmong(therapists.id, sorted.slice(start, start + perPage));
      yield await loadPage(ctx, ids ? isMeant : and(isMeant, isActive));
    }
    return;
  }
  for (let after: string | null = null; ;) {
    const rows = await loadPage(ctx, and(isActive, after === null ? undefined : gt(therapists.id, after)));
    yield rows;
    if (rows.length < perPage) return;
    after = rows.at(-1)!.therapist.id;
  }
}

type Row = Awaited<ReturnType<typeof loadPage>>[number];
type Site = Awaited<ReturnType<typeof loadLocations>>[number];

const hasOpenInquiry = sql<boolean>`exists (select 1 from inquiries where inquiries.practice_id = ${practices.id} and inquiries.status in ('proposed', 'approved', 'sent'))`;

/** Only what matching asks for: notes and other encrypted columns are not opened. */
function loadPage(ctx: Context, isMeant: SQL | undefined) {
  return ctx.db
    .select({
      therapist: {
        id: therapists.id,
        status: therapists.status,
        gender: therapists.gender,
        statutorySeat: therapists.statutorySeat,
        offers: therapists.offers,
        languages: therapists.languages,
        officeHours: therapists.officeHours,
        video: therapists.video,
        wishes: therapists.wishes,
        capacity: therapists.capacity,
        potentiallyAvailable: therapists.potentiallyAvailable,
        informed: therapists.informed,
        title: therapists.title,
        firstName: therapists.firstName,
        lastName: therapists.lastName,
        phone: therapists.phone,
        createdAt: therapists.createdAt,
      },
      practice: {
        id: practices.id,
        mailboxKey: practices.mailboxKey,
        email: practices.email,
        emailBouncedAt: practices.emailBouncedAt,
        phone: practices.phone,
        coolingUntil: practices.coolingUntil,
      },
      hasOpenInquiry,
    })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .where(isMeant)
    .orderBy(asc(therapists.id))
    .limit(perPage);
}

/** One question for each way to be near: as alternatives of one, none of them would be found by its index. */
async function idsNear(ctx: Context, { box, video, unlocated }: Near): Promise<Set<string>> {
  const sitesWhere = (isMeant: SQL | undefined) =>
    ctx.db.select({ id: locations.therapistId }).from(locations).where(isMeant);
  const found = await Promise.all([
    box ? sitesWhere(isIn(box)) : [],
    video ? ctx.db.select({ id: therapists.id }).from(therapists).where(eq(therapists.video, "yes")) : [],
    unlocated ? sitesWhere(or(isNull(locations.lat), isNull(locations.lon))) : [],
  ]);
  return new Set(found.flat().map(({ id }) => id));
}

function isIn({ south, north, west, east }: Box) {
  return and(between(locations.lat, south, north), between(locations.lon, west, east));
}

function personOf({ therapist, practice }: Row, own: readonly Site[]) {
  return { ...therapist, email: practice.email, postalCodes: own.map((site) => site.postalCode) };
}

function toRecord(
  ctx: Context,
  { therapist, practice, hasOpenInquiry: mailboxHasOpenInquiry }: Row,
  own: readonly Site[],
  objected: boolean,
): ReachableTherapist {
  const { phone, firstName: _, wishes, ...same } = therapist;
  return {
    ...same,
    wishes: { ...noWishes, ...wishes },
    practiceId: practice.id,
    mailbox: practice.mailboxKey,
    email: practice.emailBouncedAt ? null : practice.email,
    hasPhone: practice.phone !== null || phone !== null,
    objected,
    coolingUntil: practice.coolingUntil,
    mailboxHasOpenInquiry,
    locations: own.map((site) => ({
      id: site.id,
      coordinates: coordinatesOf(site),
      stepFree: site.stepFree,
    })),
    available: same.potentiallyAvailable || hasCapacity(same.capacity, ctx.now),
  };
}

function loadLocations(ctx: Context, therapistIds: readonly string[]) {
  return ctx.db
    .select({
      id: locations.id,
      therapistId: locations.therapistId,
      postalCode: locations.postalCode,
      lat: locations.lat,
      lon: locations.lon,
      stepFree: locations.stepFree,
    })
    .from(locations)
    .where(isAmong(locations.therapistId, therapistIds))
    .orderBy(asc(locations.therapistId), asc(locations.id));
}

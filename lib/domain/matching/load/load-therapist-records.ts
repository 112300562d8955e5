import { type SQL, and, asc, between, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { isAmong } from "@/db/is-among";
import { plainSelect } from "@/db/plain-select";
import { inquiries, locations, objections, practices, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { availableKind } from "../../therapists/has-capacity";
import { isObjected, objectionIndex } from "../../therapists/objection-index";
import { noWishes } from "../../therapists/schemas";
import type { OddsTherapist } from "../odds/therapist-odds";
import { coordinatesOf, statusesOf } from "./load-patient-records";
import type { Box } from "./near-box";
import { inSlices } from "../kernel/in-slices";
import type { MatchingTherapist } from "../kernel/records";
import { mapRows } from "../kernel/slices";

/** A therapist of the snapshot with the practice whose mailbox is written to and what it told of its places. */
export type ReachableTherapist = MatchingTherapist &
  Pick<OddsTherapist, "potentiallyAvailable" | "capacity"> & { practiceId: string };

/**
 * One therapist or these, whatever the status, or the active ones: all, or those with a site in a box, with video, or
 * with a site of which nobody knows where it is.
 */
export type TherapistScope = {
  therapistId?: string;
  therapistIds?: readonly string[];
  near?: Near;
  /** As if nothing waited for review. */
  withoutProposals?: boolean;
};
type Near = { box: Box | null; video: boolean; unlocated?: boolean };

/** So many of a whole country are loaded at once; in between the process answers others. */
const perPage = 2000;

/** So many records are made between two pauses: a few milliseconds, also where objections have to be hashed first. */
const perSlice = 500;

/** Loads therapists as matching sees them, in the order of their ids. */
export async function loadTherapistRecords(
  ctx: Context,
  scope: TherapistScope = {},
): Promise<ReachableTherapist[]> {
  const objected = await ctx.db.select().from(objections).then(objectionIndex);
  const loaded: ReachableTherapist[] = [];
  for await (const { rows, sites } of pages(ctx, scope)) {
    const sitesOf = Map.groupBy(sites, (site) => site.therapistId);
    const recordOf = (row: Row) => {
      const own = sitesOf.get(row.id) ?? [];
      return toRecord(ctx, row, own, isObjected(objected, personOf(row, own)));
    };
    for (const record of await inSlices(mapRows(rows, recordOf, perSlice))) loaded.push(record);
  }
  return loaded;
}

type Page = { rows: Row[]; sites: Site[] };

async function* pages(ctx: Context, scope: TherapistScope): AsyncGenerator<Page> {
  const { therapistId, therapistIds, near } = scope;
  const open = statusesOf(scope);
  const isActive = eq(therapists.status, "active");
  const given = therapistId ? [therapistId] : therapistIds;
  if (given || near) {
    const isMeant = (id: PgColumn) => (given ? isAmong(id, given) : isNear(ctx, id, near!));
    const [rows, sites] = await Promise.all([
      loadRows(ctx, open, and(isMeant(therapists.id), given ? undefined : isActive)),
      loadSites(ctx, isMeant(locations.therapistId)),
    ]);
    return yield { rows, sites };
  }
  for (let after: string | null = null; ;) {
    const isNext = after === null ? undefined : gt(therapists.id, after);
    const rows: Row[] = await loadRows(ctx, open, and(isActive, isNext), perPage);
    const [first, last] = [rows.at(0)?.id, rows.at(-1)?.id];
    if (!first || !last) return;
    yield { rows, sites: await loadSites(ctx, between(locations.therapistId, first, last)) };
    after = last;
  }
}

type Row = Awaited<ReturnType<typeof loadRows>>[number];
type OpenStatus = ReturnType<typeof statusesOf>[number];

/** Only what matching asks for: notes and other encrypted columns are not opened. */
function loadRows(ctx: Context, open: OpenStatus[], isMeant: SQL | undefined, most?: number) {
  return plainSelect(ctx.db, columns, (named) => {
    const select = ctx.db
      .select(named)
      .from(therapists)
      .innerJoin(practices, eq(practices.id, therapists.practiceId))
      // At most one, by the index one_open_inquiry_per_mailbox.
      .leftJoin(inquiries, and(eq(inquiries.practiceId, practices.id), inArray(inquiries.status, open)))
      .where(isMeant)
      .orderBy(asc(therapists.id));
    return most === undefined ? select : select.limit(most);
  });
}

type Site = Awaited<ReturnType<typeof loadSites>>[number];

function loadSites(ctx: Context, isMeant: SQL) {
  return plainSelect(ctx.db, siteColumns, (named) =>
    ctx.db.select(named).from(locations).where(isMeant).orderBy(asc(locations.id)),
  );
}

const columns = {
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
  practiceId: practices.id,
  mailbox: practices.mailboxKey,
  email: practices.email,
  emailBouncedAt: practices.emailBouncedAt,
  practicePhone: practices.phone,
  coolingUntil: practices.coolingUntil,
  hasOpenInquiry: sql<boolean>`${inquiries.id} is not null`,
};

const siteColumns = {
  id: locations.id,
  therapistId: locations.therapistId,
  postalCode: locations.postalCode,
  lat: locations.lat,
  lon: locations.lon,
  stepFree: locations.stepFree,
};

/** Who is near, each way to be near with its own index: as alternatives of one condition, none would be found by it. */
function isNear(ctx: Context, id: PgColumn, { box, video, unlocated }: Near): SQL {
  const sitesWhere = (isMeant: SQL | undefined) =>
    ctx.db.select({ id: locations.therapistId }).from(locations).where(isMeant);
  const ways = [
    ...(box ? [sitesWhere(isIn(box))] : []),
    ...(video
      ? [ctx.db.select({ id: therapists.id }).from(therapists).where(eq(therapists.video, "yes"))]
      : []),
    ...(unlocated ? [sitesWhere(or(isNull(locations.lat), isNull(locations.lon)))] : []),
  ];
  return ways.length === 0
    ? sql`false`
    : sql`${id} in (${sql.join(
        ways.map((way) => sql`${way}`),
        sql` union `,
      )})`;
}

function isIn({ south, north, west, east }: Box) {
  return and(between(locations.lat, south, north), between(locations.lon, west, east));
}

function personOf({ id, firstName, lastName, email }: Row, own: readonly Site[]) {
  return { id, firstName, lastName, email, postalCodes: own.map((site) => site.postalCode) };
}

function toRecord(ctx: Context, row: Row, own: readonly Site[], objected: boolean): ReachableTherapist {
  const { potentiallyAvailable, capacity } = row;
  return {
    id: row.id,
    practiceId: row.practiceId,
    mailbox: row.mailbox,
    email: row.emailBouncedAt ? null : row.email,
    hasPhone: row.practicePhone !== null || row.phone !== null,
    status: row.status,
    objected,
    coolingUntil: row.coolingUntil,
    mailboxHasOpenInquiry: row.hasOpenInquiry,
    gender: row.gender,
    statutorySeat: row.statutorySeat,
    offers: row.offers,
    languages: row.languages,
    officeHours: row.officeHours,
    locations: own.map((site) => ({
      id: site.id,
      coordinates: coordinatesOf(site),
      stepFree: site.stepFree,
    })),
    video: row.video,
    wishes: { ...noWishes, ...row.wishes },
    potentiallyAvailable,
    capacity,
    available: availableKind({ potentiallyAvailable, capacity }, ctx.now),
    informed: row.informed,
    title: row.title,
    lastName: row.lastName,
    createdAt: row.createdAt,
  };
}

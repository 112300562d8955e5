import { type SQL, and, asc, count, desc, eq, inArray, isNotNull, isNull, like, or, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { locations, objections, practices, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { germanOrder } from "../german-order";
import { containing, searchWords } from "../like-pattern";
import type { Offer, TriState } from "../vocabulary";
import { isObjected, objectionIndex } from "./objection-index";
import type { TherapistListFilter } from "./schemas";
import type { TherapistStatus } from "./status";

export type TherapistListRow = {
  id: string;
  status: TherapistStatus;
  title: string;
  firstName: string;
  lastName: string;
  practiceName: string;
  email: string | null;
  phone: string | null;
  statutorySeat: TriState;
  offers: Offer[];
  potentiallyAvailable: boolean;
  /** The first site. */
  postalCode: string;
  city: string;
  sites: number;
  coolingUntil: Date | null;
  /** Somebody said that this practice is not to be asked. */
  objected: boolean;
  createdAt: Date;
};

/**
 * One page of the therapists who fit, and how many there are. Every word of the text has to occur in the name, the
 * practice, its e-mail address or a town or postcode.
 */
export async function listTherapists(
  ctx: Context,
  filter: TherapistListFilter,
): Promise<{ rows: TherapistListRow[]; total: number }> {
  requireAbility(ctx, "therapists.read");
  const where = conditionOf(ctx, filter);
  const [page, [all]] = await Promise.all([
    pageOf(ctx, filter, where),
    ctx.db.select({ total: count() }).from(therapists).where(where),
  ]);
  const rows = await loadRows(ctx, page);
  return { rows: page.flatMap((id) => rows.get(id) ?? []), total: all?.total ?? 0 };
}

/** Ids of one page in order. Ids are made in the order of time, so they stand for the day of creation. */
async function pageOf(ctx: Context, filter: TherapistListFilter, where: SQL | undefined): Promise<string[]> {
  const { sort, direction, page, pageSize } = filter;
  const by = direction === "asc" ? asc : desc;
  const byName = [by(germanOrder(therapists.lastName)), by(germanOrder(therapists.firstName))];
  const select = ctx.db.select({ id: therapists.id }).from(therapists).where(where).$dynamic();
  const towns = firstTowns(ctx);
  if (sort === "created") select.orderBy(by(therapists.id));
  else if (sort === "name") select.orderBy(...byName, asc(therapists.id));
  else
    select
      .leftJoin(towns, eq(towns.therapistId, therapists.id))
      .orderBy(sql`${by(towns.town)} nulls last`, ...byName, asc(therapists.id));
  const rows = await select.limit(pageSize).offset((page - 1) * pageSize);
  return rows.map((row) => row.id);
}

/** The town of each therapist's first site. */
function firstTowns(ctx: Context) {
  return ctx.db
    .selectDistinctOn([locations.therapistId], {
      therapistId: locations.therapistId,
      town: sql<string>`${germanOrder(locations.city)}`.as("town"),
    })
    .from(locations)
    .orderBy(locations.therapistId, locations.id)
    .as("first_towns");
}

function conditionOf(
  ctx: Context,
  { status, method, hasEmail, query }: TherapistListFilter,
): SQL | undefined {
  const practicesWith = (condition: SQL) =>
    inArray(therapists.practiceId, ctx.db.select({ id: practices.id }).from(practices).where(condition));
  return and(
    status && eq(therapists.status, status),
    method && sql`${therapists.offers} @> ${JSON.stringify([{ method }])}::jsonb`,
    hasEmail && practicesWith(hasEmail === "yes" ? isNotNull(practices.email) : isNull(practices.email)),
    ...searchWords(query ?? "").map((word) => inArray(therapists.id, withWord(ctx, word))),
  );
}

/** Ids of the therapists in whose record a word occurs; each part of the union can use an index of its own. */
function withWord(ctx: Context, word: string) {
  const pattern = containing(word);
  return union(
    ctx.db
      .select({ id: therapists.id })
      .from(therapists)
      .where(
        or(
          like(sql`lower(${therapists.lastName})`, pattern),
          like(sql`lower(${therapists.firstName})`, pattern),
        ),
      ),
    ctx.db
      .select({ id: therapists.id })
      .from(practices)
      .innerJoin(therapists, eq(therapists.practiceId, practices.id))
      .where(or(like(sql`lower(${practices.name})`, pattern), like(practices.email, pattern))),
    ctx.db
      .select({ id: locations.therapistId })
      .from(locations)
      .where(or(like(sql`lower(${locations.city})`, pattern), like(locations.postalCode, pattern))),
  );
}

async function loadRows(ctx: Context, ids: string[]): Promise<Map<string, TherapistListRow>> {
  const [rows, sites, objected] = await Promise.all([
    ctx.db
      .select({ therapist: therapists, practice: practices })
      .from(therapists)
      .innerJoin(practices, eq(practices.id, therapists.practiceId))
      .where(inArray(therapists.id, ids)),
    ctx.db.select().from(locations).where(inArray(locations.therapistId, ids)).orderBy(asc(locations.id)),
    ctx.db.select().from(objections).then(objectionIndex),
  ]);
  const sitesOf = Map.groupBy(sites, (site) => site.therapistId);
  return new Map(
    rows.map(({ therapist, practice }) => {
      const own = sitesOf.get(therapist.id) ?? [];
      const {
        id,
        status,
        title,
        firstName,
        lastName,
        statutorySeat,
        offers,
        potentiallyAvailable,
        createdAt,
      } = therapist;
      return [
        id,
        {
          id,
          status,
          title,
          firstName,
          lastName,
          practiceName: practice.name,
          email: practice.email,
          phone: therapist.phone ?? practice.phone,
          statutorySeat,
          offers,
          potentiallyAvailable,
          postalCode: own[0]?.postalCode ?? "",
          city: own[0]?.city ?? "",
          sites: own.length,
          coolingUntil: practice.coolingUntil,
          objected: isObjected(objected, {
            ...therapist,
            email: practice.email,
            postalCodes: own.map((site) => site.postalCode),
          }),
          createdAt,
        },
      ];
    }),
  );
}

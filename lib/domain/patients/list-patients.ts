import { type SQL, and, asc, count, desc, eq, gt, inArray, like, or, sql } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import { type Context, may, requireAbility } from "@/lib/core/context";
import { blindIndex } from "@/lib/core/crypto";
import { germanOrder } from "../german-order";
import { containing, endingWith, searchWords } from "../like-pattern";
import type { Payer, Urgency } from "../vocabulary";
import type { SearchRow } from "../searches/move-search";
import { ageOn } from "./age-on";
import { type SearchSummary, summaryOf } from "./get-patient";
import type { PatientRow } from "./patient-rows";
import { pseudonymOf } from "./pseudonym";
import type { PatientListFilter, PatientPageFilter } from "./schemas";
import type { PatientStatus } from "./status";
import { urgencyOf } from "./urgency";

export type PatientListRow = {
  id: string;
  pseudonym: string;
  /** Null for who may not know who patients are. */
  firstName: string | null;
  lastName: string | null;
  age: number | null;
  /** Two digits for who may not know who patients are. */
  postalCode: string;
  city: string;
  payer: Payer | null;
  status: PatientStatus;
  urgency: Urgency;
  search: SearchSummary | null;
  createdAt: Date;
};

/**
 * One page of the patients who fit, and how many there are. Text is looked for in names and pseudonyms, and a whole
 * e-mail address finds its owner. Who may not know who patients are finds pseudonyms and towns, gets no names and
 * cannot sort by them.
 */
export async function listPatients(
  ctx: Context,
  filter: PatientListFilter,
): Promise<{ rows: PatientListRow[]; total: number }> {
  requireAbility(ctx, "patients.read");
  const where = and(
    filter.status && eq(patients.status, filter.status),
    ...searchWords(filter.query ?? "").map((word) => wordCondition(ctx, word)),
  );
  const [page, [all]] = await Promise.all([
    pageOf(ctx, filter, where),
    ctx.db.select({ total: count() }).from(patients).where(where),
  ]);
  return { rows: await loadRows(ctx, page), total: all?.total ?? 0 };
}

/** The next patients in order of their creation, for lists that are read to the end while others write. */
export async function pagePatients(
  ctx: Context,
  { status, after, limit }: PatientPageFilter,
): Promise<PatientListRow[]> {
  requireAbility(ctx, "patients.read");
  const page = await ctx.db
    .select({ id: patients.id })
    .from(patients)
    .where(and(status && eq(patients.status, status), after ? gt(patients.id, after) : undefined))
    .orderBy(asc(patients.id))
    .limit(limit);
  return loadRows(
    ctx,
    page.map((row) => row.id),
  );
}

/** Ids of one page in order. Ids are made in the order of time, so they stand for the day of creation. */
async function pageOf(ctx: Context, filter: PatientListFilter, where: SQL | undefined): Promise<string[]> {
  const { sort, direction, page, pageSize } = filter;
  const by = direction === "asc" ? asc : desc;
  const select = ctx.db.select({ id: patients.id }).from(patients).where(where).$dynamic();
  const isByName = sort === "name" && may(ctx, "patients.identity");
  const latest = latestSearches(ctx);
  if (sort === "created") select.orderBy(by(patients.id));
  else if (isByName)
    select.orderBy(by(germanOrder(patients.lastName)), by(germanOrder(patients.firstName)), asc(patients.id));
  else
    select
      .leftJoin(latest, eq(latest.patientId, patients.id))
      .orderBy(sql`${by(latest.since)} nulls last`, asc(patients.id));
  const rows = await select.limit(pageSize).offset((page - 1) * pageSize);
  return rows.map((row) => row.id);
}

/** The search of each patient that counts, which is the latest. */
function latestSearches(ctx: Context) {
  return ctx.db
    .selectDistinctOn([searches.patientId], { patientId: searches.patientId, since: searches.since })
    .from(searches)
    .orderBy(searches.patientId, desc(searches.createdAt), desc(searches.id))
    .as("latest");
}

async function loadRows(ctx: Context, ids: string[]): Promise<PatientListRow[]> {
  const [rows, own] = await Promise.all([
    ctx.db.select(columns).from(patients).where(inArray(patients.id, ids)),
    ctx.db
      .selectDistinctOn([searches.patientId])
      .from(searches)
      .where(inArray(searches.patientId, ids))
      .orderBy(searches.patientId, desc(searches.createdAt), desc(searches.id)),
  ]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const searchOf = new Map(own.map((search) => [search.patientId, search]));
  return ids.flatMap((id) => {
    const row = rowOf.get(id);
    return row ? [listRow(ctx, row, searchOf.get(id) ?? null)] : [];
  });
}

const columns = {
  id: patients.id,
  firstName: patients.firstName,
  lastName: patients.lastName,
  birthDate: patients.birthDate,
  postalCode: patients.postalCode,
  city: patients.city,
  payer: patients.payer,
  status: patients.status,
  health: patients.health,
  createdAt: patients.createdAt,
};
type Row = Pick<PatientRow, keyof typeof columns>;

function listRow(ctx: Context, patient: Row, search: SearchRow | null): PatientListRow {
  const isKnown = may(ctx, "patients.identity");
  return {
    id: patient.id,
    pseudonym: pseudonymOf(patient.id),
    firstName: isKnown ? patient.firstName : null,
    lastName: isKnown ? patient.lastName : null,
    age: ageOn(patient.birthDate, ctx.now),
    postalCode: isKnown ? patient.postalCode : patient.postalCode.slice(0, 2),
    city: patient.city,
    payer: patient.payer,
    status: patient.status,
    urgency: urgencyOf(patient.health),
    search: search && summaryOf(search),
    createdAt: patient.createdAt,
  };
}

function wordCondition(ctx: Context, word: string): SQL | undefined {
  const pseudonym = like(sql`${patients.id}::text`, endingWith(word));
  if (!may(ctx, "patients.identity"))
    return or(pseudonym, like(sql`lower(${patients.city})`, containing(word)));
  return or(
    pseudonym,
    like(sql`lower(${patients.lastName})`, containing(word)),
    like(sql`lower(${patients.firstName})`, containing(word)),
    word.includes("@") ? eq(patients.emailIndex, blindIndex(word)) : undefined,
  );
}

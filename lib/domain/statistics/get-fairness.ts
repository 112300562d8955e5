import { and, eq, gte, inArray, isNotNull, min, or, sql } from "drizzle-orm";
import { inquiries, inquiryItems, patients, placements, searches } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { ageOn } from "../patients/age-on";
import { genders, payers } from "../vocabulary";
import { medianWait } from "./median-wait";

/** In which respects groups of people are compared. */
export const fairnessRespects = ["waiting", "gender", "age", "payer"] as const;
export type FairnessRespect = (typeof fairnessRespects)[number];

/** Of a group of searches; null where fewer than five people would show. */
export type FairnessRow = {
  group: string;
  searches: number | null;
  /** Share for whom a practice was asked at least once. */
  asked: number | null;
  /** Days until half of all had a first inquiry, a first acceptance; who still waits counts as waiting. */
  daysToInquiry: number | null;
  daysToAcceptance: number | null;
};

export type Fairness = { total: FairnessRow } & Record<FairnessRespect, FairnessRow[]>;

const dayMs = 86_400_000;
const reportedDays = 365;
/** Fewer people than this could be told apart. */
const fewest = 5;

const groupsOf: Record<FairnessRespect, readonly string[]> = {
  waiting: ["under6weeks", "to18weeks", "over18weeks"],
  gender: genders,
  age: ["under18", "to34", "to64", "from65", "unknown"],
  payer: [...payers, "unknown"],
};

/**
 * How the searches of the last year fared by waiting time, gender, age and payer. Who gave up counts as waiting until
 * that day. Nothing shows fewer than five people.
 */
export async function getFairness(ctx: Context): Promise<Fairness> {
  requireAbility(ctx, "inquiries.read");
  const found = await loadSearches(ctx);
  const rowsOf = (respect: FairnessRespect) => {
    const members = Map.groupBy(found, (search) => groupOf(search, respect, ctx.now));
    const sizes = groupsOf[respect].map((group) => ({ group, size: members.get(group)?.length ?? 0 }));
    const hidden = hiddenGroups(sizes);
    return sizes
      .filter(({ size }) => size > 0)
      .map(({ group }) =>
        hidden.has(group) ? nothing(group) : summary(group, members.get(group)!, ctx.now),
      );
  };
  return {
    total: found.length < fewest ? nothing("total") : summary("total", found, ctx.now),
    waiting: rowsOf("waiting"),
    gender: rowsOf("gender"),
    age: rowsOf("age"),
    payer: rowsOf("payer"),
  };
}

/** Groups that are too small, and so many of the next smallest that the sum of the hidden ones tells nothing either. */
export function hiddenGroups(sizes: readonly { group: string; size: number }[]): Set<string> {
  const some = sizes.filter(({ size }) => size > 0).toSorted((a, b) => a.size - b.size);
  const hidden = new Set<string>();
  let sum = 0;
  for (const { group, size } of some) {
    if (size >= fewest && (sum === 0 || sum >= fewest)) break;
    hidden.add(group);
    sum += size;
  }
  return hidden;
}

type Search = Awaited<ReturnType<typeof loadSearches>>[number];

async function loadSearches(ctx: Context) {
  const asked = ctx.db
    .select({ searchId: inquiryItems.searchId, at: min(inquiries.sentAt).as("asked_at") })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .groupBy(inquiryItems.searchId)
    .as("asked");
  const accepted = ctx.db
    .select({ searchId: placements.searchId, at: min(placements.acceptedAt).as("accepted_at") })
    .from(placements)
    // A mistaken yes was no acceptance.
    .where(sql`${placements.endReason} is distinct from 'taken_back'`)
    .groupBy(placements.searchId)
    .as("accepted");
  const since = new Date(ctx.now.getTime() - reportedDays * dayMs);
  return ctx.db
    .select({
      since: searches.since,
      cancelledAt: searches.cancelledAt,
      gender: patients.gender,
      birthDate: patients.birthDate,
      payer: patients.payer,
      askedAt: asked.at,
      acceptedAt: accepted.at,
    })
    .from(searches)
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .leftJoin(asked, eq(asked.searchId, searches.id))
    .leftJoin(accepted, eq(accepted.searchId, searches.id))
    .where(
      and(
        gte(searches.since, since),
        or(inArray(searches.status, ["active", "paused", "placed"]), isNotNull(searches.cancelledAt)),
      ),
    );
}

function groupOf({ since, gender, birthDate, payer }: Search, respect: FairnessRespect, now: Date): string {
  if (respect === "gender") return gender;
  if (respect === "payer") return payer ?? "unknown";
  if (respect === "waiting") {
    const weeks = (now.getTime() - since.getTime()) / dayMs / 7;
    return weeks < 6 ? "under6weeks" : weeks <= 18 ? "to18weeks" : "over18weeks";
  }
  const age = ageOn(birthDate, now);
  if (age === null) return "unknown";
  return age < 18 ? "under18" : age < 35 ? "to34" : age < 65 ? "to64" : "from65";
}

function summary(group: string, members: readonly Search[], now: Date): FairnessRow {
  const asked = members.filter(({ askedAt }) => askedAt !== null).length;
  return {
    group,
    searches: members.length,
    asked: isTelling(asked) && isTelling(members.length - asked) ? asked / members.length : null,
    daysToInquiry: median(members, ({ askedAt }) => askedAt, now),
    daysToAcceptance: median(members, ({ acceptedAt }) => acceptedAt, now),
  };
}

/** The median wait in days for something; null also when fewer than five have got it. */
function median(
  members: readonly Search[],
  instantOf: (search: Search) => Date | null,
  now: Date,
): number | null {
  const waits = members.map((search) => {
    const end = instantOf(search);
    const until = end ?? search.cancelledAt ?? now;
    return { days: Math.floor((until.getTime() - search.since.getTime()) / dayMs), ended: end !== null };
  });
  return waits.filter(({ ended }) => ended).length < fewest ? null : medianWait(waits);
}

/** Nobody, or enough not to be told apart. */
function isTelling(people: number): boolean {
  return people === 0 || people >= fewest;
}

function nothing(group: string): FairnessRow {
  return { group, searches: null, asked: null, daysToInquiry: null, daysToAcceptance: null };
}

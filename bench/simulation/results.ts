import { ageOn } from "@/lib/format";
import type { MatchingPatient } from "@/lib/domain/matching/kernel/records";
import { medianWait } from "@/lib/domain/statistics/median-wait";
import type { Course } from "./searches";
import type { Year } from "./simulate-year";
import { type Estimate, estimate, quantile } from "./statistics";
import { type World, followUpDays, instantOf } from "./world";

const sixWeeks = 42;
const eighteenWeeks = 126;

/** What a year comes to. Waits are of those who arrived in the year, all followed for 18 weeks. */
export type YearResult = {
  medianWaitDays: number | null;
  /** Up to 18 weeks: who has no place by then, or left, counts as 126 days. */
  meanWaitDays: number | null;
  /** Of those placed within 18 weeks alone, for comparison with statistics that know no others. */
  meanWaitOfPlacedDays: number | null;
  placements: number;
  contacts: number;
  contactsPerPlacement: number | null;
  messagesPerPlacement: number | null;
  placedWithin6Weeks: number | null;
  placedWithin18Weeks: number | null;
  /** Share placed within 18 weeks, by group; of those still searching then, within another 18; waits for an inquiry. */
  fairness: Record<string, number | null>;
};

/** Sums up a simulated year. */
export function resultOf(world: World, { courses, contacts, messages }: Year): YearResult {
  const arrived = world.patients
    .map(({ record, leavesOn }, p) => ({ record, leavesOn, course: courses[p]! }))
    .filter(({ course }) => course.arrivedOn > world.countFrom);
  const waits = arrived.map(({ course }) => daysToAcceptance(course));
  const within = (days: number) => share(waits.map((wait) => wait !== null && wait <= days));
  const soon = waits.filter((wait) => wait !== null && wait <= eighteenWeeks) as number[];
  const isCounted = (day: number | null) =>
    day !== null && day > world.countFrom && day <= world.arrivalsUntil;
  const placements = courses.filter(({ placedOn }) => isCounted(placedOn)).length;
  return {
    medianWaitDays: medianWait(
      arrived.map(({ course }, i) => ({
        days: waits[i] ?? world.lastDay - course.arrivedOn,
        ended: waits[i] !== null,
      })),
    ),
    meanWaitDays: mean(waits.map((wait) => Math.min(wait ?? Infinity, followUpDays))),
    meanWaitOfPlacedDays: mean(soon),
    placements,
    contacts,
    contactsPerPlacement: placements === 0 ? null : contacts / placements,
    messagesPerPlacement: placements === 0 ? null : messages / placements,
    placedWithin6Weeks: within(sixWeeks),
    placedWithin18Weeks: within(eighteenWeeks),
    fairness: fairnessOf(world, arrived, waits),
  };
}

/** The same figures over many seeds. */
export type Summary = {
  [Name in Exclude<keyof YearResult, "fairness">]: Estimate | null;
} & { fairness: Record<string, Estimate | null> };

/** Estimates every figure over seeds. */
export function summaryOf(years: readonly YearResult[]): Summary {
  const { fairness, ...figures } = years[0]!;
  const overSeeds = <Key extends string>(keys: Key[], pick: (year: YearResult, key: Key) => number | null) =>
    Object.fromEntries(keys.map((key) => [key, estimate(years.map((year) => pick(year, key)))]));
  return {
    ...overSeeds(Object.keys(figures) as (keyof typeof figures)[], (year, key) => year[key]),
    fairness: overSeeds(Object.keys(fairness), (year, key) => year.fairness[key] ?? null),
  } as Summary;
}

/** How one way of working differs from another in the same worlds: contacts as a ratio, waits in days. */
export function comparison(years: readonly YearResult[], base: readonly YearResult[]) {
  const pairwise = (of: (year: YearResult, other: YearResult) => number | null) =>
    estimate(years.map((year, i) => of(year, base[i]!)));
  return {
    contactsPerPlacement: pairwise((a, b) => quotient(a.contactsPerPlacement, b.contactsPerPlacement)),
    messagesPerPlacement: pairwise((a, b) => quotient(a.messagesPerPlacement, b.messagesPerPlacement)),
    placements: pairwise((a, b) => quotient(a.placements, b.placements)),
    medianWaitDays: pairwise((a, b) => difference(a.medianWaitDays, b.medianWaitDays)),
    meanWaitDays: pairwise((a, b) => difference(a.meanWaitDays, b.meanWaitDays)),
  };
}

type Arrived = { record: MatchingPatient; leavesOn: number; course: Course };

function fairnessOf(
  world: World,
  arrived: readonly Arrived[],
  waits: readonly (number | null)[],
): YearResult["fairness"] {
  const groups: Record<string, (record: MatchingPatient) => boolean> = {
    women: ({ gender }) => gender === "female",
    men: ({ gender }) => gender === "male",
    under18: (record) => ageOf(record) < 18,
    from18to64: (record) => ageOf(record) >= 18 && ageOf(record) < 65,
    from65: (record) => ageOf(record) >= 65,
    statutoryInsured: ({ payer }) => payer === "gkv",
    otherPayers: ({ payer }) => payer !== "gkv",
    acuteOrUrgent: ({ urgency }) => urgency !== "normal",
    notUrgent: ({ urgency }) => urgency === "normal",
  };
  const placed = Object.entries(groups).map(([name, isIn]) => [
    name,
    share(
      waits.filter((_, i) => isIn(arrived[i]!.record)).map((wait) => wait !== null && wait <= eighteenWeeks),
    ),
  ]);
  const toFirstInquiry = arrived.flatMap(({ course: { firstAskedOn, arrivedOn } }) =>
    firstAskedOn === null ? [] : [firstAskedOn - arrivedOn],
  );
  return {
    ...Object.fromEntries(placed),
    daysToFirstInquiryMedian: quantile(toFirstInquiry, 0.5),
    daysToFirstInquiry95: quantile(toFirstInquiry, 0.95),
    daysToFirstInquiryLongest: quantile(toFirstInquiry, 1),
    neverAsked: share(arrived.map(({ course }) => course.firstAskedOn === null)),
    laterPlacedOfLongWaiting: laterPlaced(world, arrived, waits),
  };
}

/** Of those still searching after 18 weeks, the share placed within 36: whether long waits are forgotten. */
function laterPlaced(
  world: World,
  arrived: readonly Arrived[],
  waits: readonly (number | null)[],
): number | null {
  const later = waits.filter((wait, i) => {
    const { course, leavesOn } = arrived[i]!;
    const isSearching =
      (wait === null || wait > eighteenWeeks) && leavesOn > course.arrivedOn + eighteenWeeks;
    return isSearching && course.arrivedOn + 2 * eighteenWeeks <= world.lastDay;
  });
  return share(later.map((wait) => wait !== null && wait <= 2 * eighteenWeeks));
}

/** Who has not stated the birth date is in no group by age. */
function ageOf({ birthDate }: MatchingPatient): number {
  return birthDate === null ? NaN : ageOn(birthDate, instantOf(0).toISOString().slice(0, 10));
}

function daysToAcceptance({ firstAcceptedOn, arrivedOn }: Course): number | null {
  return firstAcceptedOn === null ? null : firstAcceptedOn - arrivedOn;
}

function share(answers: readonly boolean[]): number | null {
  return mean(answers.map(Number));
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quotient(a: number | null, b: number | null): number | null {
  return a === null || !b ? null : a / b;
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

import type { MatchingPatient, MatchingTherapist } from "@/lib/domain/matching/kernel/records";
import type { Coordinates } from "@/lib/domain/vocabulary";
import { syntheticGermany } from "../synthetic-germany";
import type { Assumptions } from "./assumptions";
import { type Random, beta, draw, exponential, gammaOfMeanOne, normal, streamOf } from "./random";

/** A place that is open from a day until it is filled by someone else. Days count from the first of the simulation. */
export type Place = { opensOn: number; closesOn: number };

export type SimulatedTherapist = {
  record: MatchingTherapist;
  /** The chance that an inquiry is answered in the end. */
  reply: number;
  places: readonly Place[];
};

export type SimulatedPatient = {
  record: MatchingPatient;
  /** 0 for who waits already on the first day. */
  arrivesOn: number;
  /** The patient gives up or finds a place elsewhere, unless placed. */
  leavesOn: number;
};

export type World = {
  seed: number;
  /** What happens before is not counted: the service gathers its history. */
  countFrom: number;
  /** Patients arrive until this day; the service goes on until `lastDay`, so that all are followed for 18 weeks. */
  arrivalsUntil: number;
  lastDay: number;
  therapists: SimulatedTherapist[];
  patients: SimulatedPatient[];
};

/** Patients per year, days that are counted, and days before them. */
export type Size = { patients: number; days: number; warmUpDays: number };

/** The first day, a Monday, noon in Germany. */
const firstDay = new Date("2026-01-05T11:00:00Z");
export const followUpDays = 126;
const dayMs = 86_400_000;

/** The instant of a simulated day. */
export function instantOf(day: number): Date {
  return new Date(firstDay.getTime() + day * dayMs);
}

/** Makes the region of one seed: who lives there, who arrives when, where places open. No strategy changes it. */
export function makeWorld(seed: number, size: Size, given: Assumptions): World {
  const backlog = Math.round(size.patients * given.backlogShare);
  const arrivalsUntil = size.warmUpDays + size.days;
  const arrivals = Math.round((size.patients * arrivalsUntil) / 365);
  const people = syntheticGermany(given.therapists, backlog + arrivals, seed);
  const lastDay = arrivalsUntil + followUpDays;
  return {
    seed,
    countFrom: size.warmUpDays,
    arrivalsUntil,
    lastDay,
    therapists: people.therapists.map((record, i) => therapist(record, streamOf(seed, 1, i), lastDay, given)),
    patients: people.patients.map((record, i) =>
      patient(record, streamOf(seed, 2, i), i < backlog ? null : arrivalsUntil, given),
    ),
  };
}

/** The chance that a practice with a place takes a patient who needs so many minutes. */
export function chanceToSuit(minutes: number | null, { suits, suitsLessAtAnHour }: Assumptions): number {
  return suits * (1 - suitsLessAtAnHour * Math.min(1, (minutes ?? 0) / 60));
}

/** The place that an accepted patient did not take in the end is open once more. */
export function reopened(
  world: World,
  therapist: number,
  patient: number,
  day: number,
  given: Assumptions,
): Place {
  const stay = exponential(draw(world.seed, 3, therapist, patient), given.placeDays);
  return { opensOn: day, closesOn: day + stay };
}

/** The day on which a therapist answers an inquiry sent on `day`, reminded and called as usual; null for never. */
export function answerDay(
  { seed, therapists }: World,
  t: number,
  day: number,
  { replyBeforeReminder, replyBeforeCall }: Assumptions,
): number | null {
  const { record, reply } = therapists[t]!;
  if (draw(seed, 9, t, day) >= reply) return null;
  const when = draw(seed, 10, t, day);
  const within = draw(seed, 11, t, day);
  // Who has no address is called at once, in the phone hours of the same week.
  if (record.email === null) return day + 1 + Math.floor(within * 5);
  if (when < replyBeforeReminder) return day + 1 + Math.floor(within * 6);
  if (when < replyBeforeReminder + replyBeforeCall) return day + 7 + Math.floor(within * 7);
  return day + 14 + Math.floor(within * 7);
}

function therapist(
  record: MatchingTherapist,
  random: Random,
  lastDay: number,
  given: Assumptions,
): SimulatedTherapist {
  const coordinates = placeInRegion(random, 0.7);
  const perDay = (given.placesPerYear * gammaOfMeanOne(random, given.placesLikeness)) / 365;
  const reply = beta(random, given.reply, given.replyLikeness);
  const places: Place[] = [];
  // Places that opened before the first day may still be open.
  for (let day = -120; ;) {
    day += exponential(random(), 1 / perDay);
    if (day > lastDay) break;
    places.push({ opensOn: day, closesOn: day + exponential(random(), given.placeDays) });
  }
  return {
    record: {
      ...record,
      locations: record.locations.map((site) => ({ ...site, coordinates })),
      objected: false,
      mailboxHasOpenInquiry: false,
      available: null,
    },
    reply,
    places,
  };
}

function patient(
  record: MatchingPatient,
  random: Random,
  days: number | null,
  given: Assumptions,
): SimulatedPatient {
  const waited = days === null ? random() * given.backlogDays : 0;
  const arrivesOn = days === null ? 0 : 1 + Math.floor(random() * days);
  const staying = (1 - given.givingUp) * (1 - given.findingElsewhere);
  const meanStay = -91 / Math.log(staying);
  return {
    record: {
      ...record,
      coordinates: placeInRegion(random, 0.5),
      waitingSince: new Date(instantOf(arrivesOn).getTime() - waited * dayMs).toISOString(),
      searchClosed: null,
      openInquiries: 0,
    },
    arrivesOn,
    leavesOn: arrivesOn + exponential(random(), meanStay),
  };
}

const centre: Coordinates = { lat: 50.78, lon: 6.08 };

/** City with the given chance (within some 5 km), else somewhere within 25 km. */
function placeInRegion(random: Random, inCity: number): Coordinates {
  const city = random() < inCity;
  const angle = random() * 2 * Math.PI;
  const km = city ? Math.abs(normal(random)) * 4 : Math.sqrt(random()) * 25;
  return {
    lat: centre.lat + (km * Math.cos(angle)) / 111,
    lon: centre.lon + (km * Math.sin(angle)) / (111 * Math.cos((centre.lat * Math.PI) / 180)),
  };
}

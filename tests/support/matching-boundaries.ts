import { distanceKm } from "@/lib/domain/geo/distance";
import { estimateTravelMinutes } from "@/lib/domain/geo/travel-estimate";
import type { MatchingPatient, MatchingTherapist } from "@/lib/domain/matching/kernel/records";
import { type World, ageOf, freeMinutes, germanDay } from "./matching-oracle";

type Boundary = (world: World, patient: MatchingPatient, therapist: MatchingTherapist) => boolean;

/** Where one unit more or less changes a verdict, or a list has nothing in it: what random worlds have to hit. */
export const boundaries: Record<string, Boundary> = {
  "18 today": turns(18, 0),
  "18 tomorrow": turns(18, 1),
  "21 today": turns(21, 0),
  "21 tomorrow": turns(21, 1),
  "born on 29 February": (_, { birthDate }) => birthDate?.endsWith("02-29") ?? false,
  "born on 29 February, seen on 28 February or 1 March of a year without": (world, { birthDate }) =>
    (birthDate ?? "").endsWith("02-29") && /^(?!2028).*-(02-28|03-01)$/.test(germanDay.format(world.at)),
  "the day begins in Germany, not yet in UTC": ({ at }) =>
    germanDay.format(at) !== at.toISOString().slice(0, 10),
  "youngest wished age": (world, patient, { wishes }) => ageOf(patient, world.at) === wishes.ageMin,
  "oldest wished age": (world, patient, { wishes }) => ageOf(patient, world.at) === wishes.ageMax,

  "km limit reached to the last digit": (_, patient, therapist) =>
    ways(patient, therapist).some(({ km }) => km > 0 && km === patient.travel.maxKm),
  "minutes limit reached to the last digit": (_, patient, therapist) =>
    ways(patient, therapist).some(({ minutes }) => minutes > 0 && minutes === patient.travel.maxMinutes),
  "limit missed by a hair": (_, patient, therapist) =>
    ways(patient, therapist).some(
      ({ km, minutes }) =>
        isHairAbove(km, patient.travel.maxKm) || isHairAbove(minutes, patient.travel.maxMinutes),
    ),
  "same place": (_, patient, therapist) => ways(patient, therapist).some(({ km }) => km === 0),
  "no way known": (_, patient, therapist) => ways(patient, therapist).length === 0,

  "exactly 50 common minutes": common((runs) => longest(runs) === 50),
  "49 common minutes": common((runs) => longest(runs) === 49),
  "a slot over midnight alone": common((runs) => slots(runs).length > 0 && slots(runs).every(isOverMidnight)),
  "a slot over Sunday's midnight": common((runs) =>
    slots(runs).some(({ start, end }) => start < week && end > week),
  ),
  "hours from 00:00": (_, { availability }, { officeHours }) =>
    isStated(availability, "from", "00:00") && isStated(officeHours, "from", "00:00"),
  "hours until 24:00": (_, { availability }, { officeHours }) =>
    isStated(availability, "to", "24:00") && isStated(officeHours, "to", "24:00"),

  "exclusion ends now": ({ at, exclusions }, patient, therapist) =>
    exclusions.some(
      ({ patientId, therapistId, until }) =>
        patientId === patient.id && therapistId === therapist.id && until?.getTime() === at.getTime(),
    ),
  "cooling ends now": ({ at }, _, { coolingUntil }) => coolingUntil?.getTime() === at.getTime(),

  "no method wanted": (_, { wantedMethods }) => wantedMethods.length === 0,
  "no offer known": (_, __, { offers }) => offers.length === 0,
  "no language stated": (_, { languages }, therapist) => languages.length + therapist.languages.length === 0,
  "no site": (_, __, { locations }) => locations.length === 0,
  "no hours of the patient": (_, { availability }) => freeMinutes(availability) === null,
  "no hours of the practice": (_, __, { officeHours }) => freeMinutes(officeHours) === null,
  "no diagnosis, but a wish": (_, { diagnoses }, { wishes }) =>
    diagnoses.length === 0 && wishes.diagnoses.length > 0,
  "a diagnosis that is refused": (_, { diagnoses }, { wishes }) =>
    wishes.excludedDiagnoses.some((no) => diagnoses.some((own) => own.startsWith(no))),
  "a diagnosis that is broader than a refused one": (_, { diagnoses }, { wishes }) =>
    wishes.excludedDiagnoses.some((no) => diagnoses.some((own) => own !== no && no.startsWith(own))),
  "no exclusions at all": ({ exclusions }) => exclusions.length === 0,
};

function turns(years: number, inDays: number): Boundary {
  return ({ at }, { birthDate }) => {
    const day = germanDay.format(new Date(at.getTime() + inDays * 86_400_000));
    return birthDate === `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  };
}

function ways({ coordinates, travel }: MatchingPatient, { locations }: MatchingTherapist) {
  return locations.flatMap((site) => {
    if (coordinates === null || site.coordinates === null) return [];
    const km = distanceKm(coordinates, site.coordinates);
    return [{ km, minutes: estimateTravelMinutes(travel.mode, km) }];
  });
}

function isHairAbove(value: number, limit: number | null): boolean {
  return limit !== null && value > limit && value < limit * (1 + 1e-9);
}

type Run = { start: number; end: number };

const week = 7 * 24 * 60;

/** About the unbroken runs of common minutes of a week, and of 50 minutes after it. */
function common(condition: (runs: Run[]) => boolean): Boundary {
  return (_, { availability }, { officeHours }) => {
    const [a, b] = [freeMinutes(availability), freeMinutes(officeHours)];
    if (!a || !b) return false;
    const runs: Run[] = [];
    let start = -1;
    for (let minute = 0; minute <= a.length; minute++) {
      const isCommon = minute < a.length && a[minute] === 1 && b[minute] === 1;
      if (isCommon && start < 0) start = minute;
      if (isCommon || start < 0) continue;
      runs.push({ start, end: minute });
      start = -1;
    }
    return condition(runs);
  };
}

const longest = (runs: Run[]) => Math.max(0, ...runs.map(({ start, end }) => end - start));
const slots = (runs: Run[]) => runs.filter(({ start, end }) => end - start >= 50);

/** Neither the part before midnight nor the part after it is a slot. */
function isOverMidnight({ start, end }: Run): boolean {
  const midnight = Math.ceil(start / 1440) * 1440;
  return midnight > start && midnight < end && midnight - start < 50 && end - midnight < 50;
}

function isStated(hours: MatchingPatient["availability"], edge: "from" | "to", clock: string): boolean {
  return Object.values(hours).some((ranges) => ranges.some((range) => range[edge] === clock));
}

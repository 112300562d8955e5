import { distanceKm } from "@/lib/domain/geo/distance";
import { estimateTravelMinutes } from "@/lib/domain/geo/travel-estimate";
import type {
  MatchingExclusion,
  MatchingLocation,
  MatchingPatient,
  MatchingTherapist,
} from "@/lib/domain/matching/kernel/records";
import type { RuleId, RuleVerdict } from "@/lib/domain/matching/kernel/rules";
import type { AgeGroup, WeeklyHours } from "@/lib/domain/vocabulary";

/**
 * The matching rules a second time, written from the text of the domain alone: slow, plain, on the records as they
 * are. It shares nothing with the kernel but the arithmetic of distance and the types.
 */
export type World = {
  at: Date;
  patients: MatchingPatient[];
  therapists: MatchingTherapist[];
  exclusions: MatchingExclusion[];
};

export type HandMade = {
  rules: Record<RuleId, RuleVerdict>;
  verdict: "fit" | "check" | "out";
  location: number | null;
  km: number | null;
  minutes: number | null;
};

/** Judges one pair of a world by hand. */
export function judgeByHand(world: World, patient: MatchingPatient, therapist: MatchingTherapist): HandMade {
  const age = ageOf(patient, world.at);
  const site = bestSite(patient, therapist);
  const rules: Record<RuleId, RuleVerdict> = {
    contactable: contactable(world, therapist) ? "pass" : "fail",
    "search-open": patient.searchClosed === null ? "pass" : "fail",
    "not-excluded": excluded(world, patient, therapist) ? "fail" : "pass",
    "age-licence": ageLicence(age, therapist),
    payer: payer(patient, therapist),
    method: method(patient, age, therapist),
    setting: setting(patient, age, therapist),
    distance: site.distance,
    "therapist-gender": therapistGender(patient, therapist),
    language: language(patient, therapist),
    times: times(patient.availability, therapist.officeHours),
    "patient-age": patientAge(age, therapist),
    "patient-gender": patientGender(patient, therapist),
    diagnosis: diagnosis(patient, therapist),
    access: site.access,
  };
  return {
    rules,
    verdict: verdictOn(rules),
    location: site.location,
    km: site.km,
    minutes: site.km === null ? null : estimateTravelMinutes(patient.travel.mode, site.km),
  };
}

/** Whether some site lies within `factor` times the limit, or video makes the way unimportant. */
export function isNearByHand(
  patient: MatchingPatient,
  therapist: MatchingTherapist,
  factor: number,
): boolean {
  if (patient.openToVideo && therapist.video === "yes") return true;
  const { maxKm, maxMinutes, mode } = patient.travel;
  const limit = {
    mode,
    maxKm: maxKm === null ? null : maxKm * factor,
    maxMinutes: maxMinutes === null ? null : maxMinutes * factor,
  };
  return therapist.locations.some((place) => distanceTo({ ...patient, travel: limit }, place) === "pass");
}

export const germanDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" });

/** Completed years: birthdays up to and including the day; 29 February comes round on 1 March in other years. */
export function ageOf(patient: MatchingPatient, at: Date): number | null {
  if (patient.birthDate === null) return null;
  const german = germanDay.format(at);
  if (patient.birthDate > german) return null;
  const [year = 0, month = 0, day = 0] = patient.birthDate.split("-").map(Number);
  let age = 0;
  while (new Date(Date.UTC(year + age + 1, month - 1, day)).toISOString().slice(0, 10) <= german) age++;
  return age;
}

function verdictOn(rules: Record<RuleId, RuleVerdict>): HandMade["verdict"] {
  const may = ["times", "access", "diagnosis", "therapist-gender"];
  const entries = Object.entries(rules);
  if (entries.some(([, verdict]) => verdict === "fail")) return "out";
  const unknown = entries.filter(([, verdict]) => verdict === "unknown").map(([id]) => id);
  if (unknown.length === 0) return "fit";
  return unknown.every((id) => may.includes(id)) ? "check" : "out";
}

function contactable(world: World, therapist: MatchingTherapist): boolean {
  if (therapist.status !== "active" || therapist.objected) return false;
  return world.therapists
    .filter((other) => other.mailbox === therapist.mailbox)
    .every(
      (other) =>
        !other.mailboxHasOpenInquiry &&
        (other.coolingUntil === null || other.coolingUntil.getTime() <= world.at.getTime()),
    );
}

function excluded(world: World, patient: MatchingPatient, therapist: MatchingTherapist): boolean {
  return world.exclusions.some(
    (exclusion) =>
      exclusion.patientId === patient.id &&
      exclusion.therapistId === therapist.id &&
      (exclusion.until === null || exclusion.until.getTime() > world.at.getTime()),
  );
}

/** Which age groups a patient may be treated in. */
function groupsOf(age: number): AgeGroup[] {
  if (age < 18) return ["child"];
  return age <= 20 ? ["adult", "child"] : ["adult"];
}

function ageLicence(age: number | null, therapist: MatchingTherapist): RuleVerdict {
  if (age === null || therapist.offers.length === 0) return "unknown";
  return therapist.offers.some((offer) => groupsOf(age).includes(offer.ageGroup)) ? "pass" : "fail";
}

function payer(patient: MatchingPatient, therapist: MatchingTherapist): RuleVerdict {
  const passesWith = (kind: string): RuleVerdict => {
    if (kind !== "gkv" || patient.reimbursementRoute || therapist.statutorySeat === "yes") return "pass";
    return therapist.statutorySeat === "no" ? "fail" : "unknown";
  };
  if (patient.payer !== null) return passesWith(patient.payer);
  return ["gkv", "pkv", "beihilfe", "self", "other"].every((kind) => passesWith(kind) === "pass")
    ? "pass"
    : "unknown";
}

function method(patient: MatchingPatient, age: number | null, therapist: MatchingTherapist): RuleVerdict {
  if (patient.wantedMethods.length === 0) return "pass";
  if (therapist.offers.length === 0) return "unknown";
  const possible = (groups: AgeGroup[]) =>
    therapist.offers.some(
      (offer) =>
        groups.includes(offer.ageGroup) &&
        patient.wantedMethods.includes(offer.method) &&
        (offer.setting === "group" || !therapist.wishes.groupOnly) &&
        (offer.setting === "individual" || patient.openToGroup),
    );
  if (age !== null) return possible(groupsOf(age)) ? "pass" : "fail";
  const answers = [possible(["child"]), possible(["adult"])];
  if (answers.every(Boolean)) return "pass";
  return answers.some(Boolean) ? "unknown" : "fail";
}

function setting(patient: MatchingPatient, age: number | null, therapist: MatchingTherapist): RuleVerdict {
  if (patient.openToGroup) return "pass";
  if (therapist.wishes.groupOnly) return "fail";
  const all = therapist.offers;
  const own = age === null ? [] : all.filter((offer) => groupsOf(age).includes(offer.ageGroup));
  const onlyGroups = [all, own].some(
    (offers) => offers.length > 0 && offers.every((offer) => offer.setting === "group"),
  );
  return onlyGroups ? "fail" : "pass";
}

function distanceTo(patient: MatchingPatient, site: MatchingLocation): RuleVerdict {
  const { maxKm, maxMinutes, mode } = patient.travel;
  if (patient.coordinates === null || site.coordinates === null) return "unknown";
  if (maxKm === null && maxMinutes === null) return "unknown";
  const km = distanceKm(patient.coordinates, site.coordinates);
  if (maxKm !== null && km > maxKm) return "fail";
  return maxMinutes !== null && estimateTravelMinutes(mode, km) > maxMinutes ? "fail" : "pass";
}

function accessTo(patient: MatchingPatient, site: MatchingLocation): RuleVerdict {
  if (!patient.stepFreeAccess) return "pass";
  return ({ yes: "pass", no: "fail", unknown: "unknown" } as const)[site.stepFree];
}

type Site = { distance: RuleVerdict; access: RuleVerdict; location: number | null; km: number | null };

/** Distance and access at one and the same site: fewest failures, then fewest unknowns, then nearest, then first. */
function bestSite(patient: MatchingPatient, therapist: MatchingTherapist): Site {
  const byVideo = patient.openToVideo && therapist.video === "yes";
  const sites = therapist.locations.map((site, location) => ({
    distance: byVideo ? ("pass" as const) : distanceTo(patient, site),
    access: accessTo(patient, site),
    location,
    km:
      patient.coordinates === null || site.coordinates === null
        ? null
        : distanceKm(patient.coordinates, site.coordinates),
  }));
  const amount = (site: Site, verdict: RuleVerdict) =>
    [site.distance, site.access].filter((answer) => answer === verdict).length;
  const [best] = sites.sort(
    (a, b) =>
      amount(a, "fail") - amount(b, "fail") ||
      amount(a, "unknown") - amount(b, "unknown") ||
      (a.km ?? 1e9) - (b.km ?? 1e9) ||
      a.location - b.location,
  );
  if (best) return best;
  return {
    distance: byVideo ? "pass" : "unknown",
    access: patient.stepFreeAccess ? "unknown" : "pass",
    location: null,
    km: null,
  };
}

function therapistGender(patient: MatchingPatient, therapist: MatchingTherapist): RuleVerdict {
  if (patient.wantedTherapistGender === "any") return "pass";
  if (therapist.gender === "not_stated") return "unknown";
  return therapist.gender === patient.wantedTherapistGender ? "pass" : "fail";
}

function language(patient: MatchingPatient, therapist: MatchingTherapist): RuleVerdict {
  const wanted = patient.languages.length === 0 ? ["de"] : patient.languages;
  return wanted.some((code) => ["de", ...therapist.languages].includes(code)) ? "pass" : "fail";
}

const week = 7 * 24 * 60;
const minutesOfHours = new WeakMap<WeeklyHours, Uint8Array | null>();

/** Every minute of the week, and of 50 more, that is free; null when no hours are stated. */
export function freeMinutes(hours: WeeklyHours): Uint8Array | null {
  const known = minutesOfHours.get(hours);
  if (known !== undefined) return known;
  const free = new Uint8Array(week + 50);
  const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
  const minute = (clock: string) => Number(clock.split(":")[0]) * 60 + Number(clock.split(":")[1]);
  days.forEach((day, position) => {
    for (const { from, to } of hours[day] ?? []) {
      for (let at = minute(from); at < minute(to); at++) free[position * 1440 + at] = 1;
    }
  });
  // The week is a circle: Sunday's midnight is followed by Monday once more.
  free.copyWithin(week, 0, 50);
  const result = free.includes(1) ? free : null;
  minutesOfHours.set(hours, result);
  return result;
}

/** Fifty common minutes in a row; the week is a circle, midnight is a minute like any other. */
function times(wanted: WeeklyHours, office: WeeklyHours): RuleVerdict {
  const a = freeMinutes(wanted);
  const b = freeMinutes(office);
  if (a === null || b === null) return "unknown";
  let inARow = 0;
  for (let minute = 0; minute < week + 50; minute++) {
    inARow = a[minute] === 1 && b[minute] === 1 ? inARow + 1 : 0;
    if (inARow === 50) return "pass";
  }
  return "fail";
}

function patientAge(age: number | null, { wishes }: MatchingTherapist): RuleVerdict {
  if (wishes.ageMin === null && wishes.ageMax === null) return "pass";
  if (age === null) return "unknown";
  return age < (wishes.ageMin ?? 0) || age > (wishes.ageMax ?? 999) ? "fail" : "pass";
}

function patientGender(patient: MatchingPatient, { wishes }: MatchingTherapist): RuleVerdict {
  if (wishes.genders.length === 0) return "pass";
  if (patient.gender === "not_stated") return "unknown";
  return wishes.genders.includes(patient.gender) ? "pass" : "fail";
}

function diagnosis(patient: MatchingPatient, { wishes }: MatchingTherapist): RuleVerdict {
  if (wishes.diagnoses.length === 0 && wishes.excludedDiagnoses.length === 0) return "pass";
  if (patient.diagnoses.length === 0) return "unknown";
  const plain = (code: string) => code.split(".").join("").toUpperCase();
  const begins = (code: string, prefix: string) => code.slice(0, prefix.length) === prefix;
  if (patient.diagnoses.some((own) => wishes.excludedDiagnoses.some((no) => begins(plain(own), plain(no)))))
    return "fail";
  const treats = (own: string) =>
    wishes.diagnoses.some((wish) => begins(plain(own), plain(wish)) || begins(plain(wish), plain(own)));
  if (wishes.diagnoses.length > 0 && !patient.diagnoses.some(treats)) return "fail";
  return patient.diagnoses.some((own) => wishes.excludedDiagnoses.some((no) => begins(plain(no), plain(own))))
    ? "unknown"
    : "pass";
}

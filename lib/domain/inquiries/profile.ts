import type { HealthRecord } from "@/db/schema";
import {
  type Gender,
  type Payer,
  type SymptomGroup,
  type Urgency,
  type WeeklyHours,
  crisisSymptoms,
  symptomGroups,
} from "../vocabulary";
import { urgencyOf } from "../patients/urgency";

/** What a therapist may see of a patient. No name, no contact, no id, and no detail that few people share. */
export type Profile = {
  /** Years, or a span of ten years where the exact age would stand out. */
  age: { exact: number } | { band: [number, number] } | null;
  gender: Gender;
  symptomGroups: SymptomGroup[];
  payer: Payer | null;
  reimbursementRoute: boolean;
  availability: WeeklyHours;
  /** First digits of the postcode, and the town where enough similar people live there. */
  area: { postalPrefix: string; town: string | null };
  /** Without those that few people in the area speak. */
  languages: string[];
  /** There is a wanted language that is not named. */
  speaksOther: boolean;
  wantedMethods: string[];
  openToGroup: boolean;
  openToVideo: boolean;
  stepFreeAccess: boolean;
  waitingSince: Date;
  urgency: Urgency;
};

/** What is compared to judge whether a profile stands out. */
export type Trait = {
  gender: Gender;
  age: number | null;
  postalCode: string;
  city: string;
  languages: readonly string[];
};

/** A profile stands out when fewer people than this share its traits (domain rule for answer pages). */
const crowd = 5;

type ProfileSource = Trait &
  Omit<Profile, "age" | "symptomGroups" | "area" | "languages" | "speaksOther" | "urgency"> & {
    health: HealthRecord;
  };

/** Makes the profile; `others` are the traits of everybody who is searching, this patient among them. */
export function profileOf(patient: ProfileSource, others: readonly Trait[]): Profile {
  const {
    gender,
    payer,
    reimbursementRoute,
    availability,
    wantedMethods,
    openToGroup,
    openToVideo,
    stepFreeAccess,
    waitingSince,
  } = patient;
  const rare = rareLanguages(patient, others);
  return {
    ...placeAndAge(patient, others),
    gender,
    payer,
    reimbursementRoute,
    availability,
    languages: patient.languages.filter((code) => !rare.includes(code)),
    speaksOther: rare.length > 0,
    wantedMethods,
    openToGroup,
    openToVideo,
    stepFreeAccess,
    waitingSince,
    symptomGroups: groupsOf(patient.health),
    urgency: urgencyOf(patient.health),
  };
}

/** First digits of the postcode that may be told of this patient, in the profile and in every mail about it. */
export function sharedArea(patient: Trait, others: readonly Trait[]): string {
  return placeAndAge(patient, others).area.postalPrefix;
}

/** Town and exact age where at least five similar people live; else the region and ten years; else less still. */
function placeAndAge(patient: Trait, others: readonly Trait[]): Pick<Profile, "age" | "area"> {
  const region = patient.postalCode.slice(0, 2);
  const alike = others.filter(
    (other) => other.gender === patient.gender && other.postalCode.startsWith(region),
  );
  const near = alike.filter((other) => other.city === patient.city && isAbout(other.age, patient.age, 5));
  if (near.length >= crowd)
    return { age: exact(patient.age), area: { postalPrefix: region, town: patient.city || null } };
  const inBand = (other: Trait) => decade(other.age) === decade(patient.age);
  if (alike.filter(inBand).length >= crowd)
    return { age: band(patient.age), area: { postalPrefix: region, town: null } };
  return { age: band(patient.age), area: { postalPrefix: region.slice(0, 1), town: null } };
}

/** Languages but German that fewer than five people in the region asked for. */
function rareLanguages(patient: Trait, others: readonly Trait[]): string[] {
  const region = patient.postalCode.slice(0, 2);
  const near = others.filter((other) => other.postalCode.startsWith(region));
  const speakers = (code: string) => near.filter(({ languages }) => languages.includes(code)).length;
  return patient.languages.filter((code) => code !== "de" && speakers(code) < crowd);
}

export type ProfileRisk =
  | { risk: "few_alike"; /** Others in the two-digit region. */ count: number }
  | { risk: "rare_language" }
  | { risk: "extreme_age" };

/** Younger or older than this stands out among those who look for psychotherapy. */
const [unusuallyYoung, unusuallyOld] = [6, 80];

/**
 * Why somebody could be recognised although the profile is coarse: for a reviewer to weigh. `others` as in `profileOf`.
 */
export function profileRisks(patient: Trait, others: readonly Trait[]): ProfileRisk[] {
  const risks: ProfileRisk[] = [];
  const region = patient.postalCode.slice(0, 2);
  const alike = others.filter(
    (other) =>
      other.gender === patient.gender &&
      other.postalCode.startsWith(region) &&
      decade(other.age) === decade(patient.age),
  ).length;
  if (alike < crowd) risks.push({ risk: "few_alike", count: Math.max(0, alike - 1) });
  if (rareLanguages(patient, others).length > 0) risks.push({ risk: "rare_language" });
  const { age } = patient;
  if (age !== null && (age < unusuallyYoung || age >= unusuallyOld)) risks.push({ risk: "extreme_age" });
  return risks;
}

const isAbout = (a: number | null, b: number | null, years: number) =>
  a !== null && b !== null && Math.abs(a - b) <= years;
const decade = (age: number | null) => (age === null ? null : Math.floor(age / 10));
const exact = (age: number | null) => (age === null ? null : { exact: age });

/** Ten years, but never across the 18th or 21st birthday, which decide who may treat. */
function band(age: number | null): Profile["age"] {
  if (age === null) return null;
  if (age < 18) return { band: [Math.min(Math.floor(age / 10) * 10, 17), age < 10 ? 9 : 17] };
  if (age < 30) return age < 21 ? { band: [18, 20] } : { band: [21, 29] };
  const start = Math.min(Math.floor(age / 10) * 10, 80);
  return { band: [start, start === 80 ? 120 : start + 9] };
}

/** Groups only. Thoughts of suicide and self-harm are for staff; they do not reach a therapist this way. */
function groupsOf({ symptoms }: HealthRecord): SymptomGroup[] {
  const told = symptoms.filter((symptom) => !crisisSymptoms.includes(symptom));
  return (Object.keys(symptomGroups) as SymptomGroup[]).filter((group) =>
    symptomGroups[group].some((symptom) => told.some((one) => one === symptom)),
  );
}

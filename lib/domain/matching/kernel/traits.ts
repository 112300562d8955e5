import { comparableIcd10 } from "./icd10";
import type { MatchingPatient, MatchingTherapist } from "./records";
import { type RuleId, ruleBits } from "./rules";

/**
 * What a therapist is or lacks, as one bit each, with the rule that it decides. A patient carries two masks over
 * these bits, the traits that fail and the traits that leave unknown, so that one AND judges most rules at once.
 */
const traitRules = {
  notContactable: "contactable",
  noSeat: "payer",
  seatUnknown: "payer",
  licenceUnknown: "age-licence",
  noAdults: "age-licence",
  noChildren: "age-licence",
  groupOnly: "setting",
  groupOnlyForAdults: "setting",
  groupOnlyForChildren: "setting",
  female: "therapist-gender",
  male: "therapist-gender",
  diverse: "therapist-gender",
  genderNotStated: "therapist-gender",
  hoursUnknown: "times",
  wishesAge: "patient-age",
  wishesGender: "patient-gender",
  refusesFemale: "patient-gender",
  refusesMale: "patient-gender",
  refusesDiverse: "patient-gender",
  wishesDiagnosis: "diagnosis",
} as const satisfies Record<string, RuleId>;
export type Trait = keyof typeof traitRules;

const traitNames = Object.keys(traitRules) as Trait[];
const ruleOfPosition = Int32Array.from(traitNames, (name) => ruleBits[traitRules[name]]);

/** The rules that a set of traits decides, as a bit set of rules. */
export function rulesOfTraits(traits: number): number {
  let rules = 0;
  for (let left = traits; left !== 0; left &= left - 1)
    rules |= ruleOfPosition[31 - Math.clz32(left & -left)]!;
  return rules;
}

/**
 * The traits of a therapist; whether the mailbox may be contacted is known only with all who share it, and whether any
 * hours are stated from the packed hours.
 */
export function therapistTraits(
  therapist: MatchingTherapist,
  { contactable, hoursKnown }: { contactable: boolean; hoursKnown: boolean },
): number {
  const { offers, wishes, gender } = therapist;
  const adultOffers = offers.filter(({ ageGroup }) => ageGroup === "adult");
  const childOffers = offers.filter(({ ageGroup }) => ageGroup === "child");
  const groupOnly = wishes.groupOnly || onlyGroups(offers);
  const wishesGender = wishes.genders.length > 0;
  return bitsOf({
    notContactable: !contactable,
    noSeat: therapist.statutorySeat === "no",
    seatUnknown: therapist.statutorySeat === "unknown",
    licenceUnknown: offers.length === 0,
    noAdults: offers.length > 0 && adultOffers.length === 0,
    noChildren: offers.length > 0 && childOffers.length === 0,
    groupOnly,
    groupOnlyForAdults: groupOnly || onlyGroups(adultOffers),
    groupOnlyForChildren: groupOnly || onlyGroups(childOffers),
    female: gender === "female",
    male: gender === "male",
    diverse: gender === "diverse",
    genderNotStated: gender === "not_stated",
    hoursUnknown: !hoursKnown,
    wishesAge: wishes.ageMin !== null || wishes.ageMax !== null,
    wishesGender,
    refusesFemale: wishesGender && !wishes.genders.includes("female"),
    refusesMale: wishesGender && !wishes.genders.includes("male"),
    refusesDiverse: wishesGender && !wishes.genders.includes("diverse"),
    wishesDiagnosis: [...wishes.diagnoses, ...wishes.excludedDiagnoses].some(
      (code) => comparableIcd10(code) !== "",
    ),
  });
}

/** Which traits fail a rule for this patient and which leave one unknown; `age` in years, null where not known. */
export function patientMasks(
  patient: MatchingPatient,
  age: number | null,
): { fails: number; unknowns: number } {
  const needsSeat = !patient.reimbursementRoute && (patient.payer === "gkv" || patient.payer === null);
  const wanted = patient.wantedTherapistGender;
  const wantsGender = wanted !== "any";
  return {
    fails: bitsOf({
      notContactable: true,
      noSeat: needsSeat && patient.payer !== null,
      noAdults: age !== null && age >= 21,
      noChildren: age !== null && age < 18,
      groupOnly: !patient.openToGroup,
      groupOnlyForAdults: !patient.openToGroup && age !== null && age >= 21,
      groupOnlyForChildren: !patient.openToGroup && age !== null && age < 18,
      female: wantsGender && wanted !== "female",
      male: wantsGender && wanted !== "male",
      diverse: wantsGender && wanted !== "diverse",
      refusesFemale: patient.gender === "female",
      refusesMale: patient.gender === "male",
      refusesDiverse: patient.gender === "diverse",
    }),
    unknowns: bitsOf({
      // Without a payer on record every kind of payer is possible; a seat satisfies them all, its lack not.
      noSeat: needsSeat && patient.payer === null,
      seatUnknown: needsSeat,
      licenceUnknown: true,
      genderNotStated: wantsGender,
      hoursUnknown: true,
      wishesAge: age === null,
      wishesGender: patient.gender === "not_stated",
      wishesDiagnosis: patient.diagnoses.every((code) => comparableIcd10(code) === ""),
    }),
  };
}

function onlyGroups(offers: MatchingTherapist["offers"]): boolean {
  return offers.length > 0 && offers.every(({ setting }) => setting === "group");
}

function bitsOf(traits: Partial<Record<Trait, boolean>>): number {
  let bits = 0;
  for (let position = 0; position < traitNames.length; position++)
    if (traits[traitNames[position]!]) bits |= 1 << position;
  return bits;
}

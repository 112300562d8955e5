import {
  type AgeGroup,
  type Method,
  type Offer,
  type Setting,
  ageGroups,
  methods,
  settings,
} from "../../vocabulary";
import type { MatchingPatient, MatchingTherapist } from "./records";

/** Set in `offeredMethods` whenever anything is known of what a therapist offers. */
const knownBit = 1 << 16;

/**
 * What a therapist offers as method × age group × setting, one bit each; 0 when nothing is known. Who wants to treat
 * in groups only offers nothing else, whatever the directory says.
 */
export function offeredMethods(therapist: MatchingTherapist): number {
  if (therapist.offers.length === 0) return 0;
  const offers = therapist.wishes.groupOnly
    ? therapist.offers.filter(({ setting }) => setting === "group")
    : therapist.offers;
  return offers.reduce((bits, offer) => bits | offerBit(offer), knownBit);
}

/**
 * The offers that would do for a patient, one mask if treated as a child and one if as an adult. From 18 to 20 either
 * does, so both masks hold both; without a birth date they stay apart. Null: any method will do.
 */
export function wantedOffers(
  patient: MatchingPatient,
  age: number | null,
): { asChild: number; asAdult: number } | null {
  if (patient.wantedMethods.length === 0) return null;
  const accepted: Setting[] = patient.openToGroup ? ["individual", "group"] : ["individual"];
  const child = offersFor(patient.wantedMethods, "child", accepted);
  const adult = offersFor(patient.wantedMethods, "adult", accepted);
  if (age === null) return { asChild: child, asAdult: adult };
  const mask = (age < 21 ? child : 0) | (age >= 18 ? adult : 0);
  return { asChild: mask, asAdult: mask };
}

function offersFor(wanted: readonly Method[], ageGroup: AgeGroup, accepted: readonly Setting[]): number {
  return wanted
    .flatMap((method) => accepted.map((setting) => offerBit({ method, ageGroup, setting })))
    .reduce((mask, bit) => mask | bit, 0);
}

function offerBit({ method, ageGroup, setting }: Offer): number {
  const position =
    (methods.indexOf(method) * ageGroups.length + ageGroups.indexOf(ageGroup)) * settings.length +
    settings.indexOf(setting);
  return 1 << position;
}

import type { LocationInput, TherapistInput } from "@/lib/domain/therapists/schemas";
import { placeKey } from "@/lib/domain/shared-schemas";
import type { Offer } from "@/lib/domain/vocabulary";
import type { Locale } from "@/lib/i18n/locale";
import { dayValues, type FormState, listOf, textOf } from "../../form/form-state";
import { checkedPlace } from "./checked-place";
import { languageNames, parseLanguageNames } from "./language-names";
import {
  boxValue,
  dayOrNull,
  entriesOf,
  linesOf,
  numberOrNull,
  numberValue,
  pick,
  textOrNull,
  textWithLines,
  ticked,
} from "./raw-values";
import { hoursOf, hoursValues } from "./weekly-hours-text";

type Values = FormState["values"];
const texts = [
  "salutation",
  "title",
  "firstName",
  "lastName",
  "practiceName",
  "website",
  "potentiallyAvailableNote",
  "notes",
] as const;
const optionalTexts = ["phone", "fax", "email"] as const;
const choices = ["gender", "statutorySeat", "video"] as const;
const boxes = ["potentiallyAvailable", "informed"] as const;
const addressParts = ["street", "houseNumber", "postalCode", "city"] as const;
/** Rows of places that the form has at most; as many as the schema allows. */
export const locationRows = 10;

/** What the therapist form shows of a therapist. */
export function therapistValues(therapist: TherapistInput, locale: Locale): Values {
  const { wishes, capacity } = therapist;
  return {
    ...pick([...texts, ...choices], (name) => therapist[name]),
    ...pick(optionalTexts, (name) => therapist[name] ?? ""),
    ...pick(boxes, (name) => boxValue(therapist[name])),
    ...Object.assign({}, ...therapist.locations.map(locationValues)),
    offers: therapist.offers.map(offerKey),
    languages: languageNames(therapist.languages, locale),
    ...hoursValues("phoneHours", therapist.phoneHours),
    ...hoursValues("officeHours", therapist.officeHours),
    qualifications: therapist.qualifications.join("\n"),
    specialOffers: therapist.specialOffers.join("\n"),
    "wishes.ageMin": numberValue(wishes.ageMin),
    "wishes.ageMax": numberValue(wishes.ageMax),
    "wishes.genders": wishes.genders,
    "wishes.diagnoses": wishes.diagnoses.join(", "),
    "wishes.excludedDiagnoses": wishes.excludedDiagnoses.join(", "),
    "wishes.groupOnly": boxValue(wishes.groupOnly),
    "capacity.individual": numberValue(capacity?.individual ?? null),
    "capacity.group": numberValue(capacity?.group ?? null),
    ...dayValues("capacity.from", capacity?.from ?? null),
    "capacity.known": capacity ? capacityKey(capacity) : "",
  };
}

/**
 * What was typed into the therapist form, for the schema to judge. Coordinates of a place are kept while its address
 * stays; places told again today count from today, untouched ones from the day they were told.
 */
export function therapistFromValues(values: Values, today: string): Record<string, unknown> {
  return {
    ...pick(texts, (name) => textWithLines(values, name)),
    ...pick(optionalTexts, (name) => textOrNull(values, name)),
    ...pick(choices, (name) => textOf(values, name) || undefined),
    ...pick(boxes, (name) => ticked(values, name)),
    locations: Array.from({ length: locationRows }, (_, row) => locationFrom(values, row)).filter(
      (row) => row !== null,
    ),
    offers: listOf(values, "offers").map(offerFromKey),
    languages: parseLanguageNames(textOf(values, "languages")),
    phoneHours: hoursOf(values, "phoneHours"),
    officeHours: hoursOf(values, "officeHours"),
    qualifications: linesOf(values, "qualifications"),
    specialOffers: linesOf(values, "specialOffers"),
    wishes: {
      ageMin: numberOrNull(values, "wishes.ageMin"),
      ageMax: numberOrNull(values, "wishes.ageMax"),
      genders: listOf(values, "wishes.genders"),
      diagnoses: entriesOf(values, "wishes.diagnoses"),
      excludedDiagnoses: entriesOf(values, "wishes.excludedDiagnoses"),
      groupOnly: ticked(values, "wishes.groupOnly"),
    },
    capacity: capacityFrom(values, today),
  };
}

export const offerKey = ({ method, ageGroup, setting }: Offer) => `${method}:${ageGroup}:${setting}`;

function offerFromKey(key: string): Record<string, string | undefined> {
  const [method, ageGroup, setting] = key.split(":");
  return { method, ageGroup, setting };
}

function locationValues({ address, coordinates, stepFree }: LocationInput, row: number): Values {
  const known = coordinates
    ? [...addressParts.map((part) => address[part]), coordinates.lat, coordinates.lon]
    : null;
  return {
    ...pick(addressParts, (part) => address[part], `locations.${row}.address.`),
    [checkedPlace(`locations.${row}.address.`)]: placeKey(address),
    [`locations.${row}.stepFree`]: stepFree,
    [`locations.${row}.known`]: known ? JSON.stringify(known) : "",
  };
}

function locationFrom(values: Values, row: number): Record<string, unknown> | null {
  const address = pick(addressParts, (part) => textOf(values, `locations.${row}.address.${part}`));
  if (Object.values(address).every((text) => text === "")) return null;
  return {
    address,
    coordinates: coordinatesFrom(textOf(values, `locations.${row}.known`), Object.values(address)),
    stepFree: textOf(values, `locations.${row}.stepFree`) || undefined,
  };
}

/** The coordinates that belong to this address, as the form carried them along; null once the address is another. */
function coordinatesFrom(known: string, address: string[]): { lat: number; lon: number } | null {
  try {
    const parts: unknown = JSON.parse(known || "[]");
    if (!Array.isArray(parts) || JSON.stringify(parts.slice(0, 4)) !== JSON.stringify(address)) return null;
    return { lat: Number(parts[4]), lon: Number(parts[5]) };
  } catch {
    return null;
  }
}

type Capacity = NonNullable<TherapistInput["capacity"]>;
const capacityKey = (capacity: Omit<Capacity, "from"> & { from: string | null }) =>
  [capacity.individual, capacity.group, capacity.from, capacity.notedOn].join("/");

function capacityFrom(values: Values, today: string): Record<string, unknown> | null {
  const individual = numberOrNull(values, "capacity.individual");
  const group = numberOrNull(values, "capacity.group");
  if (individual === null && group === null) return null;
  const from = dayOrNull(values, "capacity.from") ?? today;
  const known = textOf(values, "capacity.known");
  const notedOn = known.split("/")[3] ?? today;
  const stated = { individual: individual ?? 0, group: group ?? 0, from };
  return { ...stated, notedOn: capacityKey({ ...stated, notedOn }) === known ? notedOn : today };
}

import { findPostcode, postcodeTownMismatch } from "../geo/postcodes";
import type { Address } from "../shared-schemas";
import { type LocationInput, type TherapistInput, therapistInput } from "../therapists/schemas";
import {
  readGender,
  readQualifications,
  readSalutation,
  readStatutorySeat,
  readStepFree,
} from "./arztsuche-facts";
import { cleanEmail, cleanPhone, cleanWebsite } from "./contacts";
import { readCoordinates } from "./coordinates";
import { isGivenName } from "./given-names";
import { readLanguages } from "./languages";
import { reasons, warnings as say } from "./messages";
import {
  cleanName,
  cleanTitle,
  isInstitution,
  joinTitles,
  normalisedName,
  splitFullName,
  takeTitles,
} from "./names";
import { ageHintOf, readOffers } from "./offers";
import { readHours } from "./office-hours";
import { asFields, type Fields, isStated, readList, readText, readTexts } from "./text";

/** A therapist as one record of a directory describes them; `index` counts the file's records from 0. */
export type DirectoryRecord = {
  sourceId: string;
  index: number;
  therapist: TherapistInput;
  warnings: string[];
};
export type RefusedRecord = { sourceId: string | null; index: number; reason: string };
/** `moreResults`: the directory had more than it gave, so the capture does not cover its area. */
export type ParsedDirectory = { records: DirectoryRecord[]; refused: RefusedRecord[]; moreResults: boolean };

/**
 * Reads an Arztsuche capture `{arztPraxisDatas: […]}`, a bare list of records or a list of captures. Both
 * generations of the format may be mixed, even within a record. Never throws: what cannot be used is refused with
 * a German reason, what is left out of a usable record is named in its warnings. Unknown fields are ignored.
 */
export function parseArztsuche(json: unknown): ParsedDirectory {
  const parsed: ParsedDirectory = { records: [], refused: [], moreResults: hasMore(json) };
  const list = recordsOf(json);
  if (!list) parsed.refused.push({ sourceId: null, index: 0, reason: reasons.noList() });
  for (const [index, entry] of (list ?? []).entries()) {
    const record = asFields(entry);
    const result = record ? readRecord(record) : { reason: reasons.notARecord() };
    const id = record ? idOf(record) : null;
    if ("reason" in result) {
      parsed.refused.push({ sourceId: id, index, reason: result.reason });
    } else {
      const { therapist, warnings } = result;
      parsed.records.push({
        sourceId: id ?? derivedId(therapist),
        index,
        therapist,
        warnings: id ? warnings : [...warnings, say.idMissing()],
      });
    }
  }
  return parsed;
}

type Refusal = { reason: string };
type Reading = { therapist: TherapistInput; warnings: string[] };

function readRecord(record: Fields): Reading | Refusal {
  const person = readPerson(record);
  if ("reason" in person) return person;
  const place = readPlace(record);
  if ("reason" in place) return place;
  const groups = ["ag", "fg"].flatMap((name) => readTexts(record, name));
  const other = otherSpecialty(record, groups);
  if (other) return { reason: reasons.otherSpecialty(other) };
  const contact = readContact(record);
  const offers = readOffers(readList(record, "psy"), ageHintOf(groups));
  const languages = readLanguages(readTexts(record, "fs"));
  const hours = readHours(
    readList(record, "tsz"),
    findPostcode(place.location.address.postalCode)?.state ?? null,
  );
  const seat = readStatutorySeat(record);
  const more = readQualifications(record);
  const checked = therapistInput.safeParse({
    ...person.fields,
    ...contact.fields,
    locations: [place.location],
    statutorySeat: seat.statutorySeat,
    offers: offers.offers,
    languages: languages.languages.slice(0, 20),
    phoneHours: hours.phoneHours,
    officeHours: hours.officeHours,
    qualifications: more.qualifications,
    specialOffers: languages.signLanguage ? [...more.specialOffers, "Gebärdensprache"] : more.specialOffers,
    video: more.video,
  });
  if (!checked.success)
    return { reason: reasons.invalidFields(checked.error.issues.map(({ path }) => path.join("."))) };
  const unknownLanguages = languages.unknown.map(say.languageUnknown);
  const parts = [person, place, contact, offers, { warnings: unknownLanguages }, hours, seat, more];
  return { therapist: checked.data, warnings: parts.flatMap((part) => part.warnings) };
}

/** A record that names its specialties, none of them psychotherapeutic, and no therapy: a dermatologist's, say. */
function otherSpecialty(record: Fields, groups: string[]): string | null {
  if (groups.length === 0 || readTexts(record, "psy").length > 0) return null;
  const all = [...groups, ...["zb", "zm", "kvg"].flatMap((name) => readTexts(record, name))];
  return all.some((text) => /psych|nerven|verhaltensth|seel/i.test(text)) ? null : groups.join(", ");
}

type Person = Pick<TherapistInput, "salutation" | "title" | "gender" | "firstName" | "lastName">;

function readPerson(record: Fields): { fields: Person; warnings: string[] } | Refusal {
  const name = readText(record, "name");
  if (name === "") return { reason: reasons.nameMissing() };
  if (!/\p{L}/u.test(name)) return { reason: reasons.nameWithoutLetters(name) };
  const salutation = readSalutation(readText(record, "anrede"));
  if (!isStated(readText(record, "vorname")) && salutation === "" && isInstitution(name)) {
    return { reason: reasons.institution(name) };
  }
  const parts = readNameParts(record, name);
  if (parts.lastName === "") return { reason: reasons.nameWithoutLetters(name) };
  if (parts.lastName.length > 80 || parts.firstName.length > 80) return { reason: reasons.nameTooLong() };
  const title = joinTitles(cleanTitle(readText(record, "titel")), parts.title);
  const spoken = salutation || parts.salutation;
  const { gender, warnings } = readGender(readText(record, "geschlecht"), spoken);
  if (parts.firstName === "") warnings.push(say.firstNameMissing());
  if (parts.unsure) warnings.push(say.nameUnsure(name));
  if (title.length > 80) warnings.push(say.textLeftOut("titel"));
  const { firstName, lastName } = parts;
  return {
    fields: { salutation: spoken, title: title.length > 80 ? "" : title, gender, firstName, lastName },
    warnings,
  };
}

/** The new generation has the surname in `name`, the old one the full name; a record's own fields decide. */
function readNameParts(record: Fields, name: string): ReturnType<typeof splitFullName> {
  const given = readText(record, "vorname");
  if (!isStated(given)) {
    const isSurname = Object.hasOwn(record, "vorname") && !looksOld(record);
    if (!isSurname) return splitFullName(name);
    const full = splitFullName(name);
    if (full.firstName !== "" && isGivenName(full.firstName.split(" ")[0]!)) return { ...full, unsure: true };
  }
  const first = takeTitles(isStated(given) ? given : "");
  const last = takeTitles(name);
  const firstName = cleanName(first.rest);
  const surname = cleanName(last.rest);
  const repeated = firstName !== "" && surname.startsWith(`${firstName} `);
  return {
    salutation: last.salutation || first.salutation,
    title: joinTitles(first.title, last.title),
    firstName,
    lastName: repeated ? surname.slice(firstName.length + 1) : surname,
    unsure: false,
  };
}

function looksOld(record: Fields): boolean {
  const days = readList(record, "tsz").map(asFields);
  return (
    readList(record, "psy").some((entry) => typeof entry === "string") ||
    days.some((day) => day !== null && Object.hasOwn(day, "tszDesTyps"))
  );
}

function readPlace(record: Fields): { location: LocationInput; warnings: string[] } | Refusal {
  const code = readPostcode(record);
  if ("reason" in code) return code;
  const postcode = findPostcode(code.postalCode);
  const town = readTown(record, code.postalCode, postcode?.towns ?? []);
  const street = readStreet(record);
  const found = readCoordinates(readText(record, "lat"), readText(record, "lon"), postcode);
  const access = readStepFree(record);
  const address: Address = { ...street.fields, postalCode: code.postalCode, city: town.city };
  return {
    location: { address, coordinates: found.coordinates, stepFree: access.stepFree },
    warnings: [code, town, street, found, access].flatMap((part) => part.warnings),
  };
}

function readPostcode(record: Fields): { postalCode: string; warnings: string[] } | Refusal {
  const inTown = /^\d{5}(?=\s)/.exec(readText(record, "ort"))?.[0] ?? "";
  const text = readText(record, "plz") || inTown;
  if (!isStated(text)) return { reason: reasons.postcodeMissing() };
  const digits = /^(?:DE?[-\s]*)?(\d{4,5})$/i.exec(text)?.[1] ?? "";
  const postalCode = digits.padStart(5, "0");
  if (digits === "" || (digits.length === 4 && !findPostcode(postalCode))) {
    return { reason: reasons.postcodeInvalid(text) };
  }
  if (digits.length === 4) return { postalCode, warnings: [say.postcodePadded(postalCode)] };
  return { postalCode, warnings: findPostcode(postalCode) ? [] : [say.postcodeUnknown(postalCode)] };
}

/** An empty town is filled from the postcode where that has only one; a wrong one is kept and reported. */
function readTown(
  record: Fields,
  postalCode: string,
  towns: readonly string[],
): { city: string; warnings: string[] } {
  const text = readText(record, "ort").replace(/^\d{5}\s+/, "");
  if (text.length > 120) return { city: "", warnings: [say.textLeftOut("ort")] };
  if (isStated(text)) {
    const differs = postcodeTownMismatch(postalCode, text) === "town-differs";
    return { city: text, warnings: differs ? [say.townDiffers(text, postalCode)] : [] };
  }
  const only = towns.length === 1 ? towns[0]! : "";
  return { city: only, warnings: [only ? say.townFromPostcode(only) : say.townMissing()] };
}

function readStreet(record: Fields): { fields: { street: string; houseNumber: string }; warnings: string[] } {
  const street = readText(record, "strasse");
  const number = readText(record, "hausnummer");
  if (street.length > 120 || number.length > 20) {
    return { fields: { street: "", houseNumber: "" }, warnings: [say.textLeftOut("strasse, hausnummer")] };
  }
  if (isStated(number))
    return { fields: { street: isStated(street) ? street : "", houseNumber: number }, warnings: [] };
  const [, name, end] =
    /^(\D{3,}?)\s+(\d{1,4}(?:\s?[a-z])?(?:\s?[-/]\s?\d{1,4}(?:\s?[a-z])?)?)$/i.exec(street) ?? [];
  return {
    fields: { street: name ?? (isStated(street) ? street : ""), houseNumber: end ?? "" },
    warnings: [],
  };
}

type Contact = Pick<TherapistInput, "phone" | "fax" | "email" | "website">;

/** A mobile number stands in for a missing landline number; anything unreadable is left out with a warning. */
function readContact(record: Fields): { fields: Contact; warnings: string[] } {
  const text = (name: string) => readText(record, name);
  const phone = cleanPhone(asDialled(record, "tel")) ?? cleanPhone(asDialled(record, "handy"));
  const fax = cleanPhone(asDialled(record, "fax"));
  const { email, left } = cleanEmail(text("email"));
  const website = cleanWebsite(text("web"));
  const warnings: string[] = [];
  if (!phone && isStated(text("tel"))) warnings.push(say.phoneInvalid(text("tel")));
  if (!fax && isStated(text("fax"))) warnings.push(say.faxInvalid(text("fax")));
  if (!email && isStated(text("email"))) warnings.push(say.emailInvalid(text("email")));
  if (left > 0) warnings.push(say.emailsLeftOut(left));
  if (website === null) warnings.push(say.websiteInvalid(text("web")));
  return { fields: { phone, fax, email, website: website ?? "" }, warnings };
}

/** A number that came as a JSON number has lost its leading zero. */
function asDialled(record: Fields, name: string): string {
  const text = readText(record, name);
  return Object.hasOwn(record, name) && typeof record[name] === "number" ? `0${text}` : text;
}

function recordsOf(json: unknown): unknown[] | null {
  const capture = asFields(json);
  if (capture) return listIn(capture);
  if (!Array.isArray(json)) return null;
  return json.flatMap((entry: unknown) => {
    const fields = asFields(entry);
    return (fields && listIn(fields)) ?? [entry];
  });
}

function hasMore(json: unknown): boolean {
  const captures = Array.isArray(json) ? json : [json];
  return captures.map(asFields).some((capture) => capture !== null && capture["moreResults"] === true);
}

function listIn(fields: Fields): unknown[] | null {
  const list = Object.hasOwn(fields, "arztPraxisDatas") ? fields["arztPraxisDatas"] : null;
  return Array.isArray(list) ? list : null;
}

function idOf(record: Fields): string | null {
  const id = readText(record, "id");
  return isStated(id) && id.length <= 80 ? id : null;
}

function derivedId({ firstName, lastName, locations }: TherapistInput): string {
  const name = `${normalisedName(lastName)}-${normalisedName(firstName)}`.slice(0, 60);
  return `ohne-id:${locations[0]?.address.postalCode ?? ""}:${name}`;
}

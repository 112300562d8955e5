import { findPostcode } from "../geo/postcodes";
import { type TherapistInput, therapistInput } from "../therapists/schemas";
import { readQualifications, readStatutorySeat } from "./arztsuche-facts";
import { readPerson } from "./arztsuche-person";
import { readPlace } from "./arztsuche-place";
import { cleanEmail, cleanPhone, cleanWebsite } from "./contacts";
import { readLanguages } from "./languages";
import { type Refusal, reasons, warnings as say } from "./messages";
import { normalisedName } from "./names";
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
type RefusedRecord = { sourceId: string | null; index: number; reason: string };
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

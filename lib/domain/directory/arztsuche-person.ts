import type { TherapistInput } from "../therapists/schemas";
import { readGender, readSalutation } from "./arztsuche-facts";
import { isGivenName } from "./given-names";
import { type Refusal, reasons, warnings as say } from "./messages";
import {
  cleanName,
  cleanTitle,
  isInstitution,
  joinTitles,
  type PersonName,
  splitFullName,
  takeTitles,
} from "./names";
import { asFields, type Fields, isStated, readList, readText } from "./text";

type Person = Pick<TherapistInput, "salutation" | "title" | "gender" | "firstName" | "lastName">;

/** Who the record is about, or why it is about nobody: no name, no letters in it, an institution. */
export function readPerson(record: Fields): { fields: Person; warnings: string[] } | Refusal {
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
function readNameParts(record: Fields, name: string): PersonName {
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

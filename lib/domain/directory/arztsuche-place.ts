import { findPostcode, postcodeTownMismatch } from "../geo/postcodes";
import type { Address } from "../shared-schemas";
import type { LocationInput } from "../therapists/schemas";
import { readStepFree } from "./arztsuche-facts";
import { readCoordinates } from "./coordinates";
import { type Refusal, reasons, warnings as say } from "./messages";
import { type Fields, isStated, readText } from "./text";

/** Address, coordinates and access of the record's site, or why it has no usable postcode. */
export function readPlace(record: Fields): { location: LocationInput; warnings: string[] } | Refusal {
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

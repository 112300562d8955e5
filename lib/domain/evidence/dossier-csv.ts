import { stringify } from "csv-stringify/sync";
import { contactWords } from "./document-words";
import type { Dossier } from "./get-dossier";

const heads = {
  when: "Zeitpunkt",
  therapist: "Praxis",
  city: "Ort",
  seat: "Kassensitz",
  channel: "Weg",
  result: "Ergebnis",
  namedWait: "Genannte Wartezeit",
} as const;

/**
 * The contacts as a table for German spreadsheets: UTF-8 with BOM, semicolons, one line per contact. Texts that a
 * spreadsheet would take for a formula are made harmless.
 */
export function dossierCsv({ contacts }: Pick<Dossier, "contacts">): string {
  return stringify(contacts.map(contactWords), {
    header: true,
    columns: heads,
    delimiter: ";",
    bom: true,
    record_delimiter: "windows",
    escape_formulas: true,
  });
}

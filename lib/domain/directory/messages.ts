/**
 * What an import tells staff about a record: every sentence of the directory adapters in one place. A reason says
 * why a record is refused; a warning says what of it was left out or filled in.
 */
const quote = (text: string) => `„${text.length > 60 ? `${text.slice(0, 60)} …` : text}“`;

/** Why a record cannot be taken in. */
export type Refusal = { reason: string };

export const reasons = {
  noList: () => "Die Datei enthält keine Liste „arztPraxisDatas“ und ist auch selbst keine Liste.",
  notARecord: () => "Der Eintrag ist kein Datensatz mit Feldern.",
  nameMissing: () => "Der Name fehlt.",
  nameTooLong: () => "Der Name ist länger als 80 Zeichen.",
  nameWithoutLetters: (text: string) => `Der Name enthält keine Buchstaben: ${quote(text)}.`,
  institution: (text: string) => `Der Eintrag nennt eine Einrichtung und keine Person: ${quote(text)}.`,
  otherSpecialty: (text: string) => `Der Eintrag nennt kein psychotherapeutisches Fach: ${quote(text)}.`,
  postcodeMissing: () => "Die Postleitzahl fehlt.",
  postcodeInvalid: (text: string) => `Die Postleitzahl hat keine fünf Ziffern: ${quote(text)}.`,
  invalidFields: (fields: string[]) => `Diese Angaben sind nicht lesbar: ${fields.join(", ")}.`,
};

export const warnings = {
  idMissing: () =>
    "Die Kennung im Verzeichnis fehlt; der Eintrag wird an Name und Postleitzahl wiedererkannt.",
  firstNameMissing: () => "Der Vorname fehlt.",
  nameUnsure: (text: string) => `Vor- und Nachname sind nicht sicher zu trennen: ${quote(text)}.`,
  genderConflict: () => "Anrede und Geschlecht widersprechen sich; das Geschlecht bleibt offen.",
  genderUnknown: (text: string) => `Unbekannte Angabe zum Geschlecht: ${quote(text)}.`,
  postcodeUnknown: (code: string) => `Die Postleitzahl ${code} ist nicht bekannt.`,
  postcodePadded: (code: string) => `Der Postleitzahl fehlte die führende Null: ${code}.`,
  townFromPostcode: (town: string) => `Der Ort fehlte und wurde aus der Postleitzahl ergänzt: ${town}.`,
  townMissing: () => "Der Ort fehlt; die Postleitzahl gehört zu mehreren Orten.",
  townDiffers: (town: string, code: string) => `Der Ort ${quote(town)} passt nicht zur Postleitzahl ${code}.`,
  coordinatesInvalid: (text: string) => `Die Koordinaten sind nicht brauchbar: ${quote(text)}.`,
  coordinatesSwapped: () => "Länge und Breite der Koordinaten sind vertauscht; sie werden nicht verwendet.",
  coordinatesFar: (km: number) =>
    `Die Koordinaten liegen ${km} km von der Postleitzahl entfernt und werden nicht verwendet.`,
  phoneInvalid: (text: string) => `Die Telefonnummer ist nicht lesbar: ${quote(text)}.`,
  faxInvalid: (text: string) => `Die Faxnummer ist nicht lesbar: ${quote(text)}.`,
  emailInvalid: (text: string) => `Die E-Mail-Adresse ist ungültig: ${quote(text)}.`,
  emailsLeftOut: (count: number) => `Nur die erste von ${count + 1} E-Mail-Adressen wurde übernommen.`,
  websiteInvalid: (text: string) => `Die Internetadresse ist ungültig: ${quote(text)}.`,
  offerUnknown: (text: string) => `Unbekanntes Therapieangebot: ${quote(text)}.`,
  offerAgeAssumed: (text: string) =>
    `Ohne Altersgruppe genannt und als Angebot für Erwachsene gelesen: ${quote(text)}.`,
  languageUnknown: (text: string) => `Unbekannte Sprache: ${quote(text)}.`,
  hoursTypeUnknown: (text: string) => `Unbekannte Art von Sprechzeit: ${quote(text)}.`,
  hoursUnreadable: (text: string) => `Unlesbare Sprechzeit: ${quote(text)}.`,
  dayUnreadable: (text: string) => `Unlesbarer Tag in den Sprechzeiten: ${quote(text)}.`,
  onlyHolidays: () => "Sprechzeiten sind nur für Feiertage angegeben und wurden nicht übernommen.",
  seatContradiction: () =>
    "Angaben zu Kassenzulassung und Privatpraxis widersprechen sich; der Kassensitz bleibt offen.",
  accessContradiction: () => "Die Angaben zur Barrierefreiheit widersprechen sich.",
  textLeftOut: (field: string) => `Zu lange oder zu viele Angaben im Feld „${field}“ wurden weggelassen.`,
  merged: (count: number) => `${count} Einträge derselben Person wurden zusammengefasst.`,
  sameIdOtherName: (id: string) =>
    `Die Kennung ${quote(id)} gehört in der Datei auch zu einer anderen Person; beide bleiben getrennt.`,
  locationsLeftOut: () => "Mehr als zehn Standorte: die übrigen wurden weggelassen.",
};

import { formatDate, formatDateShort, formatDateTimeShort } from "@/lib/format";
import type { CallResult } from "../calls/status";
import type { ItemOutcome } from "../inquiries/status";
import type { TriState } from "../vocabulary";
import type { ContactRecord, PlacementEnding } from "./list-contacts";
import type { OwnContactDetails } from "./schemas";
import type { DossierCheck } from "./status";

/** The evidence is written for German insurers, so its words are German whatever language the reader of the page has. */
const seatWords: Record<TriState, string> = { yes: "ja", no: "nein", unknown: "nicht bekannt" };

const channelWords: Record<ContactRecord["channel"], string> = {
  mail: "E-Mail",
  reminder: "E-Mail (Erinnerung)",
  page: "Antwortseite der Praxis",
  call: "Telefon",
  answer: "Antwort der Praxis",
  placement: "Nach der Zusage",
  expiry: "Fristablauf",
  own: "Selbst",
};

const ownChannelWords: Record<OwnContactDetails["channel"], string> = {
  phone: "Telefon, selbst",
  mail: "E-Mail, selbst",
  visit: "Besuch, selbst",
  letter: "Brief, selbst",
};

const ownResultWords: Record<OwnContactDetails["result"], string> = {
  not_reached: "nicht erreicht",
  no_answer: "keine Antwort",
  no_place: "kein Platz frei",
  waiting_list: "nur Warteliste",
  unsuitable: "Behandlung nicht möglich",
};

const callWords: Record<CallResult, string> = {
  reached: "erreicht",
  not_reached: "nicht erreicht",
  call_back: "erreicht, Rückruf vereinbart",
  wrong_number: "Nummer stimmt nicht",
  objection: "möchte nicht gefragt werden",
};

const outcomeWords: Partial<Record<ItemOutcome, string>> = {
  accepted: "Platz zugesagt",
  later: "erst später ein Platz",
  rejected_capacity: "kein Platz frei",
  rejected_unsuitable: "Behandlung nicht möglich",
  rejected_other: "abgelehnt",
  no_show: "erstes Gespräch fand nicht statt",
};

const endingWords: Record<PlacementEnding, string> = {
  started: "Therapie begonnen",
  declined: "Platz von der versicherten Person nicht angenommen",
  lapsed: "Platz nicht rechtzeitig angenommen",
  taken_back: "Zusage von der Praxis zurückgenommen",
  no_show: "erstes Gespräch fand nicht statt",
  unsuitable: "Behandlung nicht möglich",
  patients_word: "nach Angabe der versicherten Person keine passende Behandlung",
  no_capacity: "doch kein Platz frei",
  search_ended: "Suche beendet",
  consent_withdrawn: "Vermittlung von der versicherten Person beendet",
};

export const checkWords: Record<DossierCheck, string> = {
  statutory: "Gesetzlich versichert",
  insurer: "Krankenkasse und Versichertennummer sind bekannt",
  consultation: "Psychotherapeutische Sprechstunde mit Datum",
  ptv11: "Ergebnis der Sprechstunde (PTV 11) mit Empfehlung",
  insurer_asked: "Die Krankenkasse wurde gefragt",
  mandate: "Auftrag der versicherten Person liegt vor",
  enough_contacts: "Genug Praxen mit Kassensitz gefragt",
  all_settled: "Zu jeder gefragten Praxis steht ein Ergebnis",
};

export type ContactWords = {
  when: string;
  therapist: string;
  city: string;
  seat: string;
  channel: string;
  result: string;
  namedWait: string;
};

/** One contact in words, as it stands in the document and in the table. */
export function contactWords(contact: ContactRecord): ContactWords {
  const { at, timed, therapist, namedWaitWeeks } = contact;
  return {
    when: timed ? formatDateTimeShort(at, "de") : formatDateShort(at, "de"),
    therapist: therapist.name,
    city: therapist.city,
    seat: seatWords[therapist.seat],
    channel:
      contact.result.kind === "own"
        ? ownChannelWords[contact.result.ownChannel]
        : channelWords[contact.channel],
    result: resultWords(contact.result),
    namedWait: namedWaitWeeks === null ? "" : weeksWords(namedWaitWeeks),
  };
}

function resultWords(result: ContactRecord["result"]): string {
  switch (result.kind) {
    case "sent":
      return "versendet";
    case "offered":
      return "angefragt";
    case "call":
      return callWords[result.result];
    case "own":
      return ownResultWords[result.result];
    case "placement":
      return endingWords[result.ending];
    case "no_answer":
      return `keine Antwort nach ${result.days} ${result.days === 1 ? "Tag" : "Tagen"}`;
    case "outcome": {
      const words = outcomeWords[result.outcome] ?? "beantwortet";
      return result.laterOn ? `${words}, frühestens ab ${formatDate(result.laterOn, "de")}` : words;
    }
  }
}

/** How many practices were asked and how many contacts are on record, as the document's lead says it. */
export function countsWords(practices: number, contacts: number): string {
  const asked =
    practices === 0
      ? "Eine Praxis mit Kassensitz wurde noch nicht gefragt"
      : practices === 1
        ? "Gefragt wurde 1 Praxis mit Kassensitz"
        : `Gefragt wurden ${practices} Praxen mit Kassensitz`;
  return `${asked}, festgehalten ${contacts === 1 ? "ist 1 Kontakt" : contacts === 0 ? "ist kein Kontakt" : `sind ${contacts} Kontakte`}.`;
}

const weeksWords = (weeks: number) => (weeks === 1 ? "1 Woche" : `${weeks} Wochen`);

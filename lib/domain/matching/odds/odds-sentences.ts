import { formatNumber, formatPercent } from "@/lib/format";
import type { Locale } from "@/lib/i18n/locale";
import type { ItemOdds, OddsRate } from "./kept-odds";
import { lastHeardSentences } from "./last-heard-sentences";
import type { Sentence } from "../sentences/facts";

/** What the chance of an acceptance is made of, one sentence each, and what it never rests on. */
export function oddsSentences(odds: ItemOdds, minutes: number | null): Sentence[] {
  return [
    replySentence(odds.reply),
    roomSentence(odds.room),
    ...lastHeardSentences(odds),
    suitsSentence(odds.suits),
    ...waySentences(odds.way, minutes),
    ...groupSentences(odds.group),
    {
      de: "Alter, Geschlecht, Kostenträger, Sprache, Diagnosen und Bedarf der Person gehen nicht ein.",
      en: "The person’s age, gender, payer, language, diagnoses and needs are not taken into account.",
    },
  ];
}

function replySentence(rate: OddsRate): Sentence {
  const { de, en } = share(rate);
  return {
    de: `Die Praxis antwortet mit einer Aussicht von ${de.value}${experience(rate, "Anfragen", "beantwortet").de}.`,
    en: `Chance that the practice answers: ${en.value}${experience(rate, "inquiries", "answered").en}.`,
  };
}

function roomSentence(rate: OddsRate): Sentence {
  const { de, en } = share(rate);
  return {
    de: `Wer antwortet, hat einen Platz: ${de.value}${experience(rate, "Antworten", "mit Platz").de}.`,
    en: `Chance of a place if it answers: ${en.value}${experience(rate, "answers", "with a place").en}.`,
  };
}

function suitsSentence(rate: OddsRate): Sentence {
  const { de, en } = share(rate);
  return {
    de: `Bei freiem Platz nimmt die Praxis die Person: ${de.value}${experience(rate, "Vorgeschlagenen", "genommen").de}.`,
    en: `Chance that it takes the person if it has a place: ${en.value}${experience(rate, "people proposed", "taken").en}.`,
  };
}

function share({ value }: OddsRate) {
  return { de: { value: formatPercent(value, "de") }, en: { value: formatPercent(value, "en") } };
}

/** The service's own experience with the practice; tallies are weighted by age, so they are rounded. */
function experience({ usual, successes, trials }: OddsRate, of: string, what: string): Sentence {
  if (Math.round(trials) === 0) {
    return {
      de: ", wie es üblich ist; eigene Erfahrung fehlt",
      en: ", the usual figure; we have no experience of our own yet",
    };
  }
  const count = (value: number, locale: Locale) => formatNumber(Math.round(value), locale);
  return {
    de: ` (Erfahrung: etwa ${count(successes, "de")} von ${count(trials, "de")} ${of} ${what}; üblich sind ${formatPercent(usual, "de")})`,
    en: ` (our experience: about ${count(successes, "en")} of ${count(trials, "en")} ${of} ${what}; ${formatPercent(usual, "en")} is usual)`,
  };
}

/** Factors nearer to 1 than this are not worth a sentence. */
const noticeable = 0.02;

function waySentences(factor: number, minutes: number | null): Sentence[] {
  if (Math.abs(factor - 1) < noticeable || minutes === null) return [];
  return [
    {
      de: `Bei so langen Wegen (${formatNumber(minutes, "de")} Minuten) ist eine Zusage ${changeDe(factor)} als sonst.`,
      en: `With journeys this long (${formatNumber(minutes, "en")} minutes), an offer is ${changeEn(factor)} than usual.`,
    },
  ];
}

function groupSentences(factor: number): Sentence[] {
  if (Math.abs(factor - 1) < noticeable) return [];
  return [
    {
      de: `Ob auch eine Gruppe möglich ist, macht eine Zusage ${changeDe(factor)}.`,
      en: `Whether group therapy is also possible makes an offer ${changeEn(factor)}.`,
    },
  ];
}

function changeDe(factor: number): string {
  return `${formatPercent(Math.abs(factor - 1), "de")} ${factor > 1 ? "wahrscheinlicher" : "unwahrscheinlicher"}`;
}

function changeEn(factor: number): string {
  return `${formatPercent(Math.abs(factor - 1), "en")} ${factor > 1 ? "more likely" : "less likely"}`;
}

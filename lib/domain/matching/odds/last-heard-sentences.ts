import { formatDate, formatList, formatPercent } from "@/lib/format";
import { type PlaceKind, settings } from "../../vocabulary";
import type { Sentence } from "../sentences/facts";
import type { ItemOdds, LastHeard } from "./kept-odds";

/** What was heard last of the practice's places, of which kind and from when, and the chance of a place by that. */
export function lastHeardSentences({ lastHeard, room, places = "either" }: ItemOdds): Sentence[] {
  if (!lastHeard) return [];
  const { de, en } = heard(lastHeard, places);
  const chance = room.value * lastHeard.factor;
  const [when, whenEn] = whenOf(lastHeard, places);
  const [place, placeEn] = placeWords[lastHeard.notice ? places : "either"];
  const [ago, agoEn] = timeAgo(lastHeard.ageDays);
  return [
    {
      de: `${ago} ${de}. Aussicht auf einen ${place} ${when}: ${formatPercent(chance, "de")}.`,
      en: `${agoEn} ${en}. Chance of ${placeEn} ${whenEn}: ${formatPercent(chance, "en")}.`,
    },
  ];
}

const placeWords: Record<PlaceKind, readonly [de: string, en: string]> = {
  individual: ["Einzelplatz", "an individual place"],
  group: ["Gruppenplatz", "a group place"],
  either: ["Platz", "a place"],
};

/** One, or so many available places of a kind. */
const availablePlaces = {
  individual: (count: number): Sentence =>
    count === 1
      ? { de: "einen freien Einzelplatz", en: "one available individual place" }
      : { de: `${count} freie Einzelplätze`, en: `${count} available individual places` },
  group: (count: number): Sentence =>
    count === 1
      ? { de: "einen freien Gruppenplatz", en: "one available group place" }
      : { de: `${count} freie Gruppenplätze`, en: `${count} available group places` },
};

function heard(lastHeard: LastHeard, kind: PlaceKind): Sentence {
  const { notice, places } = lastHeard;
  if (notice && notice.individual + notice.group > 0) return announced(lastHeard, notice, kind);
  if (places === null) return { de: "nahm die Praxis jemanden auf", en: "the practice took someone on" };
  if (places === 0) return { de: "hieß es: kein Platz frei", en: "the answer was: no place available" };
  return { de: "meldete die Praxis freie Plätze", en: "the practice reported available places" };
}

type Notice = NonNullable<LastHeard["notice"]>;

/** The places told of, from which day, and that none of them is of the kind in question. */
function announced(lastHeard: LastHeard, notice: Notice, kind: PlaceKind): Sentence {
  const told = settings.filter((each) => notice[each] > 0).map((each) => availablePlaces[each](notice[each]));
  const only = opensTooLate(lastHeard, kind) ? { de: "erst ", en: "but only " } : { de: "", en: "" };
  const day = (locale: "de" | "en") => formatDate(notice.from!, locale);
  const from =
    notice.from === null
      ? { de: "", en: "" }
      : { de: ` ${only.de}ab ${day("de")}`, en: ` ${only.en}from ${day("en")}` };
  const [place, placeEn] = placeWords[kind];
  const missing =
    kind === "either" || notice[kind] > 0
      ? { de: "", en: "" }
      : { de: `, aber keinen ${place}`, en: `, but not ${placeEn}` };
  const list = (locale: "de" | "en") =>
    formatList(
      told.map((words) => words[locale]),
      locale,
    );
  return {
    de: `meldete die Praxis ${list("de")}${from.de}${missing.de}`,
    en: `the practice reported ${list("en")}${from.en}${missing.en}`,
  };
}

/** The practice told of places in question, but they open only after an inquiry would be answered. */
function opensTooLate({ places, notice }: LastHeard, kind: PlaceKind): boolean {
  return (
    notice !== undefined && places === 0 && (kind === "either" || notice[kind] > 0) && notice.from !== null
  );
}

/** Of when the chance speaks: of now, of the day from which there are places, or of the time until then. */
function whenOf(lastHeard: LastHeard, kind: PlaceKind): readonly [de: string, en: string] {
  if (opensTooLate(lastHeard, kind)) return ["bis dahin", "until then"];
  const opensSoon = lastHeard.notice?.from && lastHeard.places !== 0;
  return opensSoon ? ["dann", "then"] : ["jetzt", "now"];
}

function timeAgo(days: number): readonly [de: string, en: string] {
  if (days < 1) return ["Heute", "Today"];
  return days === 1 ? ["Vor einem Tag", "One day ago"] : [`Vor ${days} Tagen`, `${days} days ago`];
}

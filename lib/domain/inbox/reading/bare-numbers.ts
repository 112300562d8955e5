const people = String.raw`(?:freien?|neuen?|weiteren?|available|free)?\s*(?:patient|person|klient|platz|plätze|leute|mensch|frau|mann|männer|place|people|slot|space)`;
/** "2 Personen", "eine Patientin": numbers in such a mail may say how many. */
const counts = new RegExp(
  String.raw`(?:\b\d|\b(?:eine?[nr]?|zwei|drei|vier|fünf|sechs|one|two|three|four|five|six))\s+${people}`,
  "i",
);
/** "1 und 3" behind a verb or at the beginning: no number of people, no "1 oder 2", no time and no range. */
const list =
  /(?:^|\b(?:[Kk]ann|[Kk]önnte|[Kk]önnen|[Ww]ürde|[Nn]ehme|[Üü]bernehme|ich|wir|gerne?|leider|[Cc]ould|[Cc]an|take|accept)\s+)([1-6](?:\s*(?:,|und|u\.|&|\+|and|sowie)\s*[1-6]){1,5})(?![\d.:]|\s*(?:und|oder|or|bis|uhr|mal|stunde|tage|woche|monat|jahr|%|[A-ZÄÖÜ]))/;
/** "2 leider nicht", and nothing else. */
const alone = /^([1-6])\s+(?:leider\s+)?(?:ja|nein|nicht|gerne?|yes|no|not)\s*[.!]?$/i;

/**
 * The people that each clause names by a bare number, as on the answer page: "1 und 3 kann ich übernehmen, 2 leider
 * nicht". Only where several of them are named and none of the numbers can mean how many; else none at all.
 */
export function bareNumbers(clauses: readonly string[], highest: number): number[][] {
  const found = clauses.map((clause) => numbersIn((list.exec(clause) ?? alone.exec(clause))?.[1]));
  const named = new Set(found.flat());
  const isClear = named.size > 1 && Math.max(...named) <= highest && !clauses.some((one) => counts.test(one));
  return isClear ? found : clauses.map(() => []);
}

const numbersIn = (text = "") => [...new Set(text.match(/\d/g))].map(Number).sort();

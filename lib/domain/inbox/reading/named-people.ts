export type NamedPeople = {
  positions: number[];
  /** "die anderen", "the others" */ others: boolean;
  /** "alle", "beide" */ all: boolean;
};

const noun = String.raw`(?:patient(?:in|en|innen|s)?|pat\.?|person(?:en|s)?|profil(?:e|s)?|profiles?|nr\.?|nummer|no\.?|number|eintrag|klient(?:in)?|#)`;
const list = String.raw`(\d(?:\s*(?:,|und|u\.|&|\+|and|sowie|oder|or)\s*(?:${noun}\s*)?(?:nr\.?\s*)?\d)*)(?!\d|\.\d|\s*(?:uhr|plätze|platz|jahr|monat|woche|tag|stunde|place|month|week|year|day))`;
const numbered = new RegExp(
  String.raw`(?:^|[^a-zäöüß])${noun}\s*(?:nr\.?|nummer|no\.?|:|#)?\s*${list}`,
  "gi",
);
const ordinals: [RegExp, number][] = [
  [/\b(erste[nrs]?|first)\b/i, 1],
  [/\b(zweite[nrs]?|second)\b/i, 2],
  [/\b(dritte[nrs]?|third)\b/i, 3],
  [/\b(vierte[nrs]?|fourth)\b/i, 4],
  [/\b(fünfte[nrs]?|fifth)\b/i, 5],
  [/\b(sechste[nrs]?|sixth)\b/i, 6],
];
const ordinalNoun = /\b(patient|person|profil|klient|genannte|anfrage|one\b|profile)/i;

/** The naming with which a clause begins: "Person 1 und 3:", "den Patienten 2", "2". */
export const naming = new RegExp(
  String.raw`^\s*(?:(?:und|aber|die|den|der|dem|bei|für|and|but|the|for) )?(?:${noun}\s*(?:nr\.?|nummer|no\.?|:|#)?\s*)?\d(?:\s*(?:,|und|u\.|&|\+|and|sowie)\s*(?:${noun}\s*)?\d)*(?![\d.])\s*[:,–-]?\s*`,
  "i",
);

/** Which of the people of an inquiry a clause is about, by their numbers on the answer page. */
export function namedPeople(clause: string): NamedPeople {
  const positions = new Set<number>();
  for (const [, numbers] of clause.matchAll(numbered)) {
    for (const [digit] of numbers!.matchAll(/\d/g)) positions.add(Number(digit));
  }
  const listed = /^\s*([1-6])\s*[:)]/.exec(clause);
  if (listed) positions.add(Number(listed[1]));
  if (ordinalNoun.test(clause)) {
    for (const [pattern, position] of ordinals) if (pattern.test(clause)) positions.add(position);
  }
  return {
    positions: [...positions].filter((position) => position >= 1 && position <= 6).sort(),
    others:
      /\b(die |den |alle )?(anderen|übrigen|restlichen|weiteren (patient|person))|\b(the )?(others|other (patients|people)|rest)\b/i.test(
        clause,
      ),
    all: /\b(alle[n]?\b|beide[nr]?\b|sämtliche|all (of|the|three|four|five|six|patients)|both|every(one|body))/i.test(
      clause,
    ),
  };
}

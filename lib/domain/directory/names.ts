import { isGivenName } from "./given-names";

export type PersonName = {
  salutation: string;
  title: string;
  firstName: string;
  lastName: string;
  unsure: boolean;
};

/**
 * Salutation, titles, given names and surname of a full name in one field ("Dr. phil. Anna Tietz -Roder", also
 * "Roder, Anna"). A name of one word is a surname. `unsure`: where the surname begins could not be told.
 */
export function splitFullName(text: string): PersonName {
  const { salutation, title, rest } = takeTitles(text);
  const [before = "", ...after] = rest.split(",").map((part) => part.trim());
  const suffix = after.filter(isTitle).join(" ");
  const given = after.filter((part) => part !== "" && !isTitle(part)).join(" ");
  const titles = joinTitles(title, suffix);
  if (given !== "") {
    return {
      salutation,
      title: titles,
      firstName: cleanName(given),
      lastName: cleanName(before),
      unsure: false,
    };
  }
  const words = cleanName(before).split(" ").filter(Boolean);
  const { start, unsure } = surnameStart(words);
  return {
    salutation,
    title: titles,
    firstName: words.slice(0, start).join(" "),
    lastName: words.slice(start).join(" "),
    unsure,
  };
}

/** One part of a name with tidy hyphens and spaces: "Tietz -Roder" → "Tietz-Roder"; a maiden name is left out. */
export function cleanName(text: string): string {
  return text
    .replaceAll(/\([^)]*\)/g, " ")
    .replace(/\s(geb|geborene[r]?)\.?\s.*$/i, "")
    .replaceAll(/\s*[-‐‑‒–—]+\s*/g, "-")
    .replaceAll(/[‘’`´]/g, "'")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[\s\-,;.]+|[\s\-,;]+$/g, "");
}

/** A name for comparing: lower-case letters only, umlauts and accents written plainly. */
export function normalisedName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replaceAll(/[^\p{L}]/gu, "");
}

/** Splits salutation and academic titles off the front of a name; both "" when there are none. */
export function takeTitles(text: string): { salutation: string; title: string; rest: string } {
  let words = spreadTitles(text).split(" ").filter(Boolean);
  let salutation = "";
  if (words.length > 1 && /^(frau|herrn?|fr\.|hr\.)$/i.test(words[0]!)) {
    salutation = /^f/i.test(words[0]!) ? "Frau" : "Herr";
    words = words.slice(1);
  }
  let end = 0;
  while (end < words.length - 1 && (isTitleStart(words[end]!) || (end > 0 && isTitleRest(words[end]!))))
    end++;
  return { salutation, title: cleanTitle(words.slice(0, end).join(" ")), rest: words.slice(end).join(" ") };
}

/** A title in one spelling: "Dr.phil", "dr. phil." → "Dr. phil."; "Dipl. Psych." → "Dipl.-Psych.". */
export function cleanTitle(text: string): string {
  return spreadTitles(text)
    .replaceAll(/\bdipl\b\.?\s*-?\s*(?=\p{L})/giu, "Dipl.-")
    .split(" ")
    .map((word) =>
      /^(dr|prof)\.?$/i.test(word) ? `${word[0]!.toUpperCase()}${word.slice(1).replace(".", "")}.` : word,
    )
    .map((word) => (/^(phil|med|rer|nat|psych|hum|biol|soc|paed|päd)$/.test(word) ? `${word}.` : word))
    .join(" ")
    .replaceAll(/^[\s,;]+|[\s,;]+$/g, "");
}

/** Titles from two fields: one that is already in the other is not repeated. */
export function joinTitles(first: string, second: string): string {
  const words = (title: string) => title.toLowerCase().split(" ");
  if (second === "" || words(second).every((word) => words(first).includes(word))) return first;
  if (first === "" || words(first).every((word) => words(second).includes(word))) return second;
  return `${first} ${second}`;
}

/** Whether a text without given name is the name of an institution ("MVZ am Markt GmbH"). */
export function isInstitution(text: string): boolean {
  return (
    /(^|[\s.-])(mvz|g?gmbh|gbr|e\. ?v\.|ag & co|ug|kg)([\s.,-]|$)/i.test(text) ||
    /(praxis|praxisgemeinschaft|zentrum|klinik|klinikum|krankenhaus|ambulanz|institut|tagesklinik|sozialpsychiatrie)\b/i.test(
      text,
    )
  );
}

const romance = new Set([
  "de",
  "del",
  "della",
  "delle",
  "dello",
  "di",
  "da",
  "dal",
  "dos",
  "das",
  "do",
  "du",
  "y",
  "e",
]);
const others = new Set(
  "von vom van zu zum zur der den dem ten ter te des la le lo los las el al abu bin ibn st. san santa".split(
    " ",
  ),
);
const nobility = new Set(
  "freiherr freifrau freiin graf gräfin baron baronin edler edle ritter prinz prinzessin".split(" "),
);

/** Index of the word with which the surname begins. */
function surnameStart(words: string[]): { start: number; unsure: boolean } {
  if (words.length < 2) return { start: 0, unsure: false };
  let start = words.length - 1;
  while (start > 1 && isParticle(words[start - 1]!, words[start]!)) start--;
  if (!romance.has(words[start]!.toLowerCase())) return { start, unsure: false };
  // A Romance particle may stand inside a surname ("Spivak de Weissmann"): what is no given name belongs to it.
  if (isGivenName(words[start - 1]!)) return { start, unsure: false };
  return start > 1 ? { start: start - 1, unsure: false } : { start: 0, unsure: true };
}

function isParticle(word: string, next: string): boolean {
  const lower = word.toLowerCase();
  if (romance.has(lower) || others.has(lower)) return true;
  if (/^\p{Ll}/u.test(word) && !isGivenName(word)) return true;
  return nobility.has(lower) && others.has(next.toLowerCase());
}

function spreadTitles(text: string): string {
  return text
    .replaceAll(/(?<=\p{L}{2})\.(?=\p{L}{2})/gu, ". ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function isTitleStart(word: string): boolean {
  return /^(univ\.?-?)?(prof(essor(in)?)?\.?|m?m?ag\.|d?dr(s|in)?\.?|doktor|pd|priv\.?-?(doz\.?)?|privatdozent(in)?|apl\.|dipl\.?([-.].*)?|diplom-?.*|lic\.|[mb]\. ?(sc|a|ed)\.?,?|ph\.?d\.?|univ\.)$/i.test(
    word,
  );
}

/** Words that only mean a title after another one: "rer.", "nat.", "h.", "c.", "(TR)". */
function isTitleRest(word: string): boolean {
  return (
    /^\(.*\)$/.test(word) ||
    /^h\.? ?c\.$/.test(word) ||
    /^(med|phil|rer|nat|pol|soc|sc|hum|jur|theol|paed|päd|dent|mult|habil|biol|psych|ing|oec|cult|soz|disc|vet|univ|h|c|doz|sc)\.$/.test(
      word,
    ) ||
    /^-?(psych|päd|paed|soz|biol|theol|ing|med|soz\.?-?päd)\.$/i.test(word) ||
    /^(med|phil|rer|nat|hum|psych)$/.test(word)
  );
}

function isTitle(text: string): boolean {
  const words = spreadTitles(text).split(" ").filter(Boolean);
  return (
    words.length > 0 && words.every((word, index) => isTitleStart(word) || (index > 0 && isTitleRest(word)))
  );
}

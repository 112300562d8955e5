/** The own fields of a record that came from JSON; inherited ones such as `constructor` are never read. */
export type Fields = Readonly<Record<string, unknown>>;

/** The longest text that is looked at in any field; what follows is ignored. */
const longestText = 2_000;
/** The most entries of a list that are looked at. */
const longestList = 500;

export function asFields(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** A field of the record itself as one clean line; "" for anything but a string or a finite number. */
export function readText(record: Fields, name: string): string {
  return Object.hasOwn(record, name) ? cleanText(record[name]) : "";
}

/** A field as a list: one value becomes a list of one, nothing becomes an empty list. */
export function readList(record: Fields, name: string): unknown[] {
  return Object.hasOwn(record, name) ? asList(record[name]) : [];
}

export function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.slice(0, longestList);
  return value === null || value === undefined ? [] : [value];
}

/** The texts of a field whose entries are strings, `{value}`, `{key, value}` or `{heading, values}`. */
export function readTexts(record: Fields, name: string): string[] {
  return readList(record, name).flatMap(textsOf).filter(isStated);
}

/** One line without HTML entities, control characters, invisible characters and doubled spaces. */
export function cleanText(value: unknown): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value !== "string") return "";
  return decodeEntities(decodeEntities(value.slice(0, longestText).toWellFormed()))
    .normalize("NFC")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** Whether a text says anything: not empty and no mark for "nothing". */
export function isStated(text: string): boolean {
  return !/^(|[-–—.?/ ]+|k\. ?a\.|n\/a|null|undefined|keine|keine angaben?|nicht angegeben|unbekannt)$/i.test(
    text,
  );
}

function textsOf(entry: unknown): string[] {
  const fields = asFields(entry);
  if (!fields) return [cleanText(entry)];
  const values = readList(fields, "values").map((value) => readValue(value));
  return [readText(fields, "value"), ...values];
}

function readValue(value: unknown): string {
  const fields = asFields(value);
  return fields ? readText(fields, "value") : cleanText(value);
}

const namedEntities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  commat: "@",
  period: ".",
  ndash: "–",
  mdash: "—",
  shy: "",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  aacute: "á",
  ccedil: "ç",
  Ccedil: "Ç",
  ecirc: "ê",
  ocirc: "ô",
  iacute: "í",
  oacute: "ó",
  uacute: "ú",
  ntilde: "ñ",
  oslash: "ø",
  aring: "å",
  scaron: "š",
  Scaron: "Š",
  rsquo: "’",
  lsquo: "‘",
  middot: "·",
};

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return Object.hasOwn(namedEntities, name) ? namedEntities[name]! : whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : "";
  });
}

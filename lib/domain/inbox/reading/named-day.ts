const months = [
  ["januar", "jänner", "january", "jan"],
  ["februar", "february", "feb"],
  ["märz", "maerz", "march", "mär", "mar"],
  ["april", "apr"],
  ["mai", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["august", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nov"],
  ["dezember", "december", "dez", "dec"],
];
const monthWords = months
  .flat()
  .sort((a, b) => b.length - a.length)
  .join("|");
const numberWords: [string, number][] = [
  ["einem|einer|one|a", 1],
  ["zwei|two", 2],
  ["drei|three", 3],
  ["vier|four", 4],
  ["fünf|five", 5],
  ["sechs|six", 6],
  ["acht|eight", 8],
  ["zehn|ten", 10],
  ["zwölf|twelve", 12],
];
const numberOf = (word: string) =>
  Number(word) || (numberWords.find(([words]) => words.split("|").includes(word))?.[1] ?? 0);

type Reader = { pattern: RegExp; read: (match: string[], today: string) => string | null };

/** Ways to name a day, each with how to read it. The first that fits the beginning of the text is taken. */
const readers: Reader[] = [
  { pattern: /(\d{4})-(\d{2})-(\d{2})/, read: ([, y, m, d]) => dayOf(Number(y), Number(m), Number(d)) },
  {
    pattern: /(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2}(?!\d))?/,
    read: ([, d, m, y], today) => nextOf(Number(d), Number(m), y, today),
  },
  {
    pattern: new RegExp(`(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s?(?:of )?(${monthWords})\\b\\.?,?\\s?(\\d{4})?`),
    read: ([, d, m, y], today) => nextOf(Number(d), monthOf(m!), y, today),
  },
  {
    pattern: new RegExp(`(${monthWords})\\b\\.?\\s(\\d{1,2})(?!\\d)(?:st|nd|rd|th)?(?:,?\\s(\\d{4}))?`),
    read: ([, m, d, y], today) => nextOf(Number(d), monthOf(m!), y, today),
  },
  {
    pattern: new RegExp(
      `(anfang|mitte|ende|early|mid|late|end of)?[ -]?(${monthWords})\\b\\.?(?:\\s(\\d{4}))?`,
    ),
    read: ([, part, m, y], today) => inMonth(part ?? "", monthOf(m!), y, today),
  },
  {
    pattern: /in (\d{1,2}|[a-zäöüß]+) (tag|woche|monat|day|week|month)(?:en|e|n|s)?/,
    read: ([, count, unit], today) => after(numberOf(count!), unit!, today),
  },
  {
    pattern: /(im neuen jahr|nächstes jahr|next year|in the new year)/,
    read: (_, today) => dayOf(Number(today.slice(0, 4)) + 1, 1, 1),
  },
  {
    pattern: /(?:im |in )?(frühjahr|frühling|spring|sommer|summer|herbst|autumn)/,
    read: ([, season], today) => nextOf(1, seasonStart(season!), undefined, today),
  },
];

/**
 * The day that the beginning of a text names, as "YYYY-MM-DD": "7.1.", "7. Januar 2027", "Mitte Mai", "in drei
 * Monaten". Without a year the next one is meant, counted from `today`. Null when it names none.
 */
export function namedDay(text: string, today: string): string | null {
  const words = text.toLowerCase().trimStart();
  for (const { pattern, read } of readers) {
    const match = new RegExp(`^(?:${pattern.source})`).exec(words);
    const day = match && read([...match], today);
    if (day) return day;
  }
  return null;
}

/** The day after. */
export function dayAfter(day: string): string {
  return shifted(day, 1);
}

function nextOf(day: number, month: number, year: string | undefined, today: string): string | null {
  if (year) return dayOf(Number(year) < 100 ? 2000 + Number(year) : Number(year), month, day);
  const thisYear = dayOf(Number(today.slice(0, 4)), month, day);
  if (thisYear && thisYear >= today) return thisYear;
  return dayOf(Number(today.slice(0, 4)) + 1, month, day);
}

function inMonth(part: string, month: number, year: string | undefined, today: string): string | null {
  const days: Record<string, number> = { mitte: 15, mid: 15, ende: 25, late: 25, "end of": 25 };
  const day = days[part] ?? 1;
  const runs = !year && month === Number(today.slice(5, 7)) && day === 1;
  return runs ? today : nextOf(day, month, year, today);
}

function after(count: number, unit: string, today: string): string | null {
  if (count < 1) return null;
  if (unit === "tag" || unit === "day") return shifted(today, count);
  if (unit === "woche" || unit === "week") return shifted(today, 7 * count);
  const month = Number(today.slice(5, 7)) - 1 + count;
  return dayOf(
    Number(today.slice(0, 4)) + Math.floor(month / 12),
    (month % 12) + 1,
    Math.min(28, Number(today.slice(8))),
  );
}

const monthOf = (word: string) => months.findIndex((names) => names.includes(word)) + 1;
const seasonStart = (word: string) => (/^(fr|sp)/.test(word) ? 3 : /^(so|su)/.test(word) ? 6 : 9);

function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function dayOf(year: number, month: number, day: number): string | null {
  if (year < 2000 || year > 2100) return null;
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

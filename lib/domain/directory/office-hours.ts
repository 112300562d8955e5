import type { FederalState } from "../geo/federal-states";
import { weekdayOf } from "../german-time";
import { isPublicHoliday } from "../geo/public-holidays";
import { type TimeRange, type Weekday, type WeeklyHours, weekdays } from "../vocabulary";
import { warnings as say } from "./messages";
import { asFields, asList, cleanText, type Fields, isStated, readList, readText } from "./text";

type Hours = { phoneHours: WeeklyHours; officeHours: WeeklyHours; warnings: string[] };
type Minutes = [from: number, to: number];

/**
 * Weekly hours from dates in both generations of the field `tsz`. Hours of the same weekday are put together,
 * overlaps joined, public holidays of the state left out; unreadable parts are dropped with a warning.
 */
export function readHours(tsz: unknown, state: FederalState | null): Hours {
  const found: Record<"phone" | "office", Map<Weekday, Minutes[]>> = { phone: new Map(), office: new Map() };
  const warnings = new Set<string>();
  let onHolidays = false;
  for (const day of asList(tsz)
    .map(asFields)
    .filter((entry) => entry !== null)) {
    const { weekday, holiday } = readDay(day, state);
    const entries = [...readList(day, "typTsz"), ...readList(day, "tszDesTyps")].map(asFields);
    for (const entry of entries.filter((candidate) => candidate !== null)) {
      const { ranges, unreadable } = readRanges(entry);
      for (const text of unreadable) warnings.add(say.hoursUnreadable(text));
      if (ranges.length === 0) continue;
      const kind = kindOf(readText(entry, "typ"));
      if (!kind) warnings.add(say.hoursTypeUnknown(readText(entry, "typ")));
      else if (!weekday)
        warnings.add(say.dayUnreadable(`${readText(day, "d")} ${readText(day, "t")}`.trim()));
      else if (holiday) onHolidays = true;
      else found[kind].set(weekday, [...(found[kind].get(weekday) ?? []), ...ranges]);
    }
  }
  if (onHolidays && found.phone.size + found.office.size === 0) warnings.add(say.onlyHolidays());
  return { phoneHours: toWeek(found.phone), officeHours: toWeek(found.office), warnings: [...warnings] };
}

/** Weekly hours of two sources put together; overlapping and touching ranges become one. */
export function joinWeeks(first: WeeklyHours, second: WeeklyHours): WeeklyHours {
  const days = new Map<Weekday, Minutes[]>();
  for (const weekday of weekdays) {
    const ranges = [...(first[weekday] ?? []), ...(second[weekday] ?? [])];
    if (ranges.length > 0)
      days.set(
        weekday,
        ranges.map((range) => [toMinutes(range.from), toMinutes(range.to)]),
      );
  }
  return toWeek(days);
}

/** Ranges of one text such as "09:00 - 13:00; 14-16 Uhr"; null for one that is no range of a day. */
export function parseRanges(text: string): (Minutes | null)[] {
  return text
    .split(/[,;|&]|\bund\b|\bu\.|(?<=\d|uhr)\s*\/\s*(?=\d)/i)
    .map((part) => part.trim())
    .filter(isStated)
    .map(parseRange);
}

const time = String.raw`(\d{1,2})(?:[:.h](\d{2})|(\d{2}))?\s*(?:uhr)?`;
const rangePattern = new RegExp(String.raw`^(?:von\s+)?${time}\s*(?:[-‐‑‒–—−~]+|bis)\s*${time}$`, "i");

function parseRange(text: string): Minutes | null {
  const match = rangePattern.exec(text);
  if (!match) return null;
  const [from, to] = [minutesOf(match[1], match[2] ?? match[3]), minutesOf(match[4], match[5] ?? match[6])];
  return from === null || to === null || from >= to || from >= 1440 ? null : [from, to];
}

function minutesOf(hours = "", minutes = "0"): number | null {
  const total = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && total <= 1440 ? total : null;
}

function readRanges(entry: Fields): { ranges: Minutes[]; unreadable: string[] } {
  const ranges: Minutes[] = [];
  const unreadable: string[] = [];
  for (const time of readList(entry, "sprechzeiten")) {
    const fields = asFields(time);
    const text = fields ? readText(fields, "z") || readText(fields, "zeit") : cleanText(time);
    const parsed = parseRanges(text);
    ranges.push(...parsed.filter((range) => range !== null));
    if (parsed.includes(null)) unreadable.push(text);
  }
  return { ranges, unreadable };
}

/** Codes of the new generation, names of the old one: 01, 02, 05, 06 are office hours, 07 is the telephone. */
function kindOf(type: string): "phone" | "office" | null {
  if (/^0?7$/.test(type) || /telefon/i.test(type)) return "phone";
  return /^0?[1256]$/.test(type) || /sprech|psychotherap|termin|praxis|öffnung/i.test(type) ? "office" : null;
}

/** A full date decides the weekday; "22.12." leaves it to `t`, and the year is the latest that fits both. */
function readDay(day: Fields, state: FederalState | null): { weekday: Weekday | null; holiday: boolean } {
  const text = readText(day, "d");
  const named = weekdayNamed(readText(day, "t"));
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(text);
  const iso = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text)?.[1] ?? (german ? isoOf(german, named) : null);
  if (!iso || !isRealDay(iso)) return { weekday: named, holiday: false };
  return { weekday: weekdayOf(iso), holiday: isPublicHoliday(iso, state) };
}

function isoOf([, day = "", month = "", year]: string[], named: Weekday | null): string | null {
  const monthDay = `${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (year) return `${year}-${monthDay}`;
  return (
    yearsOfOldCaptures
      .map((candidate) => `${candidate}-${monthDay}`)
      .find((candidate) => isRealDay(candidate) && weekdayOf(candidate) === named) ?? null
  );
}

/** Days without a year come from the old generation only, which the directory gave up in 2025. */
const yearsOfOldCaptures = [2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019];

function isRealDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

function weekdayNamed(text: string): Weekday | null {
  const index = ["mo", "di", "mi", "do", "fr", "sa", "so"].indexOf(text.slice(0, 2).toLowerCase());
  return weekdays[index] ?? null;
}

/** At most twelve ranges a day, as many as a record holds; touching and overlapping ones are joined first. */
function toWeek(days: Map<Weekday, Minutes[]>): WeeklyHours {
  const week: WeeklyHours = {};
  for (const weekday of weekdays) {
    const joined: Minutes[] = [];
    for (const [from, to] of (days.get(weekday) ?? []).toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = joined.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else joined.push([from, to]);
    }
    if (joined.length > 0) week[weekday] = joined.slice(0, 12).map(toRange);
  }
  return week;
}

function toRange([from, to]: Minutes): TimeRange {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return { from: clock(from), to: clock(to) };
}

function toMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

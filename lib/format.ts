import type { Locale } from "./i18n/locale";

/** Everything happens in Germany: days and times of day are German ones, wherever the server stands. */
export const timeZone = "Europe/Berlin";

const tags: Record<Locale, string> = { de: "de-DE", en: "en-GB" };
const cache = new Map<string, unknown>();

/** "18. November 2026". Takes an instant or a calendar day "YYYY-MM-DD", which no time zone moves. */
export function formatDate(day: Date | string, locale: Locale): string {
  return dateFormat(locale, { day: "numeric", month: "long", year: "numeric" }, day).format(asDate(day));
}

/** "18.11.2026": for tables. */
export function formatDateShort(day: Date | string, locale: Locale): string {
  return dateFormat(locale, { day: "2-digit", month: "2-digit", year: "numeric" }, day).format(asDate(day));
}

/** "Mittwoch, 18. November". */
export function formatWeekday(day: Date | string, locale: Locale): string {
  return dateFormat(locale, { weekday: "long", day: "numeric", month: "long" }, day).format(asDate(day));
}

/** "November 2026". */
export function formatMonth(day: Date | string, locale: Locale): string {
  return dateFormat(locale, { month: "long", year: "numeric" }, day).format(asDate(day));
}

/** "14:30 Uhr", "14:30" in English; German local time. */
export function formatTime(instant: Date, locale: Locale): string {
  const clock = dateFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, instant).format(
    instant,
  );
  return locale === "de" ? `${clock} Uhr` : clock;
}

/** "18. November 2026, 14:30 Uhr". */
export function formatDateTime(instant: Date, locale: Locale): string {
  return `${formatDate(instant, locale)}, ${formatTime(instant, locale)}`;
}

/** "18.11.2026, 14:30": for tables. */
export function formatDateTimeShort(instant: Date, locale: Locale): string {
  const clock = dateFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, instant).format(
    instant,
  );
  return `${formatDateShort(instant, locale)}, ${clock}`;
}

/** "heute", "gestern", "vor 3 Tagen", "in 2 Wochen": calendar days in Germany between `now` and `day`. */
export function formatRelativeDay(day: Date | string, now: Date, locale: Locale): string {
  const days = daysBetween(isoDayOf(now), typeof day === "string" ? day : isoDayOf(day));
  const relative = cached(
    `relative ${locale}`,
    () => new Intl.RelativeTimeFormat(tags[locale], { numeric: "auto" }),
  );
  if (Math.abs(days) < 14) return relative.format(days, "day");
  if (Math.abs(days) < 60) return relative.format(Math.trunc(days / 7), "week");
  return relative.format(Math.trunc(days / 30.44), "month");
}

/** The German calendar day of an instant as "YYYY-MM-DD". */
export function isoDayOf(instant: Date): string {
  return cached("iso", () => new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" })).format(
    instant,
  );
}

/** Whole years between a birth date and a day, both "YYYY-MM-DD"; a 29 February counts from 1 March in other years. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** "1.234,5"; at most `digits` decimals, none by default. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  return numberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** "37 %" for 0.37. */
export function formatPercent(share: number, locale: Locale): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** "35 Min.", from an hour on "1 Std. 15 Min."; rounded up to whole minutes. */
export function formatMinutes(minutes: number, locale: Locale): string {
  const [hourWord, minuteWord] = locale === "de" ? ["Std.", "Min."] : ["hr", "min"];
  const whole = Math.ceil(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const spoken = [hours > 0 && `${hours} ${hourWord}`, (rest > 0 || hours === 0) && `${rest} ${minuteWord}`];
  return spoken.filter(Boolean).join(" ");
}

/** "850 m" below one kilometre, "4,2 km" below ten, "17 km" above. Takes metres. */
export function formatDistance(metres: number, locale: Locale): string {
  if (metres < 995) return `${formatNumber(Math.round(metres / 10) * 10, locale)} m`;
  const kilometres = metres / 1000;
  return `${formatNumber(kilometres, locale, kilometres < 9.95 ? 1 : 0)} km`;
}

/** "312 kB", at least 1. */
export function formatKilobytes(bytes: number, locale: Locale): string {
  return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), locale)} kB`;
}

/** "A, B und C". */
export function formatList(words: readonly string[], locale: Locale, type: "and" | "or" = "and"): string {
  const style = type === "and" ? "conjunction" : "disjunction";
  return cached(`list ${locale} ${type}`, () => new Intl.ListFormat(tags[locale], { type: style })).format(
    words,
  );
}

/** "Deutsch" for "de"; an unknown code comes back as it is. */
export function formatLanguage(code: string, locale: Locale): string {
  const names = cached(`language ${locale}`, () => new Intl.DisplayNames(tags[locale], { type: "language" }));
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

export type NameParts = { title?: string; firstName?: string; lastName: string };

/** "Dr. Mira Sand"; parts that are empty leave no gap. */
export function personName({ title, firstName, lastName }: NameParts): string {
  return joined([title, firstName, lastName], " ");
}

/** "Prof. Dr." of "Prof. Dr. phil. Dipl.-Psych.": what is spoken before a surname; degrees of a profession are not. */
export function spokenTitle(title: string): string {
  return (title.match(/(?<![\p{L}.-])(?:Prof|PD|Priv\.-Doz|Dr)(?![\p{L}-])\.?/giu) ?? [])
    .map((word) => (/^PD/i.test(word) || word.endsWith(".") ? word : `${word}.`))
    .join(" ");
}

/** "Sand, Mira (Dr.)": for lists sorted by surname. */
export function sortableName({ title, firstName, lastName }: NameParts): string {
  const name = joined([lastName, firstName], ", ");
  return title?.trim() ? `${name} (${title.trim()})` : name;
}

export type AddressParts = { street?: string; houseNumber?: string; postalCode?: string; city?: string };

/** "Hauptstraße 5, 52062 Aachen"; parts that are empty leave no gap. */
export function formatAddress({ street, houseNumber, postalCode, city }: AddressParts): string {
  return joined([joined([street, houseNumber], " "), joined([postalCode, city], " ")], ", ");
}

/** "0241 123456" as a link target: "tel:+49241123456"; short numbers such as 112 stay as they are. */
export function telephoneLink(number: string): string {
  const digits = number.replace(/[^\d+]/g, "");
  const international = /^0[1-9]/.test(digits) ? `+49${digits.slice(1)}` : digits;
  return `tel:${international}`;
}

function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(separator);
}

function asDate(day: Date | string): Date {
  return typeof day === "string" ? new Date(`${day}T00:00:00Z`) : day;
}

function daysBetween(from: string, to: string): number {
  return Math.round((asDate(to).getTime() - asDate(from).getTime()) / 86_400_000);
}

function dateFormat(
  locale: Locale,
  options: Intl.DateTimeFormatOptions,
  day: Date | string,
): Intl.DateTimeFormat {
  const zone = typeof day === "string" ? "UTC" : timeZone;
  return cached(
    `date ${locale} ${zone} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: zone }),
  );
}

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached(
    `number ${locale} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(tags[locale], options),
  );
}

/** Intl objects cost up to a millisecond each, so every kind is made once. */
function cached<Value>(key: string, make: () => Value): Value {
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as Value;
}

import { timeZone } from "@/lib/format";
import { type Weekday, weekdays } from "./vocabulary";

const minuteMs = 60_000;
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** What calendar and clock in Germany show at an instant: the day "YYYY-MM-DD" and the minutes since midnight. */
export function germanClock(instant: Date): { day: string; minutes: number } {
  const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    day: `${part.year}-${part.month}-${part.day}`,
    minutes: Number(part.hour) * 60 + Number(part.minute),
  };
}

/**
 * The instant at which German clocks show `minutes` since midnight on a day "YYYY-MM-DD". A time that is skipped in
 * March is the same span after the change; one that comes twice in October is the first.
 */
export function germanInstant(day: string, minutes: number): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs;
  const candidates = [2, 1].map((hours) => new Date(asUtc - hours * 60 * minuteMs));
  const exact = candidates.find((instant) => wallClockMs(instant) === asUtc);
  return exact ?? candidates[1]!;
}

/** The minutes since midnight of a time of day "HH:MM"; "24:00" is 1440. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** The weekday of a calendar day "YYYY-MM-DD". */
export function weekdayOf(day: string): Weekday {
  return weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!;
}

/** The calendar day `days` after "YYYY-MM-DD". */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * minuteMs).toISOString().slice(0, 10);
}

function wallClockMs(instant: Date): number {
  const { day, minutes } = germanClock(instant);
  return Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs;
}

import { type TimeRange, type Weekday, type WeeklyHours, weekdays } from "@/lib/domain/vocabulary";
import { type FormState, textOf } from "../../form/form-state";

const clock = String.raw`(\d{1,2})(?:[:.](\d{2}))?`;
const range = new RegExp(String.raw`^${clock}\s*(?:uhr)?\s*(?:-|–|—|bis|to)\s*${clock}\s*(?:uhr)?$`, "i");

/** "09:00–12:00, 14:00–16:00". */
export function hoursText(ranges: readonly TimeRange[]): string {
  return ranges.map(({ from, to }) => `${from}–${to}`).join(", ");
}

/**
 * The ranges typed for one day: "9-12", "9.30 bis 12 Uhr", several with comma, semicolon or "und". What is no range
 * comes back as one that the schema refuses, so that nothing typed is lost without a word.
 */
export function parseHoursText(text: string): TimeRange[] {
  return text
    .split(/[,;\n]|\s(?:und|and|u\.)\s/i)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(parseRange);
}

/** One text field per weekday, named `name.mon` to `name.sun`. */
export function hoursValues(name: string, hours: WeeklyHours): FormState["values"] {
  return Object.fromEntries(weekdays.map((day) => [fieldOfDay(name, day), hoursText(hours[day] ?? [])]));
}

/** The hours of a week from its fields; days without a text are left out. */
export function hoursOf(values: FormState["values"], name: string): WeeklyHours {
  const days = weekdays.map((day) => [day, parseHoursText(textOf(values, fieldOfDay(name, day)))] as const);
  return Object.fromEntries(days.filter(([, ranges]) => ranges.length > 0));
}

export const fieldOfDay = (name: string, day: Weekday) => `${name}.${day}`;

function parseRange(text: string): TimeRange {
  const [, fromHour, fromMinute, toHour, toMinute] = range.exec(text) ?? [];
  if (fromHour === undefined || toHour === undefined) return { from: text, to: "" };
  return { from: written(fromHour, fromMinute), to: written(toHour, toMinute) };
}

const written = (hour: string, minute = "00") => `${hour.padStart(2, "0")}:${minute}`;

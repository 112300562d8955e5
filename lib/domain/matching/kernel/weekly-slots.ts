import { type WeeklyHours, weekdays } from "../../vocabulary";

/** Length of one therapy hour in minutes. */
const slotMinutes = 50;

const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;
const partMinutes = 6 * 60;

/**
 * The spans of a week that hold at least one slot: start and end in turn, in minutes since Monday 00:00, ascending,
 * without overlap. Ranges that overlap or touch are one span, also over midnight, for 24:00 and the next day's 00:00
 * are the same moment; a span over Sunday's midnight runs on beyond the week's end. Null: no hours stated.
 */
export function weeklySpans(hours: WeeklyHours): number[] | null {
  const ranges = statedRanges(hours);
  if (ranges.length === 0) return null;
  const merged = mergeTouching(ranges);
  const first = merged[0]!;
  const last = merged[merged.length - 1]!;
  // As much of Monday as a slot begun on Sunday can need; Monday's own span stays as it is.
  if (first.start === 0 && last.end === weekMinutes) last.end += Math.min(first.end, slotMinutes);
  return merged
    .filter(({ start, end }) => end - start >= slotMinutes)
    .flatMap(({ start, end }) => [start, end]);
}

/** Whether two rows of spans (positions `from` to `to` of flat arrays) have a whole slot in common. */
export function haveCommonSlot(
  a: ArrayLike<number>,
  aFrom: number,
  aTo: number,
  b: ArrayLike<number>,
  bFrom: number,
  bTo: number,
): boolean {
  let i = aFrom;
  let j = bFrom;
  while (i < aTo && j < bTo) {
    const endA = a[i + 1]!;
    const endB = b[j + 1]!;
    const start = a[i]! > b[j]! ? a[i]! : b[j]!;
    if ((endA < endB ? endA : endB) - start >= slotMinutes) return true;
    if (endA < endB) i += 2;
    else j += 2;
  }
  return false;
}

/** The quarters of the week's days that spans touch, one bit each: no common bit, no common slot. */
export function partsOfWeek(spans: readonly number[]): number {
  let parts = 0;
  for (let i = 0; i < spans.length; i += 2) {
    for (let part = Math.floor(spans[i]! / partMinutes); part * partMinutes < spans[i + 1]!; part++) {
      parts |= 1 << (part % (weekMinutes / partMinutes));
    }
  }
  return parts;
}

type Span = { start: number; end: number };

function statedRanges(hours: WeeklyHours): Span[] {
  const ranges: Span[] = [];
  for (const [day, weekday] of weekdays.entries()) {
    for (const { from, to } of hours[weekday] ?? []) {
      const start = day * dayMinutes + minutesOf(from);
      const end = day * dayMinutes + minutesOf(to);
      if (end > start) ranges.push({ start, end });
    }
  }
  return ranges;
}

function mergeTouching(ranges: Span[]): Span[] {
  const merged: Span[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push(range);
  }
  return merged;
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

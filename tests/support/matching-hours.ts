import fc from "fast-check";
import { type WeeklyHours, weekdays } from "@/lib/domain/vocabulary";

/** Minutes of the week around which both sides of a world have time: a morning, midnights, the end of the week. */
export const meetings = [600, 1440, 3 * 1440, 0];

/** Hours of one side: at odd edges of the days, nearly all week, or around the meeting. */
export function hours(meeting: number): fc.Arbitrary<WeeklyHours> {
  const minutes = [0, 29, 30, 50, 51, 540, 589, 590, 591, 600, 640, 1389, 1390, 1391, 1410, 1415, 1440];
  const range = fc
    .tuple(fc.constantFrom(...minutes), fc.constantFrom(...minutes))
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ from: clock(from), to: clock(to) }));
  const day = fc.constantFrom(...weekdays, "sun" as const, "mon" as const, "mon" as const);
  const edges = fc
    .array(fc.tuple(day, fc.array(range, { maxLength: 3 })), { maxLength: 3 })
    .map((days) => Object.fromEntries(days) as WeeklyHours);
  const broad = fc.constant<WeeklyHours>({
    mon: [{ from: "00:00", to: "24:00" }],
    sun: [{ from: "23:00", to: "24:00" }],
  });
  return fc.oneof(edges, { weight: 2, arbitrary: broad }, { weight: 1, arbitrary: hoursAround(meeting) });
}

/** A few minutes before and after a minute of the week, so that what two have in common is about one slot. */
function hoursAround(meeting: number): fc.Arbitrary<WeeklyHours> {
  const part = fc.constantFrom(0, 24, 25, 26, 49, 50, 90);
  return fc.tuple(part, part).map(([before, after]) => {
    const hours: WeeklyHours = {};
    for (const [start, end] of splitAtMidnight(meeting - before, meeting + after)) {
      const day = Math.floor(start / 1440);
      const weekday = weekdays[(day + 7) % 7]!;
      hours[weekday] = [
        ...(hours[weekday] ?? []),
        { from: clock(start - day * 1440), to: clock(end - day * 1440) },
      ];
    }
    return hours;
  });
}

function splitAtMidnight(start: number, end: number): [number, number][] {
  const midnight = (Math.floor(start / 1440) + 1) * 1440;
  const parts: [number, number][] =
    midnight < end
      ? [
          [start, midnight],
          [midnight, end],
        ]
      : [[start, end]];
  return parts.filter(([from, to]) => from < to);
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

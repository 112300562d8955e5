import { AppError } from "@/lib/core/errors";
import { type TimeRange, type Weekday, type WeeklyHours, travelModes } from "@/lib/domain/vocabulary";
import { z } from "zod";
import { choice, list, readFields } from "./fields";
import type { Step } from "./step";

export const offeredDays = ["mon", "tue", "wed", "thu", "fri", "sat"] as const;
export const dayParts = ["morning", "afternoon", "evening"] as const;
export type DayPart = (typeof dayParts)[number];
export const offeredMinutes = ["15", "30", "45", "60", "90"] as const;

/** What the parts of a day mean for practice hours; each begins where the one before ends. */
const hours: Record<DayPart, TimeRange> = {
  morning: { from: "08:00", to: "12:00" },
  afternoon: { from: "12:00", to: "17:00" },
  evening: { from: "17:00", to: "21:00" },
};
/** "At any time": every hour in which practices work, so that no practice is left out as not checkable. */
const anyTime: WeeklyHours = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri"].map((weekday) => [weekday, [{ from: "07:00", to: "21:00" }]]),
);

const slots = offeredDays.flatMap((weekday) => dayParts.map((part) => `${weekday}.${part}` as const));
type Slot = (typeof slots)[number];

const fields = {
  timesKind: choice(["any", "some"], "times_missing"),
  times: list(z.array(z.enum(slots as [Slot, ...Slot[]]))),
  travelMode: choice(travelModes, "travel_mode_missing"),
  travelMinutes: choice(offeredMinutes, "travel_minutes_missing"),
};

/** When the person can come and how far they can travel. */
export const times: Step = {
  id: "times",
  fields,
  read(values) {
    const { timesKind, times: chosen, travelMode, travelMinutes } = readFields(fields, values);
    if (timesKind === "some" && chosen.length === 0)
      throw new AppError("invalid", "invalid", { fields: { times: "choose_time" } });
    return {
      availability: timesKind === "any" ? anyTime : availabilityOf(chosen),
      travel: { mode: travelMode, maxMinutes: Number(travelMinutes), maxKm: null },
    };
  },
};

/** Whether these hours say "at any time". */
export const isAnyTime = (hours: WeeklyHours): boolean => hours === anyTime;

/** Chosen parts of days as hours; parts that touch become one range. */
export function availabilityOf(chosen: readonly Slot[]): WeeklyHours {
  const days = offeredDays.map((weekday): [Weekday, TimeRange[]] => {
    const parts = dayParts.filter((part) => chosen.includes(`${weekday}.${part}`));
    return [weekday, joined(parts.map((part) => hours[part]))];
  });
  return Object.fromEntries(days.filter(([, ranges]) => ranges.length > 0));
}

function joined(ranges: readonly TimeRange[]): TimeRange[] {
  return ranges.reduce<TimeRange[]>((done, { from, to }) => {
    const last = done.at(-1);
    return last?.to === from ? [...done.slice(0, -1), { from: last.from, to }] : [...done, { from, to }];
  }, []);
}

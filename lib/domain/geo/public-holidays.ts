import { getHolidays } from "feiertagejs";
import type { FederalState } from "./federal-states";

/**
 * Whether a day ("YYYY-MM-DD") is a public holiday in a federal state; without a state only the nationwide ones
 * count. Holidays of single towns (Augsburg's 8 August) are not included; Assumption Day counts in all of Bavaria.
 */
export function isPublicHoliday(day: string, state: FederalState | null): boolean {
  return holidaysOf(Number(day.slice(0, 4)), state ?? "BUND").has(day);
}

const known = new Map<string, Set<string>>();

function holidaysOf(year: number, region: FederalState | "BUND"): Set<string> {
  const key = `${year} ${region}`;
  const days = known.get(key) ?? new Set(getHolidays(year, region).map((holiday) => holiday.dateString));
  known.set(key, days);
  return days;
}

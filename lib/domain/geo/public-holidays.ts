import type { FederalState } from "./federal-states";

/**
 * Whether a day ("YYYY-MM-DD") is a public holiday in a federal state; without a state only the nationwide ones
 * count. Holds for 2000 and later. Holidays of single towns (Augsburg's 8 August) and Assumption Day, which
 * Bavaria keeps only in mainly Catholic places, are not included.
 */
export function isPublicHoliday(day: string, state: FederalState | null): boolean {
  const year = Number(day.slice(0, 4));
  const monthDay = day.slice(5);
  if (nationwide.has(monthDay)) return true;
  if (state && regional(monthDay, year).includes(state)) return true;
  const offset = daysBetween(easterSunday(year), day);
  if (nationwideFromEaster.has(offset)) return true;
  return state !== null && (regionalFromEaster.get(offset)?.includes(state) ?? false);
}

/** Easter Sunday of a year in the Gregorian calendar as "YYYY-MM-DD" (Gauss's method with both corrections). */
export function easterSunday(year: number): string {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moon =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const full =
    moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  return addDays(`${year}-03-28`, full - weekday);
}

const nationwide = new Set(["01-01", "05-01", "10-03", "12-25", "12-26"]);
/** Days after Easter Sunday: Good Friday, Easter Monday, Ascension, Whit Monday. */
const nationwideFromEaster = new Set([-2, 1, 39, 50]);

/** Easter Sunday, Whit Sunday, Corpus Christi. */
const regionalFromEaster = new Map<number, readonly FederalState[]>([
  [0, ["BB"]],
  [49, ["BB"]],
  [60, ["BW", "BY", "HE", "NW", "RP", "SL"]],
]);

function regional(monthDay: string, year: number): readonly FederalState[] {
  switch (monthDay) {
    case "01-06":
      return ["BW", "BY", "ST"];
    case "03-08":
      return year >= 2023 ? ["BE", "MV"] : year >= 2019 ? ["BE"] : [];
    case "05-08":
      return year === 2020 || year === 2025 ? ["BE"] : [];
    case "08-15":
      return ["SL"];
    case "09-20":
      return year >= 2019 ? ["TH"] : [];
    case "10-31":
      if (year === 2017) return allStates;
      return year >= 2018 ? ["BB", "HB", "HH", "MV", "NI", "SH", "SN", "ST", "TH"] : eastern;
    case "11-01":
      return ["BW", "BY", "NW", "RP", "SL"];
    default:
      return isRepentanceDay(monthDay, year) ? ["SN"] : [];
  }
}

const eastern: readonly FederalState[] = ["BB", "MV", "SN", "ST", "TH"];
const allStates: readonly FederalState[] = [
  ...eastern,
  "BE",
  "BW",
  "BY",
  "HB",
  "HE",
  "HH",
  "NI",
  "NW",
  "RP",
  "SH",
  "SL",
];

/** Buß- und Bettag: the Wednesday before 23 November. */
function isRepentanceDay(monthDay: string, year: number): boolean {
  return (
    monthDay >= "11-16" && monthDay <= "11-22" && new Date(`${year}-${monthDay}T00:00Z`).getUTCDay() === 3
  );
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

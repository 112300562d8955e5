import type { Locale } from "@/lib/i18n/locale";

const dayMs = 24 * 60 * 60 * 1000;

/** "9 Monate", "3 Wochen", "5 Tage": how long something has lasted, in the coarsest unit that says enough. */
export function waitingTime(since: Date, now: Date, locale: Locale): string {
  const days = Math.max(0, Math.floor((now.getTime() - since.getTime()) / dayMs));
  if (days < 14) return inUnits(days, "day", locale);
  if (days < 70) return inUnits(Math.floor(days / 7), "week", locale);
  return inUnits(Math.floor(days / 30.44), "month", locale);
}

function inUnits(amount: number, unit: "day" | "week" | "month", locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(amount);
}

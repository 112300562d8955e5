import { ageOn as ageOnDay } from "@/lib/format";

/**
 * Full years of a person born on `birthDate` ("YYYY-MM-DD") on the day of `now` in Germany, or null. Who was born on
 * 29 February has their birthday on 1 March in other years (§ 188 (2) BGB).
 */
export function ageOn(birthDate: string | null, now: Date): number | null {
  if (!birthDate) return null;
  return ageOnDay(birthDate, dayOf(now));
}

/** Made once: it takes longer to make than to use. */
const germanDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" });

/** The instant that was asked about last: lists ask about hundreds of people at one and the same. */
let last = { at: NaN, day: "" };

function dayOf(now: Date): string {
  const at = now.getTime();
  if (last.at !== at) last = { at, day: germanDay.format(now) };
  return last.day;
}

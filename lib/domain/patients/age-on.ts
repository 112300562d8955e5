/**
 * Full years of a person born on `birthDate` ("YYYY-MM-DD") on the day of `now` in Germany, or null. Who was born on
 * 29 February has their birthday on 1 March in other years (§ 188 (2) BGB).
 */
export function ageOn(birthDate: string | null, now: Date): number | null {
  if (!birthDate) return null;
  const today = germanDay.format(now);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Made once: it takes longer to make than to use. */
const germanDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" });

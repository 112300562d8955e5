import { isoDayOf } from "@/lib/format";
import type { FederalState } from "../geo/federal-states";
import type { Settings } from "../settings/settings";
import type { WeeklyHours } from "../vocabulary";
import { addDays, germanInstant } from "../german-time";
import { isContactDay, nextContactTime } from "./contact-calendar";

export type SendingRules = { state: FederalState | null } & Pick<
  Settings,
  "quietHours" | "mailFromHour" | "mailToHour"
>;

/**
 * The first instant from `now` on at which a mail that nobody waits for may leave: on a working day of the recipient's
 * federal state, within the hours that were set. `now` itself when quiet hours are switched off.
 */
export function nextSendingTime(
  now: Date,
  { state, quietHours, mailFromHour, mailToHour }: SendingRules,
): Date {
  if (!quietHours) return now;
  const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
  const range = { from: clock(mailFromHour), to: clock(mailToHour) };
  const hours: WeeklyHours = { mon: [range], tue: [range], wed: [range], thu: [range], fri: [range] };
  return nextContactTime(now, { state, hours }) ?? now;
}

/** When the German day of this instant began, and when the next one does. */
export function germanDay(now: Date): { start: Date; end: Date } {
  const day = isoDayOf(now);
  return { start: germanInstant(day, 0), end: germanInstant(addDays(day, 1), 0) };
}

/**
 * The instants that belong to one day of sending: what is handed over in them leaves on that day, what comes after the
 * hours of a working day with the next one. Holidays that only some federal states keep count as working days.
 */
export function sendingDay(
  now: Date,
  rules: Pick<Settings, "quietHours" | "mailFromHour" | "mailToHour">,
): { start: Date; end: Date } {
  if (!rules.quietHours) return germanDay(now);
  const day = isoDayOf(nextSendingTime(now, { ...rules, state: null }));
  let before = addDays(day, -1);
  while (!isContactDay(before, null)) before = addDays(before, -1);
  const closing = rules.mailToHour * 60;
  return { start: germanInstant(before, closing), end: germanInstant(day, closing) };
}

import { nextSendingTime } from "../outreach/sending-time";
import type { Settings } from "../settings/settings";
import { type PhoneLine, reachableUntil } from "./phone-slots";
import { appointmentLeadMs } from "./status";

/** So long after the agreed time a practice may still be called. */
export const latestAppointmentMs = 2 * 60 * 60_000;

/** `good`: they take calls, or asked for one now. `off-hours`: not in their hours. `quiet`: nobody is called. */
export type CallTime = "good" | "off-hours" | "quiet";

type PlannedCall = { byAppointment: boolean; plannedAt: Date };

/** An appointment holds from half an hour before until two hours after, whatever the hours are. */
export function isAgreedFor(now: Date, { byAppointment, plannedAt }: PlannedCall): boolean {
  const dueIn = plannedAt.getTime() - now.getTime();
  return byAppointment && dueIn <= appointmentLeadMs && dueIn > -latestAppointmentMs;
}

/**
 * Whether this is a time to call. Outside its own hours a practice may be called in the hours in which practices are
 * written to; at night, at weekends and on the holidays of its state nobody is called who did not ask for it.
 */
export function callTimeAt(
  now: Date,
  call: PlannedCall,
  line: PhoneLine,
  settings: Pick<Settings, "quietHours" | "mailFromHour" | "mailToHour">,
): CallTime {
  if (isAgreedFor(now, call) || reachableUntil(line, now)) return "good";
  return nextSendingTime(now, { ...settings, state: line.state }) > now ? "quiet" : "off-hours";
}

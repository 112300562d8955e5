import type { Settings } from "../settings/settings";

const dayMs = 24 * 60 * 60 * 1000;

/** When an inquiry that is sent at this instant should be answered: before somebody calls. */
export function dueAtOf({ reminderAfterDays, callAfterDays }: Settings, sentAt: Date): Date {
  return new Date(sentAt.getTime() + (reminderAfterDays + callAfterDays) * dayMs);
}

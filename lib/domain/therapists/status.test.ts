import { expect, test } from "vitest";
import { type TherapistStatus, therapistStatuses, therapistStatusesBefore } from "./status";

/** Every pair that is allowed; whatever is not here is refused. */
const allowed: [TherapistStatus, TherapistStatus][] = [
  ["pending_review", "active"],
  ["pending_review", "blocked"],
  ["pending_review", "inactive"],
  ["active", "blocked"],
  ["active", "inactive"],
  ["blocked", "active"],
  ["blocked", "inactive"],
  ["inactive", "active"],
  ["inactive", "pending_review"],
];

test.each(therapistStatuses.flatMap((from) => therapistStatuses.map((to) => [from, to] as const)))(
  "a therapist goes from %s to %s only where that is meant",
  (from, to) => {
    expect(therapistStatusesBefore(to).includes(from)).toBe(allowed.some(([a, b]) => a === from && b === to));
  },
);

import { expect, test } from "vitest";
import { type SearchStatus, searchStatuses, searchStatusesBefore } from "./status";

/** Every pair that is allowed; whatever is not here is refused. */
const allowed: [SearchStatus, SearchStatus][] = [
  ["unverified", "active"],
  ["unverified", "cancelled"],
  ["active", "paused"],
  ["active", "placed"],
  ["active", "cancelled"],
  ["paused", "active"],
  ["paused", "cancelled"],
  ["placed", "active"],
  ["placed", "cancelled"],
];

test.each(searchStatuses.flatMap((from) => searchStatuses.map((to) => [from, to] as const)))(
  "a search goes from %s to %s only where that is meant",
  (from, to) => {
    expect(searchStatusesBefore(to).includes(from)).toBe(allowed.some(([a, b]) => a === from && b === to));
  },
);

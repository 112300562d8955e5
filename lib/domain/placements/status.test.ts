import { expect, test } from "vitest";
import {
  type PlacementStatus,
  canFollow,
  failReasons,
  failReasonsOf,
  namedPlacementStatuses,
  openPlacementStatuses,
  placementStatuses,
  placementStatusesBefore,
} from "./status";

/** Every pair that is allowed; whatever is not here is refused. */
const allowed: [PlacementStatus, PlacementStatus][] = [
  ["accepted", "confirmed"],
  ["accepted", "failed"],
  ["confirmed", "first_talk"],
  ["confirmed", "trial_sessions"],
  ["confirmed", "started"],
  ["confirmed", "failed"],
  ["first_talk", "trial_sessions"],
  ["first_talk", "started"],
  ["first_talk", "failed"],
  ["trial_sessions", "started"],
  ["trial_sessions", "failed"],
  ["started", "failed"],
];

test.each(placementStatuses.flatMap((from) => placementStatuses.map((to) => [from, to] as const)))(
  "a placement goes from %s to %s only where that is meant",
  (from, to) => {
    const isAllowed = allowed.some(([a, b]) => a === from && b === to);
    expect(placementStatusesBefore(to).includes(from)).toBe(isAllowed);
    expect(canFollow(from, to)).toBe(isAllowed);
  },
);

test("a placement is open as long as it can still go somewhere, and closed once therapy started", () => {
  const goesOn = placementStatuses.filter((from) => allowed.some(([start]) => start === from));
  expect(goesOn).toEqual([...openPlacementStatuses, "started"]);
});

test("nobody is named before the patient confirmed, nor once nothing comes of it", () => {
  expect(namedPlacementStatuses).not.toContain("accepted");
  expect(namedPlacementStatuses).not.toContain("failed");
  const named: readonly PlacementStatus[] = namedPlacementStatuses;
  expect(placementStatuses.filter((status) => !named.includes(status))).toEqual(["accepted", "failed"]);
});

test("what follows from events, or has a verb of its own, cannot be said as a reason by anybody", () => {
  const said = Object.values(failReasonsOf).flat() as string[];
  expect(failReasons.filter((reason) => !said.includes(reason))).toEqual([
    "lapsed",
    "taken_back",
    "search_ended",
    "consent_withdrawn",
  ]);
});

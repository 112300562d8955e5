/**
 * One patient's search for a place. `unverified` waits for the double opt-in; `placed` means that an acceptance
 * won. The placement goes on from there (lib/domain/placements/status.ts); when it fails, the search comes back.
 */
export const searchStatuses = ["unverified", "active", "paused", "placed", "cancelled"] as const;
export type SearchStatus = (typeof searchStatuses)[number];

const transitions: Record<SearchStatus, readonly SearchStatus[]> = {
  unverified: ["active", "cancelled"],
  active: ["paused", "placed", "cancelled"],
  paused: ["active", "cancelled"],
  placed: ["active", "cancelled"],
  cancelled: [],
};

/** The states from which a search may enter `to`. */
export function searchStatusesBefore(to: SearchStatus): SearchStatus[] {
  return searchStatuses.filter((from) => transitions[from].includes(to));
}

/** A patient has at most one search in one of these states. */
export const runningSearchStatuses = ["unverified", "active", "paused"] as const;

/** Why a search was ended, in a word that can be counted. */
export const cancelReasons = ["found_elsewhere", "no_longer_wanted", "not_reachable", "other"] as const;
export type CancelReason = (typeof cancelReasons)[number];

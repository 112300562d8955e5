export const callStatuses = ["planned", "done", "failed", "cancelled"] as const;
export type CallStatus = (typeof callStatuses)[number];

/** What came of a call. Only who was not reached, or asks for it, is called again. */
export const callResults = ["reached", "not_reached", "call_back", "wrong_number", "objection"] as const;
export type CallResult = (typeof callResults)[number];

/** Somebody spoke to the practice, which may have said something about the people it was asked about. */
export const isReached = (result: CallResult) => result !== "not_reached" && result !== "wrong_number";

/** So long before the agreed time a practice may be called. */
export const appointmentLeadMs = 30 * 60_000;

export const callStatuses = ["planned", "done", "failed", "cancelled"] as const;
export type CallStatus = (typeof callStatuses)[number];

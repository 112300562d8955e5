/**
 * An outgoing mail. `unknown`: the mail server may have taken it but we did not live to write that down; a person
 * decides, it is never sent a second time by itself. `kept`: no mail server is configured, shown to staff only.
 */
export const mailStatuses = ["queued", "sending", "sent", "kept", "failed", "unknown", "cancelled"] as const;
export type MailStatus = (typeof mailStatuses)[number];

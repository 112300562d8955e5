/** Asked one by one and never ticked in advance; each text has a version. */
export const consentKinds = ["processing", "sharing", "identity", "status_mails"] as const;
export type ConsentKind = (typeof consentKinds)[number];
/** A search runs only while these are in force. */
export const requiredConsents: readonly ConsentKind[] = ["processing", "sharing"];
export const consentTextVersion = "2026-11";

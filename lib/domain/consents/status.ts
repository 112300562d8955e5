/** Asked one by one and never ticked in advance; each text has a version. */
export const consentKinds = ["processing", "sharing", "identity", "status_mails"] as const;
export type ConsentKind = (typeof consentKinds)[number];
/** A search runs only while these are in force. */
export const requiredConsents: readonly ConsentKind[] = ["processing", "sharing"];
export const consentTextVersion = "2026-11b";

/** The first text on passing on the name spoke of the telephone number only, and of no e-mail address in its place. */
export const coversContact = (version: string, phone: string | null) =>
  version !== "2026-11" || phone !== null;

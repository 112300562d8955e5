/** How a practice was asked, or answered. */
export const contactChannels = [
  "mail",
  "reminder",
  "page",
  "call",
  "answer",
  "placement",
  "expiry",
  "own",
] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** What the evidence has to show; docs/glossary.md says where it comes from. */
export const dossierChecks = [
  "statutory",
  "insurer",
  "consultation",
  "ptv11",
  "insurer_asked",
  "mandate",
  "enough_contacts",
  "all_settled",
] as const;
export type DossierCheck = (typeof dossierChecks)[number];

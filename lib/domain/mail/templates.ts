/** Every mail that is sent, and to whom. Texts are in lib/email/templates. */
export const mailTemplates = {
  confirm_email: "patient",
  search_started: "patient",
  place_found: "patient",
  inquiry: "practice",
  inquiry_reminder: "practice",
} as const;
export type MailTemplate = keyof typeof mailTemplates;

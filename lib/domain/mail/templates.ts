/**
 * Every mail that is sent: to whom, and whether it leaves at once because somebody waits for it, or in hours in which
 * people like to be written to. The words are in lib/i18n/messages, under `mails`.
 */
export const mailTemplates = {
  confirm_email: { to: "patient", when: "at-once" },
  registered: { to: "patient", when: "at-once" },
  search_started: { to: "patient", when: "at-once" },
  weekly_status: { to: "patient", when: "contact-hours" },
  /** Staff changed the address: the links mailed to the old one lead nowhere. */
  new_address: { to: "patient", when: "at-once" },
  /** A practice accepted: would you like the place? Names the practice on the page only. */
  acceptance_confirm: { to: "patient", when: "at-once" },
  /** At once: the place lapses soon, over a long weekend too. */
  acceptance_reminder: { to: "patient", when: "at-once" },
  /** Nothing was heard in time; the search goes on with its waiting date. */
  acceptance_lapsed: { to: "patient", when: "contact-hours" },
  /** The practice's yes was a mistake; whoever heard of it already learns that, and that the search goes on. */
  acceptance_taken_back: { to: "patient", when: "at-once" },
  /** The place did not work out, before or after the first talk; the search goes on with its waiting date. */
  back_in_queue: { to: "patient", when: "contact-hours" },
  /** The practice knows the name now; how to reach it stands on the page. */
  practice_contact: { to: "patient", when: "at-once" },
  /** The practice learns no name: the patient calls there, with the sign. */
  practice_to_call: { to: "patient", when: "at-once" },
  first_talk_patient: { to: "patient", when: "contact-hours" },
  /** After the first talk: do the trial sessions run, has it begun? */
  progress_patient: { to: "patient", when: "contact-hours" },
  /** The therapy has begun. */
  placed: { to: "patient", when: "contact-hours" },
  pause_ending: { to: "patient", when: "contact-hours" },
  search_closed: { to: "patient", when: "at-once" },
  inquiry: { to: "practice", when: "contact-hours" },
  inquiry_reminder: { to: "practice", when: "contact-hours" },
  /** To a colleague in the practice, whose address the practice gave (`MailOrder.to`). */
  inquiry_forwarded: { to: "practice", when: "contact-hours" },
  /** Everybody in the inquiry is gone, to other practices, before this one answered anything. */
  already_placed: { to: "practice", when: "contact-hours" },
  answer_receipt: { to: "practice", when: "at-once" },
  /** The patient wants the place: name and contact stand on the answer page. */
  patient_confirmed: { to: "practice", when: "contact-hours" },
  /** The patient wants the place and calls; nobody is named. */
  patient_will_call: { to: "practice", when: "contact-hours" },
  first_talk_practice: { to: "practice", when: "contact-hours" },
  progress_practice: { to: "practice", when: "contact-hours" },
  /** The patient did not take the place, or gave it back. */
  place_free_again: { to: "practice", when: "contact-hours" },
  /** The patient withdrew the consent that the placement stood on: what the practice knows is to be deleted. */
  contact_withdrawn: { to: "practice", when: "contact-hours" },
  /** The patient withdrew only the consent to be named: the practice deletes name and contact, the place stays taken. */
  identity_withdrawn: { to: "practice", when: "contact-hours" },
  task_due: { to: "staff", when: "at-once" },
} as const satisfies Record<
  string,
  { to: "patient" | "practice" | "staff"; when: "at-once" | "contact-hours" }
>;
export type MailTemplate = keyof typeof mailTemplates;

/** The templates that go to one kind of recipient. */
export type MailTemplateTo<Recipient> = {
  [Key in MailTemplate]: (typeof mailTemplates)[Key]["to"] extends Recipient ? Key : never;
}[MailTemplate];

/** What asks a practice; the other mails to it answer what it did itself. */
const askingTemplates = [
  "inquiry",
  "inquiry_reminder",
  "inquiry_forwarded",
] as const satisfies readonly MailTemplateTo<"practice">[];

/** What a practice has to learn about a patient whom it accepted; when no mail reaches it, it is called. */
export const placementLetters = [
  "patient_confirmed",
  "patient_will_call",
  "place_free_again",
  "contact_withdrawn",
  "identity_withdrawn",
  "first_talk_practice",
  "progress_practice",
] as const satisfies readonly MailTemplateTo<"practice">[];
export type PlacementLetter = (typeof placementLetters)[number];

/** What asks a practice to delete a name; nothing but its doing so makes that moot. */
export const deletionLetters = [
  "contact_withdrawn",
  "identity_withdrawn",
] as const satisfies readonly PlacementLetter[];

/** What tells a patient that a practice holds a place, until when. */
export const offerLetters = [
  "acceptance_confirm",
  "acceptance_reminder",
] as const satisfies readonly MailTemplateTo<"patient">[];

/** What a patient has to learn about a place; when no mail arrives, they are called. */
export const patientLetters = [
  ...offerLetters,
  "acceptance_lapsed",
  "acceptance_taken_back",
  "back_in_queue",
  "practice_contact",
  "practice_to_call",
  "first_talk_patient",
  "progress_patient",
  "placed",
] as const satisfies readonly MailTemplateTo<"patient">[];
export type PatientLetter = (typeof patientLetters)[number];

/** Of a key that was stored: the letter about a placement that it names, or null. */
export const findPlacementLetter = (key: string | null): PatientLetter | PlacementLetter | null =>
  [...placementLetters, ...patientLetters].find((letter) => letter === key) ?? null;

/** Whether a key that was stored is a template that goes to this kind of recipient. */
export const goesTo = <Recipient extends "patient" | "practice" | "staff">(
  key: string,
  recipient: Recipient,
): key is MailTemplateTo<Recipient> =>
  Object.hasOwn(mailTemplates, key) && mailTemplates[key as MailTemplate].to === recipient;

/** Whether a mail of this kind waits for hours in which people like to be written to. */
export const waitsForHours = (key: string): boolean =>
  Object.hasOwn(mailTemplates, key) && mailTemplates[key as MailTemplate].when === "contact-hours";

/** Whether a mail of this kind asks a practice for a place. */
export const asksPractice = (key: string): boolean => askingTemplates.some((template) => template === key);

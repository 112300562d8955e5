import type { Translation } from "../../translation";
import type { evidence as german } from "../de/evidence";

export const evidence: Translation<typeof german> = {
  title: "Evidence for the health insurer",
  lead: "{contacts, plural, =0 {No contacts} one {One contact} other {# contacts}} recorded, {seats, plural, =0 {no practices} one {one practice} other {# practices}} with statutory accreditation asked.",
  forPatients:
    "Here you can see which practices we have asked for you and what they answered. You can use this evidence to ask your health insurer whether it will pay for treatment in a private practice (Kostenerstattung, section 13 (3) SGB V).",
  noAdvice:
    "This is not legal advice. Your health insurer decides whether it will pay. The document itself is in German.",
  pdf: "Download as PDF",
  csv: "Download as a spreadsheet",
  complete: "What we have and what is missing",
  there: "available",
  missing: "missing",
  back: "Back to your page",
  link: "Evidence for the health insurer",
  done: {
    added: "The contact has been added.",
    removed: "The contact has been deleted.",
    saved: "Saved.",
  },
  checks: {
    statutory: {
      label: "Statutory health insurance",
      todo: "This evidence is only intended for people with statutory health insurance.",
    },
    insurer: {
      label: "Health insurer and insurance number",
      todo: "Please complete the insurance details.",
    },
    consultation: {
      label: "Psychotherapy consultation (Sprechstunde)",
      todo: "The consultation is the first step. Please add the date once it has taken place.",
    },
    ptv11: {
      label: "Result of the consultation (PTV 11)",
      todo: "The PTV 11 form should recommend treatment.",
    },
    insurer_asked: {
      label: "Health insurer asked",
      todo: "Please enter when the health insurer was asked for help with the search.",
    },
    mandate: {
      label: "Authorisation from the insured person",
      todo: "The service has not been authorised yet.",
    },
    enough_contacts: {
      label: "Enough practices with statutory accreditation asked",
      todo: "{contacted, number} of {wanted, number} so far.",
    },
    all_settled: {
      label: "A result for every practice asked",
      todo: "No practice has been asked yet, or we are still waiting for an answer.",
    },
  },
  contacts: {
    title: "Contacts with practices",
    text: "This is how they appear in the document, which is in German.",
    none: "No practices have been asked so far.",
    when: "Date and time",
    therapist: "Practice",
    seat: "Statutory accreditation",
    channel: "Contacted by",
    result: "Result",
    wait: "Waiting time given",
    remove: "Delete",
  },
  own: {
    title: "Add a practice you asked yourself",
    name: "Name of the practice or person",
    city: "Town or city",
    on: "When was this?",
    channel: "How did you ask?",
    channels: { phone: "Phone", mail: "Email", visit: "Visit", letter: "Letter" },
    result: "What was the outcome?",
    results: {
      not_reached: "Could not be reached",
      no_answer: "No answer",
      no_place: "No place available",
      waiting_list: "Waiting list only",
      unsuitable: "Treatment not possible there",
    },
    choose: "Please choose",
    seat: "Does the practice have statutory accreditation (Kassensitz)?",
    seatHint: "If so, it can bill statutory health insurers.",
    wait: "Waiting time given",
    weeks: "weeks",
    add: "Add",
  },
  facts: {
    title: "More details",
    mandate: "Authorisation signed on",
    mandateHint: "This allows the service to keep the evidence on the person’s behalf.",
    insurer: "Health insurer asked on",
    insurerHint: "When the health insurer was asked for help with the search or for reimbursement.",
    save: "Save",
  },
};

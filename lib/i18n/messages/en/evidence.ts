import type { Translation } from "../../translation";
import type { evidence as german } from "../de/evidence";

export const evidence: Translation<typeof german> = {
  title: "Evidence for the health insurer",
  lead: "{contacts, plural, =0 {No contact} one {One contact} other {# contacts}} written down, {seats, plural, =0 {no practice} one {one practice} other {# practices}} with a statutory seat asked.",
  forPatients:
    "Here you see which practices we asked for you and what they answered. With this evidence you can ask your health insurer whether it pays for treatment in a private practice (reimbursement, § 13 (3) SGB V).",
  noAdvice:
    "This is not legal advice. Your insurer decides whether it pays. The document itself is in German.",
  pdf: "Load as PDF",
  csv: "Load as a table",
  complete: "What is there and what is missing",
  there: "is there",
  missing: "is missing",
  back: "Back to your page",
  link: "Evidence for the health insurer",
  done: {
    added: "The contact is written down.",
    removed: "The contact is deleted.",
    saved: "Saved.",
  },
  checks: {
    statutory: {
      label: "Statutory insurance",
      todo: "The evidence is meant only for people with statutory insurance.",
    },
    insurer: {
      label: "Insurer and insurance number",
      todo: "Please complete the details of the insurance.",
    },
    consultation: {
      label: "First consultation (Sprechstunde)",
      todo: "The first consultation is the first step. Please add its date once it has taken place.",
    },
    ptv11: {
      label: "Result of the consultation (PTV 11)",
      todo: "The form PTV 11 should recommend a treatment.",
    },
    insurer_asked: {
      label: "Insurer asked",
      todo: "Please enter when the insurer was asked to help with the search.",
    },
    mandate: {
      label: "Mandate of the insured person",
      todo: "The mandate for the service is still missing.",
    },
    enough_contacts: {
      label: "Enough practices with a statutory seat asked",
      todo: "{contacted, number} of {wanted, number} so far.",
    },
    all_settled: {
      label: "A result for every practice asked",
      todo: "No practice has been asked yet, or an answer is still open.",
    },
  },
  contacts: {
    title: "Contacts with practices",
    text: "This is how they stand in the document, which is German.",
    none: "No practice has been asked so far.",
    when: "When",
    therapist: "Practice",
    seat: "Statutory seat",
    channel: "How",
    result: "Result",
    wait: "Waiting time named",
    remove: "Delete",
  },
  own: {
    title: "Add a practice you asked yourself",
    name: "Name of the practice or person",
    city: "Town",
    on: "When was that?",
    channel: "How did you ask?",
    channels: { phone: "Phone", mail: "E-mail", visit: "Visit", letter: "Letter" },
    result: "What came of it?",
    results: {
      not_reached: "Not reached",
      no_answer: "No answer",
      no_place: "No place free",
      waiting_list: "Waiting list only",
      unsuitable: "Treatment not possible there",
    },
    choose: "Please choose",
    seat: "Does the practice have a statutory seat?",
    seatHint: "Then it may bill statutory insurers.",
    wait: "Waiting time named",
    weeks: "weeks",
    add: "Add",
  },
  facts: {
    title: "More details",
    mandate: "Mandate signed on",
    mandateHint: "With it the service may keep the evidence for the person.",
    insurer: "Insurer asked on",
    insurerHint: "When the insurer was asked for help with the search or for reimbursement.",
    save: "Save",
  },
};

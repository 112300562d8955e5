import type { Translation } from "../../translation";
import type { staffToday as german } from "../de/staff-today";

export const staffToday: Translation<typeof german> = {
  title: "Today",
  empty: {
    title: "Everything is done for today",
    text: "There are no tasks, calls or proposals waiting. New answers will appear here automatically.",
  },
  tasks: {
    title: "Do first",
    crisis: "Please call today: {name} has reported distressing thoughts.",
    crisisWithoutPhone:
      "Please get in touch today: {name} has reported distressing thoughts. We have no phone number.",
    registered_again: "{name} has filled in the form again. Please check what has changed.",
    registered_placed:
      "{name} has registered again although a place has been found. Please ask how things stand.",
    wrong_mailbox: "An email went to the wrong people. We need the right address.",
    mail_failed: "An email could not be delivered.",
    mail_unknown: "It is unclear whether an email has arrived.",
    mail_bounced: "{name} cannot be reached by email: the address does not exist. Please call.",
    no_contact: "A practice cannot be contacted. We need an address or a phone number.",
    placement_unclear: "We do not know what happened after {name} was offered a place. Please call.",
    wrong_number: "A phone number is wrong. Please find the right one.",
    wrong_data: "Some of a practice’s details are wrong. Please check and correct the entry.",
    dataKind: "Directory",
    taken_over:
      "An inquiry that {name} took over has come to a standstill. Please finish it or hand it back.",
    inquiryKind: "Inquiry",
    placement_call:
      "There is news about the place for {name}. Someone cannot be reached by email. Please call.",
    recordKind: "Record",
    crisisKind: "Crisis",
    mailKind: "Email",
    contactKind: "Contact",
    placementKind: "Placement",
    openPatient: "Open record",
    openMail: "View email",
    openTherapist: "Open practice",
    openInquiry: "View inquiry",
    due: "Due {day}",
    done: "Done",
    finished: "The task is done.",
    finish: "Mark as done",
    result: "What was the outcome?",
    resultHint: "One short sentence, for example: spoke to them, they are safe.",
    reopened: "The task is back on today’s list.",
    emailOpen: "(not confirmed yet)",
    unreachable: "No phone number and no email address. The postal address is in the record.",
  },
  review: {
    title: "Review",
    proposals: "{count, plural, one {One proposal is} other {# proposals are}} waiting for your approval.",
    proposalsAction: "Review proposals",
    therapists: "{count, plural, one {One new directory entry} other {# new directory entries}} to review.",
    therapistsAction: "Review entries",
    inbox:
      "{count, plural, one {One email has come in and is waiting.} other {# emails have come in and are waiting.}}",
    inboxAction: "Read emails",
  },
  calls: {
    title: "Call now",
    all: "All calls",
  },
  answers: {
    title: "Answers since yesterday",
    line: "{name} about inquiry {reference}",
    yes: "{count, plural, one {One offer} other {# offers}}",
    no: "{count, plural, one {No place for one} other {No place for #}}",
    more: "{count, plural, one {One more inquiry} other {# more inquiries}} with answers in the list of inquiries",
    action: "View inquiry",
  },
};

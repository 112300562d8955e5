import type { Translation } from "../../translation";
import type { staffToday as german } from "../de/staff-today";

export const staffToday: Translation<typeof german> = {
  title: "Today",
  empty: {
    title: "All done for today",
    text: "No task, no call, no proposal is waiting. New answers appear here by themselves.",
  },
  tasks: {
    title: "First",
    crisis: "Please call today: {name} has told us about distressing thoughts.",
    crisisWithoutPhone:
      "Please get in touch today: {name} has told us about distressing thoughts. There is no telephone number.",
    registered_again: "{name} has filled in the form again. Please look at what is different.",
    wrong_mailbox: "A mail reached the wrong people. The right address is missing.",
    mail_failed: "A mail could not be delivered.",
    mail_unknown: "It is not clear whether a mail has arrived.",
    mail_bounced: "{name} cannot be reached by mail: the address does not exist. Please call.",
    no_contact: "A practice cannot be reached. An address or phone number is missing.",
    placement_unclear: "We do not know how things went for {name} after the acceptance. Please call.",
    wrong_number: "A telephone number is wrong. Please find the right one.",
    wrong_data: "Something in a practice's entry is wrong. Please check and correct it.",
    dataKind: "Directory",
    placement_call:
      "There is news on the place for {name}. Someone cannot be reached by e-mail. Please call.",
    recordKind: "Record",
    crisisKind: "Crisis",
    mailKind: "Mail",
    contactKind: "Contact",
    placementKind: "Placement",
    openPatient: "Open record",
    openMail: "Read mail",
    openTherapist: "Open practice",
    openInquiry: "View the inquiry",
    due: "Due {day}",
    done: "Done",
    finished: "The task is done.",
    finish: "Enter as done",
    result: "What came of it?",
    resultHint: "One short sentence, for example: we talked, is safe.",
    reopened: "The task is back on the list of today.",
    emailOpen: "(not confirmed yet)",
    unreachable: "Neither a telephone number nor an e-mail address. The postal address is in the record.",
  },
  review: {
    title: "Review",
    proposals: "{count, plural, one {One proposal is} other {# proposals are}} waiting for your approval.",
    proposalsAction: "Review proposals",
    therapists: "{count, plural, one {One new entry} other {# new entries}} in the directory to review.",
    therapistsAction: "Review entries",
    inbox: "{count, plural, one {One mail came in and is waiting.} other {# mails came in and are waiting.}}",
    inboxAction: "Read mails",
  },
  calls: {
    title: "Call now",
    all: "All calls",
  },
  answers: {
    title: "Answers since yesterday",
    line: "{name} about inquiry {reference}",
    action: "See inquiry",
  },
};

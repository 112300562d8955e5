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
    placementUnclearAt: "We do not know what happened after {practice} offered {name} a place. Please call.",
    placementCalls: {
      acceptance_confirm: "{practice} has a place for {name}. Please call {name} and ask whether it suits.",
      acceptance_reminder:
        "{name} has not yet answered about the place at {practice}. Please call {name} again.",
      acceptance_lapsed:
        "The place at {practice} is free again because {name} did not answer. The search continues. Please call {name} and say so.",
      acceptance_taken_back:
        "{practice} has taken back the place offered to {name}. The search continues. Please call {name} and say so.",
      back_in_queue:
        "The place at {practice} did not work out. The search continues. Please call {name} and say so.",
      practice_contact:
        "{name} has accepted the place at {practice}. Please call {name} and say how to reach the practice.",
      practice_to_call:
        "{name} will call {practice} in person. Please call {name} and give the practice’s phone number and the reference {reference}, person {position, number}.",
      first_talk_patient: "Has the first appointment at {practice} taken place? Please call {name} and ask.",
      progress_patient: "How are things going at {practice}? Please call {name} and ask.",
      placed: "Therapy at {practice} has begun and the search is over. Please call {name} and say so.",
      patient_confirmed:
        "{name} would like the place at {practice}. Please call the practice and give the name and contact details: reference {reference}, person {position, number}.",
      patient_will_call:
        "{name} would like the place at {practice} and will call there in person. Please call the practice and give no name, only the reference {reference}, person {position, number}.",
      first_talk_practice:
        "Has the first appointment with {name} taken place? Please call {practice} and ask: reference {reference}, person {position, number}.",
      progress_practice:
        "How are things going with {name}? Please call {practice} and ask: reference {reference}, person {position, number}.",
      place_free_again:
        "The place at {practice} is free again, {name} does not need it. Please call the practice and say so: reference {reference}, person {position, number}.",
      identity_withdrawn:
        "{name} no longer wants to be named at {practice} and keeps the place. Please call the practice: the name and contact details must be deleted there. Give only the reference {reference}, person {position, number}.",
      contact_withdrawn:
        "{name} has withdrawn a consent. Please call {practice}: the name and contact details must be deleted there, and the place is free again.",
    },
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

import type { Translation } from "../../translation";
import type { staffSettings as german } from "../de/staff-settings";

export const staffSettings: Translation<typeof german> = {
  title: "Settings",
  lead: "They apply to everything that happens from now on.",
  saved: "Saved.",
  save: "Save",
  days: "days",
  seconds: "seconds",
  minutes: "minutes",
  inDays: "{count, plural, one {one day} other {# days}}",
  default: "Default: {value, number}.",
  readOnly: "These are the current settings. Administrators can change them.",
  groups: {
    answers: "Answers from practices",
    contact: "Contact with practices",
    placement: "After an offer",
    patients: "Emails to patients",
    evidence: "Evidence for the health insurer",
    sending: "Sending times",
    keeping: "Retention",
  },
  sendDelaySeconds: {
    label: "Time to withdraw an approval",
    hint: "0 to 3600. This is how long an approved inquiry waits before it is sent.",
  },
  offerNextPatient: {
    label: "Offer the next person straight away",
    hint: "If someone in an inquiry has found a place elsewhere, the answer page offers the practice the next person who is a definite match. The team does not review this.",
  },
  capacityExclusionDays: {
    label: "If there is no place, do not ask about the same person again for",
    hint: "1 to 365. After a practice declines, this only applies if it is not in its cooling-off period anyway. If an offer does not work out because there is no place after all, the later of the two dates applies.",
  },
  claimMinutes: {
    label: "Reserve a phone number for one person for",
    hint: "5 to 120. During this time nobody else calls that number. After that, someone else can take it.",
  },
  pauseNoticeDays: {
    label: "Give notice before a pause ends",
    hint: "1 to 30 days before, once per pause.",
  },
  weeklyStatusAfterDays: {
    label: "Send the first weekly email no earlier than",
    hint: "1 to 60, counted from the start of the search. Before that, the person has only just heard from us.",
  },
  reminderAfterDays: {
    label: "Reminder if there is no answer after",
    hint: "Only one reminder is sent.",
  },
  callAfterDays: {
    label: "Call after a further",
    hint: "Only if a phone number is known.",
  },
  evidenceContacts: {
    label: "Practices in the evidence",
    hint: "Once this many practices with statutory accreditation have been asked, the evidence for the health insurer counts as complete. The law does not give a number.",
  },
  callAttempts: {
    label: "Call attempts",
    hint: "How many times a practice is called about an inquiry if nobody answers the phone. No more than once a day.",
  },
  expiryAfterDays: {
    label: "Inquiry expires after a further",
    hint: "Any people still open then count as unanswered.",
  },
  takeOverTaskAfterDays: {
    label: "Follow up on an inquiry that someone has taken over after",
    hint: "Whoever took over the inquiry then gets a task, so that it is not forgotten.",
  },
  confirmReminderAfterDays: {
    label: "Remind the patient about the offer after",
    hint: "Only one reminder is sent.",
  },
  confirmLapseAfterDays: {
    label: "Offer lapses after a further",
    hint: "The practice is told, and the search continues with its original waiting time.",
  },
  firstTalkAskAfterDays: {
    label: "Ask about the first appointment after",
    hint: "Counted from the confirmation. If the date is known, we ask the day after it.",
  },
  trialAskAfterDays: {
    label: "Ask about the trial sessions after",
    hint: "Counted from the first appointment.",
  },
  startAskAfterDays: {
    label: "Ask about the start of therapy after",
    hint: "Counted from the trial sessions.",
  },
  placementTaskAfterDays: {
    label: "If nobody answers, create a task for the team after",
    hint: "Then someone phones.",
  },
  inboundMailDays: {
    label: "Delete inbox emails that have been dealt with after",
    hint: "1 to 365, including attachments, counted from when they were dealt with. Anything still open is kept. Dismissed emails are deleted after 30 days.",
  },
  oclock: ":00",
  quietHours: {
    label: "Observe quiet hours",
    hint: "At night, at weekends and on public holidays of the federal state, no emails go out that nobody is waiting for. Confirmation links are always sent immediately.",
    yes: "Yes",
    no: "No",
  },
  mailFromHour: {
    label: "Earliest time for emails",
    hint: "Whole hours, 0 to 23.",
  },
  mailToHour: {
    label: "Latest time for emails",
    hint: "Whole hours, 1 to 24, later than the start.",
  },
  dailyMailsPerDomain: {
    label: "Maximum number of emails per day to practices with the same email provider",
    hint: "For example, to all practices with an address ending in @web.de. Emails to patients do not count.",
  },
};

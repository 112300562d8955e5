import type { Translation } from "../../translation";
import type { staffSettings as german } from "../de/staff-settings";

export const staffSettings: Translation<typeof german> = {
  title: "Settings",
  lead: "They hold for everything that happens from now on.",
  saved: "Saved.",
  save: "Save",
  days: "days",
  seconds: "seconds",
  minutes: "minutes",
  inDays: "{count, plural, one {one day} other {# days}}",
  default: "Default: {value, number}.",
  readOnly: "This is what holds. Administrators can change it.",
  groups: {
    answers: "Answers of practices",
    contact: "Contact with practices",
    placement: "After an acceptance",
    patients: "Emails to patients",
    evidence: "Evidence for the insurer",
    sending: "Sending times",
    keeping: "Keeping",
  },
  sendDelaySeconds: {
    label: "Time to take an approval back",
    hint: "0 to 3600. An approved inquiry waits for so long before it leaves.",
  },
  offerNextPatient: {
    label: "Offer the next person at once",
    hint: "When somebody of an inquiry has found a place elsewhere, the answer page offers the practice the next person who surely fits. Without a review by the team.",
  },
  coolingDays: {
    label: "A practice rests after an inquiry for",
    hint: "It is not asked again in this time.",
  },
  capacityExclusionDays: {
    label: "Without a free place, do not ask about the same person for",
    hint: "1 to 365. After a no this counts only if the practice is not resting anyway. If nothing comes of an acceptance because there is no place after all, the later of the two days counts.",
  },
  claimMinutes: {
    label: "Hold a phone number for one person",
    hint: "5 to 120. For that long nobody else calls there. Afterwards somebody else may take the number.",
  },
  pauseNoticeDays: {
    label: "Tell before the end of a pause",
    hint: "1 to 30 days ahead, once for each pause.",
  },
  weeklyStatusAfterDays: {
    label: "Weekly email not before",
    hint: "1 to 60, counted from the beginning of the search. Before that, people have only just heard from us.",
  },
  reminderAfterDays: {
    label: "Reminder without an answer after",
    hint: "There is exactly one reminder.",
  },
  callAfterDays: {
    label: "Call after a further",
    hint: "Only if a phone number is known.",
  },
  evidenceContacts: {
    label: "Practices in the evidence",
    hint: "From so many practices with a statutory seat on, the evidence for the insurer counts as complete. The law names no number.",
  },
  callAttempts: {
    label: "Tries by phone",
    hint: "How often a practice is called about one inquiry when nobody answers. Once a day at the most.",
  },
  expiryAfterDays: {
    label: "The inquiry expires after a further",
    hint: "Entries that are still open then count as unanswered.",
  },
  takeOverTaskAfterDays: {
    label: "A taken-over inquiry is asked about after",
    hint: "Whoever takes an inquiry over gets a task then, so that it is not forgotten.",
  },
  confirmReminderAfterDays: {
    label: "Remind the patient of an accepted place after",
    hint: "There is exactly one reminder.",
  },
  confirmLapseAfterDays: {
    label: "The acceptance lapses after another",
    hint: "The practice is told, and the search goes on with its old waiting time.",
  },
  firstTalkAskAfterDays: {
    label: "Ask about the first talk after",
    hint: "Counted from the confirmation. If a date is known, we ask on the day after.",
  },
  trialAskAfterDays: {
    label: "Ask about the trial sessions after",
    hint: "Counted from the first talk.",
  },
  startAskAfterDays: {
    label: "Ask whether therapy started after",
    hint: "Counted from the trial sessions.",
  },
  placementTaskAfterDays: {
    label: "Task for the team when nobody answers, after",
    hint: "Then a person calls.",
  },
  inboundMailDays: {
    label: "Delete settled emails of the inbox after",
    hint: "1 to 365, with attachments, counted from settling. What is still open stays. What was put away is deleted after 30 days.",
  },
  oclock: "o’clock",
  quietHours: {
    label: "Keep quiet hours",
    hint: "At night, at weekends and on public holidays of the federal state no email leaves that nobody waits for. Links to confirm always come at once.",
    yes: "Yes",
    no: "No",
  },
  mailFromHour: {
    label: "Emails from",
    hint: "Full hour, 0 to 23.",
  },
  mailToHour: {
    label: "Emails until",
    hint: "Full hour, 1 to 24, after the beginning.",
  },
  dailyMailsPerDomain: {
    label: "At most so many emails a day to practices at one mail provider",
    hint: "For example to all practices whose address ends in @web.de. Emails to patients do not count.",
  },
};

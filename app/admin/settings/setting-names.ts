/** The settings that are numbers, in the order of the page. */
export const settingNames = [
  "sendDelaySeconds",
  "coolingDays",
  "reminderAfterDays",
  "callAfterDays",
  "expiryAfterDays",
  "confirmReminderAfterDays",
  "confirmLapseAfterDays",
  "firstTalkAskAfterDays",
  "trialAskAfterDays",
  "startAskAfterDays",
  "placementTaskAfterDays",
  "callAttempts",
  "mailFromHour",
  "mailToHour",
  "dailyMailsPerDomain",
  "evidenceContacts",
] as const;

/** Those that are on or off. */
export const settingBoxes = ["quietHours", "offerNextPatient"] as const;

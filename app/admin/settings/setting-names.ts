/** The settings that are numbers, in the order of the page. */
export const settingGroups = [
  {
    key: "contact",
    names: [
      "sendDelaySeconds",
      "capacityExclusionDays",
      "reminderAfterDays",
      "callAfterDays",
      "callAttempts",
      "claimMinutes",
      "expiryAfterDays",
      "takeOverTaskAfterDays",
    ],
  },
  {
    key: "placement",
    names: [
      "confirmReminderAfterDays",
      "confirmLapseAfterDays",
      "firstTalkAskAfterDays",
      "trialAskAfterDays",
      "startAskAfterDays",
      "placementTaskAfterDays",
    ],
  },
  { key: "patients", names: ["pauseNoticeDays", "weeklyStatusAfterDays"] },
  { key: "sending", names: ["mailFromHour", "mailToHour", "dailyMailsPerDomain"] },
  { key: "evidence", names: ["evidenceContacts"] },
  { key: "keeping", names: ["inboundMailDays"] },
] as const;

export type SettingName = (typeof settingGroups)[number]["names"][number];
export const settingNames: SettingName[] = settingGroups.flatMap(({ names }) => [...names]);

/** Those that are on or off. */
export const settingBoxes = ["quietHours", "offerNextPatient"] as const;

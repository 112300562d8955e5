/** What the simulated region is like; every number with its source stands in docs/simulation.md. */
export const assumptions = {
  therapists: 400,
  /** Already waiting on the first day, as a share of a year's arrivals, for up to so many days. */
  backlogShare: 0.25,
  backlogDays: 120,
  /** Patients who give up, and who find a place without the service, within three months. */
  givingUp: 0.07,
  findingElsewhere: 0.1,
  /** An inquiry is answered in the end; how alike therapists are in this (strength of a beta distribution). */
  reply: 0.63,
  replyLikeness: 2,
  /** Of the answers, those before the reminder, before the call, and after it. */
  replyBeforeReminder: 0.55,
  replyBeforeCall: 0.25,
  /** Places per therapist and year that an inquiry could find; how alike therapists are (shape of a gamma). */
  placesPerYear: 4,
  placesLikeness: 0.7,
  /** A place is filled otherwise after so many days on average. */
  placeDays: 21,
  /** Who has a place takes the patient: at the door, and how much less at 60 minutes. */
  suits: 0.75,
  suitsLessAtAnHour: 0.3,
  /** With an answer the places left are stated, and a new place is announced by itself. */
  statingPlaces: 0.5,
  announcingPlaces: 0.1,
  /** Acceptances that do not become a therapy (no show, trial sessions that fail), and when that is known. */
  failing: 0.16,
  failingDays: 21,
};
export type Assumptions = typeof assumptions;

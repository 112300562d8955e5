import type { Translation } from "../../translation";
import type { staffComposition as german } from "../de/staff-composition";

export const staffComposition: Translation<typeof german> = {
  title: "How inquiries are put together",
  lead: "This is how matching pairs become inquiries. A person then reviews every inquiry.",
  link: "Set how inquiries are put together",
  save: "Save",
  saved: "Saved. This applies from the next matching run.",
  days: "days",
  weeks: "weeks",
  default: "Default: {value, number}.",
  groups: {
    strategy: "Method",
    amount: "Numbers",
    order: "Order",
    orderHint: "The formula is shown below.",
  },
  strategy: "Which inquiries are created",
  strategies: {
    "oldest-first": {
      label: "In order",
      hint: "People who are more urgent or have waited longer are first in line for the nearest practices.",
    },
    "expected-placements": {
      label: "As many placements as possible",
      hint: "We ask the practices from which we expect the most offers. Urgency and waiting time also count. Until there are 200 closed inquiries, people are taken in order, so that there is something to learn from.",
    },
  },
  learnOdds: {
    label: "Estimate the chance of an offer",
    hint: "Based on each practice’s answers so far, the places it has reported and the travel time. Nothing about the person is used. If this is switched off, all practices are treated the same.",
  },
  maxItems: {
    label: "Maximum number of people in one inquiry",
    hint: "1 to 6. Fewer people make it easier to answer; more people mean fewer inquiries.",
  },
  maxParallel: {
    label: "Maximum number of open inquiries per person",
    hint: "1 to 10.",
  },
  coolingDays: {
    label: "Cooling-off period for a practice after an inquiry",
    hint: "The practice is not asked again during this time.",
  },
  contactsPerDay: {
    label: "Maximum number of new inquiries per day",
    hint: "Emails and calls together. A matching run only proposes what there is still room for beside what is already waiting. You can propose more by hand if you confirm it. Anything approved beyond the limit for a day goes out on the next working day that has room. Leave empty for no limit.",
  },
  firstInquiryDays: {
    label: "First inquiry after no more than",
    hint: "Anyone who would otherwise wait longer than this comes before everyone else, as long as a matching practice is available. This assumes that proposals are approved on the next working day.",
  },
  acuteWeight: {
    label: "Weight for acute",
    hint: "1 to 20. How much an acute search counts compared with one that is not urgent.",
  },
  urgentWeight: {
    label: "Weight for urgent",
    hint: "1 to 20.",
  },
  waitingWeeks: {
    label: "Waiting time doubles the weight after",
    hint: "The fewer weeks, the more waiting time counts.",
  },
  preview: {
    button: "Show the effect",
    after:
      "With these settings, a matching run would now propose {inquiries, plural, =0 {no inquiries} one {one inquiry} other {# inquiries}}{patients, plural, =0 {} one { for one person} other { for # people}}. {overdue, plural, =0 {Nobody} one {One person} other {# people}} would then wait longer than {days, plural, one {one day} other {# days}} for the first inquiry. Expected placements: {expected, number}.",
    before:
      "For comparison, with the current settings: {inquiries, plural, =0 {no inquiries} one {one inquiry} other {# inquiries}}{patients, plural, =0 {} one { for one person} other { for # people}}, {overdue, plural, =0 {nobody would wait too long} one {one person would wait too long} other {# people would wait too long}}, expected placements: {expected, number}.",
    resting:
      "If the cooling-off period had always been {days, plural, one {one day} other {# days}}, {practices, plural, =0 {no practice} one {one practice} other {# practices}} would be resting today; at present {now, plural, =0 {none is} one {one is} other {# are}}.",
    waiting:
      "This is worked out as if the {waiting, plural, one {proposal} other {# proposals}} waiting for review did not exist yet.",
    unsaved: "Nothing has been saved yet.",
  },
  formula: {
    title: "The formula currently in use",
    first:
      "First, with one inquiry each, come people who would otherwise wait longer than {days, plural, one {one day} other {# days}} for their first inquiry, because that time will be up before an inquiry from the next matching run can go out. Among them, the more urgent come first.",
    oldestFirst:
      "After that, people are ordered by urgency (PTV 11: acute before urgent before normal), then by waiting time: whoever has waited longest comes first.",
    expected:
      "After that, we choose the inquiries whose expected placements together have the greatest weight. The weight of a placement is:",
    weight:
      "urgency (acute {acuteWeight, number}, urgent {urgentWeight, number}, otherwise 1) × (1 + weeks of waiting ÷ {waitingWeeks, number})",
    minGain:
      "This is multiplied by the chance of an acceptance and added up over everyone in an inquiry. If the result is below {minGain, number}, the inquiry is not proposed, unless somebody in it would otherwise wait too long for their first inquiry.",
    within:
      "Within an inquiry, people are listed by urgency, then by waiting time. No practice is asked twice at the same time.",
  },
};

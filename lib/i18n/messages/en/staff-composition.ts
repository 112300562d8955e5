import type { Translation } from "../../translation";
import type { staffComposition as german } from "../de/staff-composition";

export const staffComposition: Translation<typeof german> = {
  title: "Composition of inquiries",
  lead: "How fitting pairs become inquiries. A person reviews every one of them afterwards.",
  link: "Set how inquiries are composed",
  save: "Save",
  saved: "Saved. It holds from the next matching run.",
  days: "days",
  weeks: "weeks",
  default: "Default: {value, number}.",
  groups: {
    strategy: "Method",
    amount: "Amount",
    order: "Order",
    orderHint: "The formula stands below.",
  },
  strategy: "Which inquiries are made",
  strategies: {
    "oldest-first": {
      label: "In order",
      hint: "Who is more urgent or has waited longer comes first to the nearest practices.",
    },
    "expected-placements": {
      label: "As many placements as possible",
      hint: "Those practices are asked from which the most acceptances are expected. Urgency and waiting time count too. Until 200 inquiries are closed it goes in order, so that there is something to learn from.",
    },
  },
  learnOdds: {
    label: "Estimate the chance of an acceptance",
    hint: "From each practice’s answers so far, the places it announced, and the way. Nothing about the person counts. Switched off, all practices are alike.",
  },
  maxItems: {
    label: "At most this many people in one inquiry",
    hint: "1 to 6. Fewer make answering easier, more need fewer inquiries.",
  },
  maxParallel: {
    label: "At most this many open inquiries per person",
    hint: "1 to 10.",
  },
  contactsPerDay: {
    label: "At most this many new inquiries a day",
    hint: "Emails and calls together. A matching run proposes only what has room beside what is waiting. By hand more is possible, if one confirms it. What is approved beyond a day leaves on the next working day with room. Empty means no limit.",
  },
  firstInquiryDays: {
    label: "First inquiry at the latest after",
    hint: "Who would otherwise wait longer for it comes before all others, while a fitting practice is free. This counts on proposals being approved on the next working day.",
  },
  acuteWeight: {
    label: "Weight of acute",
    hint: "1 to 20. How much an acute search counts beside one without urgency.",
  },
  urgentWeight: {
    label: "Weight of urgent",
    hint: "1 to 20.",
  },
  waitingWeeks: {
    label: "Waiting doubles the weight after",
    hint: "The fewer weeks, the more waiting counts.",
  },
  preview: {
    button: "Show the effect",
    after:
      "With these settings a matching run would now propose {inquiries, plural, =0 {no inquiry} one {one inquiry} other {# inquiries}} for {patients, plural, one {one person} other {# people}}. {overdue, plural, =0 {Nobody} one {One person} other {# people}} will then wait longer than {days, plural, one {one day} other {# days}} for the first inquiry. Expected placements: {expected, number}.",
    before:
      "To compare, as it holds now: {inquiries, plural, =0 {no inquiry} one {one inquiry} other {# inquiries}} for {patients, plural, one {one person} other {# people}}, {overdue, plural, =0 {nobody will wait too long} one {one person will wait too long} other {# people will wait too long}}, expected placements: {expected, number}.",
    unsaved: "Nothing is saved yet.",
  },
  formula: {
    title: "The formula as it holds now",
    first:
      "First comes who would otherwise wait longer than {days, plural, one {one day} other {# days}} for the first inquiry: because that time is over before an inquiry of the next matching run leaves.",
    oldestFirst:
      "Then urgency decides (PTV 11: acute before urgent before normal), then waiting time: who has waited longest comes first.",
    expected:
      "Then those inquiries are chosen whose expected placements weigh most together. A placement weighs:",
    weight:
      "urgency (acute {acuteWeight, number}, urgent {urgentWeight, number}, otherwise 1) × (1 + weeks of waiting ÷ {waitingWeeks, number})",
    within:
      "Within an inquiry people stand by urgency, then by waiting time. No practice is asked twice at once.",
  },
};

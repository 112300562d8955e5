export const staffMissingFacts = {
  title: "Missing information",
  lead: "The information that, once you ask for it, makes the most placements possible.",
  countedAt:
    "Counted after the matching run, {date}. Anything filled in since then is no longer on the lists; the figures will change with the next run.",
  never: {
    title: "Nothing has been counted yet",
    text: "Counting happens after every matching run. Matching runs every night, and you can also start it straight away under “Proposals”.",
  },
  keepsOut: {
    title: "Nothing is possible without this information",
    lead: "Nothing speaks against these pairs, but they will not be proposed until the information is there. Whether they then match depends on the answer.",
  },
  toCheck: {
    title: "To check",
    lead: "These pairs are already being proposed, but someone has to check each proposal. One answer makes this unnecessary.",
  },
  held: {
    therapist:
      "Missing for {records, plural, one {one practice} other {# practices}}. This alone is keeping {others, plural, =0 {nobody} one {one person} other {# people}} from practices ({pairs, plural, one {one pair} other {# pairs}}).",
    patient:
      "Missing for {records, plural, one {one person} other {# people}}. This alone is keeping {others, plural, =0 {no practices} one {one practice} other {# practices}} away ({pairs, plural, one {one pair} other {# pairs}}).",
  },
  lost: {
    therapist:
      "Missing for {records, plural, one {one practice} other {# practices}}. Without it, nobody can be proposed to {records, plural, one {it} other {them}}, except by video.",
    patient:
      "Missing for {records, plural, one {one person} other {# people}}. Without it, no practice can be found for them, except by video.",
  },
  check: {
    therapist:
      "Missing for {records, plural, one {one practice} other {# practices}}. This is the only reason why {others, plural, =0 {nobody has} one {one person has} other {# people have}} to be checked ({pairs, plural, one {one pair} other {# pairs}}).",
    patient:
      "Missing for {records, plural, one {one person} other {# people}}. This is the only reason why {others, plural, =0 {no practice has} one {one practice has} other {# practices have}} to be checked ({pairs, plural, one {one pair} other {# pairs}}).",
  },
  line: {
    therapist: "{pairs, plural, =0 {nobody because of this alone} one {one person} other {# people}}",
    patient: "{pairs, plural, =0 {no practice because of this alone} one {one practice} other {# practices}}",
    lost: "all",
    withOthers: "and {withOthers, number} together with other information",
  },
  filledIn: "The most important gaps here have been filled in since.",
  more: "Show more",
  first: "The {shown, number} most important.",
} as const;

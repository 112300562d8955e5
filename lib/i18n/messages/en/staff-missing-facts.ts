export const staffMissingFacts = {
  title: "Missing facts",
  lead: "Which fact, asked once, makes the most placements possible.",
  countedAt:
    "Counted after the matching run, {date}. What has been filled in since is no longer in the lists; the numbers change with the next run.",
  never: {
    title: "Nothing counted yet",
    text: "Counting follows each matching run. It runs every night, and under “Proposals” it can be started at once.",
  },
  keepsOut: {
    title: "Impossible without these facts",
    lead: "Nothing speaks against these pairs, but they are proposed only when the fact is there. Whether they fit then depends on the answer.",
  },
  toCheck: {
    title: "To check",
    lead: "These pairs are proposed already, but somebody has to check each proposal. An answer saves that.",
  },
  held: {
    therapist:
      "Missing for {records, plural, one {one practice} other {# practices}}. This alone keeps {others, plural, =0 {nobody} one {one person} other {# people}} from practices ({pairs, plural, one {one pair} other {# pairs}}).",
    patient:
      "Missing for {records, plural, one {one person} other {# people}}. This alone keeps {others, plural, =0 {no practice} one {one practice} other {# practices}} away ({pairs, plural, one {one pair} other {# pairs}}).",
  },
  lost: {
    therapist:
      "Missing for {records, plural, one {one practice} other {# practices}}. Without it nobody can be proposed to {records, plural, one {it} other {them}}, except by video.",
    patient:
      "Missing for {records, plural, one {one person} other {# people}}. Without it no practice can be found for them, except by video.",
  },
  check: {
    therapist:
      "Missing for {records, plural, one {one practice} other {# practices}}. For this alone {others, plural, =0 {nobody is} one {one person is} other {# people are}} to check ({pairs, plural, one {one pair} other {# pairs}}).",
    patient:
      "Missing for {records, plural, one {one person} other {# people}}. For this alone {others, plural, =0 {no practice is} one {one practice is} other {# practices are}} to check ({pairs, plural, one {one pair} other {# pairs}}).",
  },
  line: {
    therapist: "{pairs, plural, =0 {nobody by this alone} one {one person} other {# people}}",
    patient: "{pairs, plural, =0 {no practice by this alone} one {one practice} other {# practices}}",
    lost: "all",
    withOthers: "and {withOthers, number} with further facts",
  },
  filledIn: "What came first here has been filled in by now.",
  more: "More of these",
  first: "The {shown, number} most valuable.",
} as const;

import { expectInquiry } from "./expect-inquiry";
import { expectPatient } from "./expect-patient";
import { expectPlacement } from "./expect-placement";
import type { Expected } from "./expected";
import type { Memory, Sending, Story } from "./story";

/**
 * What has to be in the database and in people's mailboxes at the end, worked out from the answers that people gave and
 * from the promises of the product, with none of its code: the spans are those of its settings as shipped, a week to the
 * reminder, another to the call, two more to the end, three days to the patient's reminder and four more until an offer
 * lapses, two weeks to the question about the first talk and one more to a person's task.
 * Two things do not follow from answers: whether an inquiry was sent before another practice said yes, and whether the
 * mail that asks is known to have left; where a person sees "unknown", nobody is reminded and the call comes instead.
 */
export function expectedFrom(
  stories: readonly Story[],
  memory: Memory,
  sendingOf: (inquiryId: string) => Sending,
): Expected {
  const expected: Expected = {
    mails: new Map(),
    calls: new Map(),
    tasks: [],
    inquiries: new Map(),
    placements: new Map(),
    searches: new Map(),
    letters: new Map(),
  };
  for (const story of stories) {
    const deeds = memory.get(story.inquiryId) ?? {};
    const rival = (story.rivalId && memory.get(story.rivalId)) || {};
    expectInquiry(expected, story, { deeds, rival, ...sendingOf(story.inquiryId) });
    if (deeds.answer?.what === "accepted") expectPlacement(expected, story, deeds, deeds.answer.phase);
  }
  for (const ofPatient of Map.groupBy(stories, ({ patientId }) => patientId).values())
    expectPatient(expected, ofPatient, memory);
  return expected;
}

import { type Expected, mailKey, taskKey } from "./expected";
import { happens, lapseAfter, phaseAfter } from "./phases";
import type { Deeds, Sending, Story } from "./story";

type Known = {
  deeds: Deeds;
  /** What the people of the other inquiry about the same patient did. */
  rival: Deeds;
} & Sending;

/** What is to come of an inquiry itself: mails to the practice, the call, the state, what its people see of it. */
export function expectInquiry(expected: Expected, story: Story, known: Known): void {
  const { inquiryId, address, manner } = story;
  const { deeds, rival, wasSent, firstLeft } = known;
  const isAnswered = deeds.answer !== undefined && deeds.answer.what !== "too_late";
  const lostIn = !isAnswered && rival.answer?.what === "accepted" ? rival.answer.phase : null;
  const { stop, reminder, call } = planOf(story, known, lostIn);
  const mail = (template: string, phase: number, need: "must" | "may", mayBeMoot = need === "may") =>
    address &&
    expected.mails.set(mailKey(template, inquiryId, phase), { to: address, phase, need, mayBeMoot });

  // Lost before it was sent, it is not sent; lost a moment later, the mail may find nobody to ask for any more.
  const isAsked = lostIn === null || wasSent;
  if (isAsked) mail("inquiry", 0, "must", lostIn !== null);
  if (reminder !== null) {
    // Who was slow answered the reminder itself.
    const need = manner === "slow" && stop === reminder ? "must" : happens(reminder, stop);
    if (need !== "no") mail("inquiry_reminder", reminder, need);
  }
  if (isAnswered) mail("answer_receipt", deeds.answer!.phase, "must");
  if (lostIn !== null && isAsked) {
    // The patient may give the place back before this mail leaves: then it would not be true any more.
    const isGivenBack = rival.place?.what === "refused" && rival.place.phase === lostIn;
    mail("already_placed", lostIn, firstLeft ? "must" : "may", !firstLeft || isGivenBack);
  }
  const called = story.hasNumber ? happens(call, stop) : "no";
  expected.calls.set(inquiryId, { least: called === "must" ? 1 : 0, most: called === "no" ? 0 : 1 });
  expectEnd(expected, story, { deeds, lostIn, call });
  expectTasks(expected, story, deeds);
  if (deeds.letter) expected.letters.set(deeds.letter.messageId, { kind: deeds.letter.kind, inquiryId });
}

/** When the reminder and the call are due as long as nothing stops them, and what stops them. */
function planOf(
  { address }: Story,
  { deeds, firstLeft }: Known,
  lostIn: number | null,
): { stop: number | null; reminder: number | null; call: number } {
  const { answer, letter } = deeds;
  const stops = [
    answer && answer.what !== "too_late" ? answer.phase : null,
    letter?.kind === "answer" ? letter.phase : null,
    lostIn,
  ].filter((phase) => phase !== null);
  const stop = stops.length > 0 ? Math.min(...stops) : null;
  if (address === null) return { stop, reminder: null, call: 0 };
  if (letter?.kind === "bounce_hard") return { stop, reminder: null, call: letter.phase };
  // Nobody is reminded of what may not have reached them: they are called when the reminder would be due.
  const reminder = phaseAfter(0, 7)!;
  if (!firstLeft) return { stop, reminder: null, call: reminder };
  return { stop, reminder, call: phaseAfter(reminder, 7)! };
}

function expectEnd(
  expected: Expected,
  { inquiryId }: Story,
  { deeds: { answer, letter, place }, lostIn, call }: { deeds: Deeds; lostIn: number | null; call: number },
): void {
  const end = phaseAfter(call, 14);
  const set = (
    ...[statuses, outcomes]: [
      Parameters<typeof expected.inquiries.set>[1]["statuses"],
      Parameters<typeof expected.inquiries.set>[1]["outcomes"],
    ]
  ) => expected.inquiries.set(inquiryId, { statuses, outcomes });
  if (answer?.what === "declined") return void set(["answered"], ["rejected_capacity"]);
  if (answer?.what === "accepted") {
    const isOver = place ? place.what === "refused" : lapseAfter(answer.phase) !== null;
    return void set(["answered"], [isOver ? "withdrawn" : "accepted"]);
  }
  if (lostIn !== null) return void set(["cancelled"], ["placed_elsewhere", null]);
  // Nobody reads the answers here: whoever wrote is neither called nor given up, unless the end came first.
  const isHeld = letter?.kind === "answer" ? happens(letter.phase, end) : "no";
  if (isHeld === "must") return void set(["sent"], ["pending"]);
  if (isHeld === "may") return void set(["sent", "expired"], ["pending", "no_answer"]);
  set(end === null ? ["sent"] : ["expired"], end === null ? ["pending"] : ["no_answer"]);
}

/** Whoever can be neither written to nor called is looked after by a person. */
function expectTasks(expected: Expected, story: Story, { letter }: Deeds): void {
  const hasBounced = letter?.kind === "bounce_hard";
  if (story.hasNumber || (story.address !== null && !hasBounced)) return;
  expected.tasks.push(taskKey("no_contact", story.inquiryId));
  if (hasBounced) expected.tasks.push(taskKey("no_contact", story.therapistId));
}

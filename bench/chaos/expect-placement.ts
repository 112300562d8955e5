import { type Expected, mailKey, taskKey } from "./expected";
import { happens, lapseAfter, phaseAfter } from "./phases";
import type { Deeds, Story } from "./story";

/** What is to come of an acceptance in phase `accepted`: mails to both sides, the state, and the task of a person. */
export function expectPlacement(expected: Expected, story: Story, { place }: Deeds, accepted: number): void {
  const { inquiryId, patientId } = story;
  const toPatient = (template: string, phase: number, need: "must" | "may" = "must") =>
    expected.mails.set(mailKey(template, patientId, phase), {
      to: story.patientAddress,
      phase,
      need,
      mayBeMoot: need === "may",
    });
  const toPractice = (template: string, phase: number) =>
    expected.mails.set(mailKey(template, inquiryId, phase), { to: story.address!, phase, need: "must" });
  const end = (status: "accepted" | "confirmed" | "failed", endReason: string | null = null) =>
    expected.placements.set(inquiryId, { status, endReason });

  toPatient("acceptance_confirm", accepted);
  const reminded = phaseAfter(accepted, 3);
  const isReminded = reminded === null ? "no" : happens(reminded, place?.phase ?? null);
  if (isReminded !== "no") toPatient("acceptance_reminder", reminded!, isReminded);
  if (place?.what === "refused") {
    toPractice("place_free_again", place.phase);
    end("failed", "declined");
  } else if (place) {
    toPatient("practice_contact", place.phase);
    toPractice("patient_confirmed", place.phase);
    expectQuestions(expected, story, { toPatient, toPractice, confirmed: place.phase });
    end("confirmed");
  } else {
    const lapsed = lapseAfter(accepted);
    if (lapsed === null) return void end("accepted");
    toPractice("place_free_again", lapsed);
    toPatient("acceptance_lapsed", lapsed);
    end("failed", "lapsed");
  }
}

type Telling = Record<"toPatient" | "toPractice", (template: string, phase: number) => unknown>;

/** Nobody here tells how the first talk went: both are asked, and then a person looks after it. */
function expectQuestions(
  expected: Expected,
  { patientId }: Story,
  { toPatient, toPractice, confirmed }: Telling & { confirmed: number },
): void {
  const asked = phaseAfter(confirmed, 14);
  if (asked === null) return;
  toPatient("first_talk_patient", asked);
  toPractice("first_talk_practice", asked);
  if (phaseAfter(asked, 7) !== null) expected.tasks.push(taskKey("placement_unclear", patientId));
}

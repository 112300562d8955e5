import type { PlacementKnowledge, PlacementSettings } from "@/lib/domain/matching/compose/placement-settings";
import { followingRunSentBy } from "@/lib/domain/matching/compose/overdue";
import type { ComposedInquiry } from "@/lib/domain/matching/compose/composed-inquiries";
import { type World, judgeByHand } from "./matching-oracle";

const urgencyOrder = { acute: 0, urgent: 1, normal: 2 };

/**
 * Every promise about composed inquiries that a set of proposals breaks, one sentence each, from the text alone and
 * with the slow judge: items, mailboxes, cooling, open inquiries, parallel limit, budget, pairs, and who is overdue: one
 * inquiry each before anybody gets a second, the more urgent first.
 */
export function brokenPromises(
  world: World,
  proposals: readonly ComposedInquiry[],
  settings: PlacementSettings,
  { askedBefore }: PlacementKnowledge,
): string[] {
  const broken: string[] = [];
  const promise = (holds: boolean, sentence: string) => holds || broken.push(sentence);
  const { maxItemsPerInquiry, maxParallelInquiries, contactBudget, firstInquiryDays } = settings;
  promise(proposals.length <= (contactBudget ?? proposals.length), "more inquiries than the budget allows");
  const asked = new Map<string, number>();
  for (const { therapistId, mailbox, items } of proposals) {
    const therapist = world.therapists.find(({ id }) => id === therapistId)!;
    const shared = world.therapists.filter((each) => each.mailbox === mailbox);
    promise(therapist.mailbox === mailbox, `${mailbox} is not the mailbox of ${therapistId}`);
    promise(proposals.filter((each) => each.mailbox === mailbox).length === 1, `${mailbox} is asked twice`);
    promise(!shared.some(({ mailboxHasOpenInquiry }) => mailboxHasOpenInquiry), `${mailbox} is being asked`);
    promise(
      !shared.some(({ coolingUntil }) => coolingUntil !== null && coolingUntil > world.at),
      `${mailbox} cools`,
    );
    promise(therapist.email !== null || therapist.hasPhone, `${therapistId} cannot be reached`);
    promise(items.length >= 1 && items.length <= Math.min(6, maxItemsPerInquiry), `${mailbox}: wrong number`);
    promise(new Set(items.map(({ patientId }) => patientId)).size === items.length, `${mailbox}: one twice`);
    for (const { patientId } of items) {
      asked.set(patientId, (asked.get(patientId) ?? 0) + 1);
      const patient = world.patients.find(({ id }) => id === patientId)!;
      promise(judgeByHand(world, patient, therapist).verdict !== "out", `${patientId} is out`);
    }
  }
  const taken = new Map(proposals.map((proposal) => [proposal.mailbox, proposal]));
  const sentBy = followingRunSentBy(world.at).getTime();
  const isOverdue = (patient: World["patients"][number]) =>
    !askedBefore.has(patient.id) &&
    patient.openInquiries === 0 &&
    sentBy - Date.parse(patient.waitingSince) > firstInquiryDays * 86_400_000;
  for (const patient of world.patients) {
    const open = patient.openInquiries + (asked.get(patient.id) ?? 0);
    promise(!asked.has(patient.id) || open <= maxParallelInquiries, `${patient.id} is asked for too often`);
    if (!isOverdue(patient) || asked.has(patient.id) || maxParallelInquiries < 1) continue;
    const isFree = world.therapists.some(
      (therapist) =>
        (therapist.email !== null || therapist.hasPhone) &&
        !taken.has(therapist.mailbox) &&
        judgeByHand(world, patient, therapist).verdict !== "out",
    );
    const spent = contactBudget !== null && proposals.length >= contactBudget;
    promise(!isFree || spent, `${patient.id} waits too long although a fitting mailbox is free`);
    const couldHear = proposals.filter(({ therapistId }) => {
      const therapist = world.therapists.find(({ id }) => id === therapistId)!;
      return judgeByHand(world, patient, therapist).verdict !== "out";
    });
    for (const { therapistId, items } of couldHear) {
      const others = items.map(({ patientId }) => world.patients.find(({ id }) => id === patientId)!);
      const lessUrgent = others.filter(
        (other) => urgencyOrder[other.urgency] > urgencyOrder[patient.urgency],
      );
      promise(
        lessUrgent.length === 0,
        `${patient.id} waits too long, ${therapistId} hears of less urgent ones`,
      );
    }
    // Whatever could have ended this wait ended somebody else's: each of its positions, or the inquiry as such.
    const firsts = proposals.flatMap((proposal) => {
      const ended = couldHear.includes(proposal) ? maxItemsPerInquiry : isFree ? 1 : 0;
      return Array<ComposedInquiry>(ended).fill(proposal);
    });
    promise(
      haveOneEach(firsts, (id) => isOverdue(world.patients.find((each) => each.id === id)!)),
      `${patient.id} waits too long although others get more than a first inquiry`,
    );
  }
  return broken;
}

/** Whether each place in an inquiry can be given to a different one of its patients, of those who count. */
function haveOneEach(places: readonly ComposedInquiry[], counts: (patientId: string) => boolean): boolean {
  const placeOf = new Map<string, number>();
  const giveTo = (place: number, tried: Set<string>): boolean =>
    places[place]!.items.some(({ patientId }) => {
      if (!counts(patientId) || tried.has(patientId)) return false;
      tried.add(patientId);
      const held = placeOf.get(patientId);
      if (held !== undefined && !giveTo(held, tried)) return false;
      placeOf.set(patientId, place);
      return true;
    });
  return places.every((_, place) => giveTo(place, new Set()));
}

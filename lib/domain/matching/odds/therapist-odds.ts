import type { CapacityNotice } from "../../therapists/has-capacity";
import type { PlaceKind } from "../../vocabulary";
import type { OddsRate, Prior, UsualRates } from "./kept-odds";
import { type HeardByKind, type PlaceRates, hearLast, nothingHeard } from "./last-heard";
import { type Tally, shrunkenRate } from "./shrunken-rate";
import type { TherapistRecord } from "./therapist-records";

/** What the odds may know of a therapist: how the practice is reached and what it told us. */
export type OddsTherapist = {
  id: string;
  channel: "email" | "phone";
  informed: boolean;
  potentiallyAvailable: boolean;
  capacity: CapacityNotice | null;
};

/** What of a therapist's record the odds may know. */
export function forOdds({
  id,
  email,
  informed,
  potentiallyAvailable,
  capacity,
}: Omit<OddsTherapist, "channel"> & { email: string | null }): OddsTherapist {
  return { id, channel: email === null ? "phone" : "email", informed, potentiallyAvailable, capacity };
}

export type TherapistOdds = {
  /** An inquiry is answered. */
  reply: OddsRate;
  /** Who answers has a place. */
  room: OddsRate;
  lastHeard: HeardByKind;
  /** A patient proposed to a practice with a place is taken. */
  suits: OddsRate;
  /** After a taken patient there is one more place. */
  more: OddsRate;
};

export type TherapistRates = Omit<TherapistOdds, "lastHeard">;

export const defaultPriors = {
  reply: { mean: 0.6, strength: 4 },
  room: { mean: 0.2, strength: 4 },
  roomOfPotentiallyAvailable: { mean: 0.4, strength: 4 },
  // With more, the first "unsuitable" of a practice would lower this by less than the answer raises the chance of one.
  suits: { mean: 0.7, strength: 6 },
  more: { mean: 0.3, strength: 4 },
} satisfies Record<string, Prior>;

/** The kind of therapists among whom a chance of an answer is usual. */
export function replyGroup({ channel, informed }: OddsTherapist): string {
  return `${channel}, ${informed ? "informed" : "not informed"}`;
}

/** The kind of therapists among whom a chance of a place is usual. */
export function roomGroup({ potentiallyAvailable }: OddsTherapist): string {
  return potentiallyAvailable ? "potentially available" : "others";
}

export function defaultRoom({ potentiallyAvailable }: OddsTherapist): Prior {
  return potentiallyAvailable ? defaultPriors.roomOfPotentiallyAvailable : defaultPriors.room;
}

/** What a therapist's record suggests, drawn towards what is usual. */
export function rateTherapist(
  therapist: OddsTherapist,
  record: TherapistRecord,
  usual: UsualRates,
): TherapistRates {
  return {
    reply: rateOf(record.reply, usual.reply[replyGroup(therapist)] ?? defaultPriors.reply),
    room: rateOf(record.room, usual.room[roomGroup(therapist)] ?? defaultRoom(therapist)),
    suits: rateOf(record.suits, usual.suits),
    more: rateOf(record.more, usual.more),
  };
}

/** The rates that bear on places. */
export function placeRates({ room, more }: TherapistRates): PlaceRates {
  return { usual: room.value, more: more.value };
}

/**
 * The odds of one therapist. One more refusal, whatever its reason, never raises the chance that who answers takes a
 * patient, and one more acceptance lowers no rate; only that a place just given away is gone lowers the chance for a
 * while (docs/decisions/0006-composition.md).
 */
export function oddsOfTherapist(
  therapist: OddsTherapist,
  record: TherapistRecord,
  { halfLifeDays, ...usual }: UsualRates & { halfLifeDays: number },
  at: Date,
): TherapistOdds {
  const rates = rateTherapist(therapist, record, usual);
  const heard = hearLast(therapist.capacity, record.answers, placeRates(rates), halfLifeDays, at);
  return { ...rates, lastHeard: heard };
}

/** The odds of a therapist of whom nothing is known. */
export const assumedOdds: TherapistOdds = {
  reply: assumedRate(defaultPriors.reply),
  room: assumedRate(defaultPriors.room),
  lastHeard: nothingHeard,
  suits: assumedRate(defaultPriors.suits),
  more: assumedRate(defaultPriors.more),
};

/** The chance that an inquiry to the therapist finds an answer and a place of the kind in question. */
export function chanceOfPlace({ reply, room, lastHeard }: TherapistOdds, kind: PlaceKind = "either"): number {
  return reply.value * room.value * (lastHeard[kind]?.factor ?? 1);
}

function assumedRate({ mean }: Prior): OddsRate {
  return { value: mean, usual: mean, successes: 0, trials: 0 };
}

function rateOf(tally: Tally, prior: Prior): OddsRate {
  return { ...tally, value: shrunkenRate(tally, prior), usual: prior.mean };
}

import { isoDayOf } from "@/lib/format";
import { addDays, germanInstant } from "../german-time";
import type { Settings } from "../settings/settings";
import type { OfferReach } from "./offer-reach";
import type { PlacementStatus } from "./status";

export type PlacementState = {
  status: PlacementStatus;
  acceptedAt: Date;
  confirmedAt: Date | null;
  firstTalkOn: string | null;
  firstTalkAt: Date | null;
  trialSessionsAt: Date | null;
  askedAt: Date | null;
  handedOverAt: Date | null;
  /** Whether the patient may have heard of the offer. */
  reach: OfferReach;
};

/** What happens next by itself, and when. `wait`: a person was asked to look after it. */
export type PlacementStep =
  | { action: "remind" | "lapse" | "ask" | "hand-over"; at: Date }
  | { action: "wait" | "end"; at: null };

export type PlacementSpans = Pick<
  Settings,
  | "confirmReminderAfterDays"
  | "confirmLapseAfterDays"
  | "firstTalkAskAfterDays"
  | "trialAskAfterDays"
  | "startAskAfterDays"
  | "placementTaskAfterDays"
>;

const dayMs = 24 * 60 * 60 * 1000;
const later = (from: Date, days: number) => new Date(from.getTime() + days * dayMs);

/** The one place that says how a placement goes on by itself; the workflow and the pages both ask it. */
export function nextPlacementStep(state: PlacementState, spans: PlacementSpans): PlacementStep {
  const { status, askedAt, handedOverAt } = state;
  if (status === "started" || status === "failed") return { action: "end", at: null };
  if (status === "accepted") return nextOfferStep(state, spans);
  if (handedOverAt) return { action: "wait", at: null };
  if (askedAt) return { action: "hand-over", at: later(askedAt, spans.placementTaskAfterDays) };
  return { action: "ask", at: whenToAsk(state, spans) };
}

/** Nobody loses a place of which they did not hear: then a person decides. */
function nextOfferStep(state: PlacementState, spans: PlacementSpans): PlacementStep {
  const { acceptedAt, askedAt, handedOverAt, reach } = state;
  if (askedAt === null) return { action: "remind", at: later(acceptedAt, spans.confirmReminderAfterDays) };
  if (handedOverAt || reach === "to_call") return { action: "wait", at: null };
  const at = germanInstant(addDays(lastDayToConfirm(state, spans), 1), 0);
  return { action: reach === "heard" ? "lapse" : "hand-over", at };
}

/** On the day after the first talk if its day is known, else after a while. */
function whenToAsk(state: PlacementState, spans: PlacementSpans): Date {
  const { status, acceptedAt, confirmedAt, firstTalkOn, firstTalkAt, trialSessionsAt } = state;
  if (status === "trial_sessions") return later(trialSessionsAt ?? acceptedAt, spans.startAskAfterDays);
  if (status === "first_talk") return later(firstTalkAt ?? acceptedAt, spans.trialAskAfterDays);
  if (firstTalkOn) return later(new Date(`${firstTalkOn}T08:00:00Z`), 1);
  return later(confirmedAt ?? acceptedAt, spans.firstTalkAskAfterDays);
}

/** The offer is held to the end of this day "YYYY-MM-DD", which the mails name. */
export function lastDayToConfirm(
  { acceptedAt, askedAt }: Pick<PlacementState, "acceptedAt" | "askedAt">,
  spans: PlacementSpans,
): string {
  const remindedAt = askedAt ?? later(acceptedAt, spans.confirmReminderAfterDays);
  return isoDayOf(later(remindedAt, spans.confirmLapseAfterDays));
}

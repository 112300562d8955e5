import type { Settings } from "../settings/settings";
import type { InquiryChannel, InquiryStatus } from "./status";

export type InquiryState = {
  status: InquiryStatus;
  channel: InquiryChannel;
  approvedAt: Date | null;
  sentAt: Date | null;
  remindedAt: Date | null;
  callPlannedAt: Date | null;
  postponedUntil: Date | null;
  takenOverAt: Date | null;
  /** Open once more for the next person: nobody is reminded or called, it ends when it is due. */
  reopenedAt: Date | null;
  dueAt: Date | null;
  /** When the practice asked to be called; it does not end before that. */
  appointmentAt: Date | null;
  /** The last call: when it was tried, or the slot of one that is still to come; null when there never was one. */
  lastCallAt: Date | null;
  /** The therapist answered at least one item: nobody is reminded or called any more. */
  hasAnswer: boolean;
  /** The practice has an address that takes mails. */
  takesMail: boolean;
  /** When the mail that asks left; null while it waits, or when nobody knows. */
  mailedAt: Date | null;
  /** A mail came in that may be the answer, and nobody has read it yet. */
  hasWaitingMail: boolean;
};

export type InquiryAct = "send" | "remind" | "call" | "expire";

/** Why nothing happens by itself: somebody goes on by hand, or a mail of the practice waits to be read. */
export type HeldBecause = "taken_over" | "mail";

/** What happens next and when. `review` and `person`: somebody has to act; nothing happens by itself. */
export type InquiryStep =
  | { action: InquiryAct; at: Date }
  | { action: "review"; at: null }
  | { action: "person"; at: null; because: HeldBecause }
  | { action: "end"; at: null };

export type InquirySpans = Pick<
  Settings,
  "sendDelaySeconds" | "reminderAfterDays" | "callAfterDays" | "expiryAfterDays"
>;

const dayMs = 24 * 60 * 60 * 1000;
const later = (from: Date, days: number) => new Date(from.getTime() + days * dayMs);
const latest = (one: Date, other: Date | null) => (other && other > one ? other : one);

/** The one place that says how an inquiry goes on by itself; the workflow and the pages both ask it. */
export function nextInquiryStep(state: InquiryState, spans: InquirySpans): InquiryStep {
  if (state.status === "proposed") return { action: "review", at: null };
  if (state.status !== "approved" && state.status !== "sent") return { action: "end", at: null };
  if (state.takenOverAt) return { action: "person", at: null, because: "taken_over" };
  if (state.hasWaitingMail) return { action: "person", at: null, because: "mail" };
  const { action, at } = plannedStep(state, spans);
  const { postponedUntil, appointmentAt } = state;
  const notBefore = [postponedUntil, action === "expire" && appointmentAt ? later(appointmentAt, 1) : null];
  return { action, at: new Date(Math.max(at.getTime(), ...notBefore.map((limit) => limit?.getTime() ?? 0))) };
}

function plannedStep(state: InquiryState, spans: InquirySpans): { action: InquiryAct; at: Date } {
  const { approvedAt, sentAt, remindedAt, callPlannedAt, lastCallAt, postponedUntil } = state;
  if (state.status === "approved" || !sentAt) {
    const approved = approvedAt ?? new Date(0);
    return { action: "send", at: new Date(approved.getTime() + spans.sendDelaySeconds * 1000) };
  }
  if (state.reopenedAt)
    return { action: "expire", at: state.dueAt ?? later(state.reopenedAt, spans.reminderAfterDays) };
  const reminderAt = later(sentAt, spans.reminderAfterDays);
  const callAt = later(remindedAt ?? reminderAt, spans.callAfterDays);
  // The time to answer runs from the last call: who takes calls once a week is tried as often as everybody else.
  if (state.hasAnswer || callPlannedAt)
    return {
      action: "expire",
      at: later(latest(callPlannedAt ?? callAt, lastCallAt), spans.expiryAfterDays),
    };
  // Whom no mail reaches is called at once.
  if (state.channel === "phone" || !state.takesMail) return { action: "call", at: sentAt };
  if (remindedAt) return { action: "call", at: callAt };
  // Nobody is reminded of what has not reached them; a mail that does not leave in all this time becomes a call. Time
  // in which it was put off does not count.
  return state.mailedAt
    ? { action: "remind", at: later(state.mailedAt, spans.reminderAfterDays) }
    : { action: "call", at: later(latest(sentAt, postponedUntil), spans.reminderAfterDays) };
}

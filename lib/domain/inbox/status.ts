import type { AnswerOutcome } from "../inquiries/status";

/**
 * A mail that came in. `new`: nobody knows whose it is. `assigned`: it belongs to an inquiry, a practice or a patient
 * and waits for a person. `settled`: done. `dismissed`: not for us; can be taken back.
 */
export const inboundStates = ["new", "assigned", "settled", "dismissed"] as const;
export type InboundState = (typeof inboundStates)[number];

/** While a mail is in one of these states it waits for a person. */
export const openInboundStates = ["new", "assigned"] as const;

const transitions: Record<InboundState, readonly InboundState[]> = {
  new: ["assigned", "settled", "dismissed"],
  assigned: ["assigned", "settled", "dismissed"],
  settled: ["new", "assigned"],
  dismissed: ["new", "assigned"],
};

/** The states from which a mail may enter `to`. */
export function inboundStatesBefore(to: InboundState): InboundState[] {
  return inboundStates.filter((from) => transitions[from].includes(to));
}

/** What a mail seems to be. `unreadable`: too large or broken, only its sender and subject are known. */
export const inboundKinds = [
  "answer",
  "objection",
  "out_of_office",
  "bounce_hard",
  "bounce_soft",
  "other",
  "unreadable",
] as const;
export type InboundKind = (typeof inboundKinds)[number];

/** Somebody says something in it, or may do so: nobody there and undelivered mails are reports, not words. */
export const speakingKinds = [
  "answer",
  "objection",
  "other",
  "unreadable",
] as const satisfies readonly InboundKind[];

/** How plainly the text says it. */
export const confidences = ["clear", "likely", "unsure"] as const;
export type Confidence = (typeof confidences)[number];

/** What the text seems to say about one person of the inquiry; `position` null: about everybody. */
export type SuggestedOutcome = {
  position: number | null;
  outcome: AnswerOutcome;
  /** With "later": from when to ask again, as "YYYY-MM-DD". */
  laterOn: string | null;
  confidence: Confidence;
  /** The words of the mail that led to it. */
  because: string;
};

/** What is made of a mail for a person to confirm; nothing of it is applied by itself. */
export type Suggestion = {
  outcomes: SuggestedOutcome[];
  /** Absent until the day before this one, as "YYYY-MM-DD". */
  backOn: string | null;
};

/** What an attachment is by its content, or why it is not kept. */
export const attachmentTypes = [
  "pdf",
  "png",
  "jpeg",
  "gif",
  "webp",
  "text",
  "calendar",
  "docx",
  "xlsx",
  "odt",
] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

export const attachmentRefusals = [
  "program",
  "macros",
  "archive",
  "active",
  "unknown",
  "too_large",
  "too_many",
] as const;
export type AttachmentRefusal = (typeof attachmentRefusals)[number];

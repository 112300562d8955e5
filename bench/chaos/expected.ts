import type { InquiryStatus, ItemOutcome } from "@/lib/domain/inquiries/status";
import type { PlacementStatus } from "@/lib/domain/placements/status";

export type ExpectedMail = {
  to: string;
  phase: number;
  /** `may`: two things happened so close together that both ends are right. */
  need: "must" | "may";
  /** News may have overtaken it, so that it rightly does not leave. */
  mayBeMoot?: boolean;
};

export type Expected = {
  /** By `mailKey`. */
  mails: Map<string, ExpectedMail>;
  /** By inquiry. */
  calls: Map<string, { least: number; most: number }>;
  /** `taskKey` of each task that has to be open, those about the fate of a mail apart. */
  tasks: string[];
  /** `outcomes`: null where the person may have been taken out before the inquiry was sent. */
  inquiries: Map<string, { statuses: InquiryStatus[]; outcomes: (ItemOutcome | null)[] }>;
  /** By inquiry. */
  placements: Map<string, { status: PlacementStatus; endReason: string | null }>;
  searches: Map<string, string>;
  /** By Message-ID. */
  letters: Map<string, { kind: string; inquiryId: string }>;
};

/** The weekly mail is the only one that the same person gets again, once in each phase. */
export const mailKey = (template: string, subjectId: string, phase: number) =>
  [template, subjectId, ...(template === "weekly_status" ? [phase] : [])].join(" ");

export const taskKey = (kind: string, subjectId: string) => `${kind} ${subjectId}`;

import type { InquiryStatus, ItemOutcome } from "@/lib/domain/inquiries/status";
import type { PlacementStatus } from "@/lib/domain/placements/status";

/**
 * The days on which a run looks at the world: the first, and after each leap in time. A phase is an index of these. The
 * last leap is long enough for a call that is put off over holidays, and the fourteen days after it.
 */
export const phaseDays = [0, 8, 16, 36] as const;

/** How a practice takes an inquiry. `slow`: says yes once it is reminded. `phone`: has no address to write to. */
export type Manner = "accept" | "decline" | "reply" | "silent" | "bounce" | "slow" | "phone";

/** What a patient does with a place. */
export type PatientManner = "confirm" | "refuse" | "wait";

/** One inquiry about one patient, and the people in it. */
export type Story = {
  inquiryId: string;
  practiceId: string;
  therapistId: string;
  /** Null where the practice has to be called. */
  address: string | null;
  hasNumber: boolean;
  manner: Manner;
  patientId: string;
  searchId: string;
  patientAddress: string;
  patientManner: PatientManner;
  /** The other inquiry about the same patient: whoever says yes first has the patient. */
  rivalId: string | null;
};

/** What the people of an inquiry did, as they themselves remember it. */
export type Deeds = {
  answer?: { what: "accepted" | "declined" | "too_late"; phase: number };
  letter?: { kind: "answer" | "bounce_hard"; messageId: string; phase: number };
  place?: { what: "confirmed" | "refused"; phase: number };
};
export type Memory = ReadonlyMap<string, Deeds>;

/** Whether an inquiry was sent, and whether the mail that asks is known to have left. */
export type Sending = { wasSent: boolean; firstLeft: boolean };

/** A mail as the mail server took it. `id` is the part of its Message-ID before the @. */
export type Arrival = { id: string; to: string };

/** What the database says at the end. Ids and states only. */
export type Found = {
  mails: {
    id: string;
    template: string;
    status: string;
    inquiryId: string | null;
    patientId: string | null;
    /** In which phase it was queued. */
    phase: number;
  }[];
  /** Open ones. */
  tasks: { kind: string; subjectId: string }[];
  calls: { inquiryId: string; status: string }[];
  inquiries: { id: string; status: InquiryStatus; wasSent: boolean; outcomes: ItemOutcome[] }[];
  placements: { inquiryId: string; status: PlacementStatus; endReason: string | null }[];
  searches: { id: string; status: string }[];
  /** Mails that came in; `messageId` is null for one that nobody here wrote. */
  letters: { messageId: string | null; kind: string; inquiryId: string | null }[];
};

/** What became of the sending of an inquiry. */
export function sendingIn({ inquiries, mails }: Found): (inquiryId: string) => Sending {
  const sent = new Set(inquiries.flatMap(({ id, wasSent }) => (wasSent ? [id] : [])));
  const left = new Set(
    mails.flatMap(({ template, status, inquiryId }) =>
      template === "inquiry" && status === "sent" ? [inquiryId] : [],
    ),
  );
  return (inquiryId) => ({ wasSent: sent.has(inquiryId), firstLeft: left.has(inquiryId) });
}

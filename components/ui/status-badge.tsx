import { useTranslations } from "next-intl";
import type { InquiryStatus, ItemOutcome } from "@/lib/domain/inquiries/status";
import type { MailStatus } from "@/lib/domain/mail/status";
import type { PatientStatus } from "@/lib/domain/patients/status";
import type { PlacementStatus } from "@/lib/domain/placements/status";
import type { SearchStatus } from "@/lib/domain/searches/status";
import type { TherapistStatus } from "@/lib/domain/therapists/status";
import type { Urgency } from "@/lib/domain/vocabulary";
import { Badge, type Tone } from "./badge";

type Statuses = {
  patientStatus: PatientStatus;
  searchStatus: SearchStatus;
  therapistStatus: TherapistStatus;
  inquiryStatus: InquiryStatus;
  itemOutcome: ItemOutcome;
  placementStatus: PlacementStatus;
  mailStatus: MailStatus;
  urgency: Urgency;
};

const tones: { [Kind in keyof Statuses]: Record<Statuses[Kind], Tone> } = {
  patientStatus: {
    open: "needs",
    searching: "active",
    in_therapy: "good",
    therapy_completed: "good",
    search_cancelled: "neutral",
    therapy_cancelled: "neutral",
  },
  searchStatus: {
    unverified: "neutral",
    active: "active",
    paused: "warn",
    placed: "good",
    cancelled: "neutral",
  },
  therapistStatus: { pending_review: "needs", active: "active", blocked: "bad", inactive: "neutral" },
  inquiryStatus: {
    proposed: "needs",
    approved: "active",
    sent: "active",
    answered: "good",
    expired: "warn",
    cancelled: "neutral",
  },
  itemOutcome: {
    pending: "active",
    accepted: "good",
    later: "warn",
    rejected_capacity: "neutral",
    rejected_unsuitable: "neutral",
    rejected_other: "neutral",
    no_answer: "warn",
    placed_elsewhere: "neutral",
    withdrawn: "neutral",
    no_show: "bad",
    in_trial_sessions: "good",
  },
  placementStatus: {
    accepted: "needs",
    confirmed: "active",
    first_talk: "active",
    trial_sessions: "active",
    started: "good",
    failed: "neutral",
  },
  mailStatus: {
    queued: "neutral",
    sending: "active",
    sent: "good",
    kept: "needs",
    failed: "bad",
    unknown: "warn",
    cancelled: "neutral",
  },
  urgency: { acute: "needs", urgent: "warn", normal: "neutral" },
};

export const urgencyTones = tones.urgency;

type Props = { [Kind in keyof Statuses]: { kind: Kind; status: Statuses[Kind] } }[keyof Statuses];

/** A coded state of the domain with its word, tone and shape. */
export function StatusBadge({ kind, status }: Props) {
  const t = useTranslations("vocabulary");
  const word = (t as (key: string) => string)(`${kind}.${status}`);
  return <Badge tone={(tones[kind] as Record<string, Tone>)[status]}>{word}</Badge>;
}

import type { Tone } from "@/components/ui/badge";
import type { InboundKind } from "@/lib/domain/inbox/status";

export const kindTones: Record<InboundKind, Tone> = {
  answer: "active",
  objection: "needs",
  out_of_office: "neutral",
  bounce_hard: "bad",
  bounce_soft: "warn",
  other: "neutral",
  unreadable: "warn",
};

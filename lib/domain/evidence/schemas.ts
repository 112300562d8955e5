import { z } from "zod";
import { isoDay, line, paragraph } from "../shared-schemas";
import { triStates } from "../vocabulary";

export const ownContactChannels = ["phone", "mail", "visit", "letter"] as const;
export const ownContactResults = [
  "not_reached",
  "no_answer",
  "no_place",
  "waiting_list",
  "unsuitable",
] as const;

export const ownContactDetails = z.object({
  therapistName: line(120).min(1),
  city: line(120).default(""),
  seat: z.enum(triStates).default("unknown"),
  channel: z.enum(ownContactChannels),
  result: z.enum(ownContactResults),
  /** How long the practice said one would wait, in weeks. */
  namedWaitWeeks: z.number().int().min(0).max(520).nullable().default(null),
  note: paragraph(500).default(""),
});
export type OwnContactDetails = z.output<typeof ownContactDetails>;

export const ownContact = ownContactDetails.extend({ contactedOn: isoDay });
export type OwnContactInput = z.input<typeof ownContact>;

export const evidenceFacts = z.object({
  mandateOn: isoDay.nullable(),
  insurerAskedOn: isoDay.nullable(),
});
export type EvidenceFacts = z.output<typeof evidenceFacts>;

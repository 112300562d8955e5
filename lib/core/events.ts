import { z } from "zod";

const uuid = z.uuid();

/** Every event of the product: its name and the ids it carries. No event carries anything else. */
export const events = {
  "patient/registered": z.object({ patientId: uuid }),
  "patient/verified": z.object({ patientId: uuid, searchId: uuid }),
  "patient/updated": z.object({ patientId: uuid }),
  "patient/withdrawn": z.object({ patientId: uuid }),
  "address/changed": z.object({ subject: z.enum(["patient", "location"]), subjectId: uuid }),
  "therapist/changed": z.object({ therapistId: uuid }),
  "search/opened": z.object({ searchId: uuid }),
  "search/paused": z.object({ searchId: uuid }),
  "search/resumed": z.object({ searchId: uuid }),
  "search/placed": z.object({ searchId: uuid, itemId: uuid }),
  "search/cancelled": z.object({ searchId: uuid }),
  "matching/run.requested": z.object({ runId: uuid }),
  "matching/run.finished": z.object({ runId: uuid }),
  "inquiry/approved": z.object({ inquiryId: uuid }),
  "inquiry/approval.undone": z.object({ inquiryId: uuid }),
  "inquiry/sent": z.object({ inquiryId: uuid }),
  "inquiry/item.answered": z.object({ inquiryId: uuid, itemId: uuid }),
  "inquiry/answered": z.object({ inquiryId: uuid }),
  "inquiry/expired": z.object({ inquiryId: uuid }),
  "inquiry/cancelled": z.object({ inquiryId: uuid }),
  "inquiry/changed": z.object({ inquiryId: uuid }),
  "placement/accepted": z.object({ placementId: uuid }),
  "placement/changed": z.object({ placementId: uuid }),
  "placement/ended": z.object({ placementId: uuid }),
  "mail/queued": z.object({ mailId: uuid }),
  "mail/released": z.object({ mailId: uuid }),
  "mail/received": z.object({ inboundMailId: uuid }),
  "mailbox/read.requested": z.object({ requestedBy: uuid }),
  "directory/import.requested": z.object({ importId: uuid }),
  "directory/import.finished": z.object({ importId: uuid }),
} as const;
export type EventName = keyof typeof events;
export type EventData<Name extends EventName> = z.output<(typeof events)[Name]>;

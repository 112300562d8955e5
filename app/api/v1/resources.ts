import { z } from "zod";
import { consentKinds } from "@/lib/domain/consents/status";
import { patientInput, waitingDay } from "@/lib/domain/patients/schemas";
import { patientStatuses } from "@/lib/domain/patients/status";
import { searchStatuses } from "@/lib/domain/searches/status";
import { blockReason, location, therapistInput } from "@/lib/domain/therapists/schemas";
import { exclusionReasons, therapistStatuses } from "@/lib/domain/therapists/status";
import { coordinateSources, payers, urgencies } from "@/lib/domain/vocabulary";

const instant = z.iso.datetime();

/** What POST takes: the record and, beyond it, what happened before it came here. */
export const newPatient = patientInput.extend({
  consents: z
    .array(z.enum(consentKinds))
    .max(consentKinds.length)
    .default([])
    .describe("Consents the patient gave you. The search starts with processing and sharing among them."),
  waitingSince: waitingDay
    .optional()
    .describe("The day since which the patient has been waiting; today if left out."),
});

export const blocking = z.object({
  reason: blockReason.describe(
    "Why nothing may be sent there. For colleagues; the practice does not see it.",
  ),
});

const search = z
  .object({
    id: z.uuid(),
    status: z.enum(searchStatuses),
    since: instant.describe("The waiting date; a pause does not move it."),
    pausedUntil: instant.nullable(),
    pauseReason: z.string(),
    pausedForConsent: z.boolean().describe("Stands still only until a consent is given again."),
    placedAt: instant.nullable(),
  })
  .describe("The patient's latest search for a place.");

const patientFacts = {
  id: z.uuid(),
  pseudonym: z.string().describe("Short name of the patient in lists for people who may not know the name."),
  status: z.enum(patientStatuses),
  age: z.int().nullable(),
  urgency: z.enum(urgencies).describe("By the boxes of form PTV 11."),
  search: search.nullable(),
  createdAt: instant,
};

export const patient = z.object({
  ...patientFacts,
  ...patientInput.shape,
  coordinateSource: z.enum(coordinateSources),
  emailVerifiedAt: instant.nullable(),
  consents: z.array(z.enum(consentKinds)).describe("Consents in force."),
  consentHistory: z.array(
    z.object({
      kind: z.enum(consentKinds),
      version: z.string(),
      grantedAt: instant,
      withdrawnAt: instant.nullable(),
    }),
  ),
  exclusions: z.array(
    z.object({ therapistId: z.uuid(), reason: z.enum(exclusionReasons), until: instant.nullable() }),
  ),
  lastContactAt: instant.nullable(),
  updatedAt: instant,
  withheld: z.boolean().describe("Whether the identity is withheld from who asks; never from a token."),
});

export const patientSummary = z.object({
  ...patientFacts,
  firstName: z.string(),
  lastName: z.string(),
  postalCode: z.string(),
  city: z.string(),
  payer: z.enum(payers).nullable(),
});

export const therapist = z.object({
  id: z.uuid(),
  status: z.enum(therapistStatuses),
  blockedReason: z.string().nullable(),
  blockedAt: instant.nullable(),
  ...therapistInput.shape,
  locations: z.array(location.extend({ id: z.uuid(), coordinateSource: z.enum(coordinateSources) })),
  practice: z
    .object({
      id: z.uuid(),
      emailBouncedAt: instant.nullable(),
      emailDisownedAt: instant.nullable(),
      coolingUntil: instant.nullable().describe("Not contacted again before this instant."),
      lastMailAt: instant.nullable(),
      lastCallAt: instant.nullable(),
    })
    .describe("The mailbox, which several therapists may share."),
  sourceKey: z.string().nullable(),
  provenance: z
    .record(z.string(), z.object({ source: z.string(), on: z.iso.date() }))
    .describe("Where the value of each field came from, and when."),
  fixedFields: z.array(z.string()).describe("Fields that directory imports leave alone."),
  createdAt: instant,
  updatedAt: instant,
});

export const reference = z
  .object({ id: z.uuid() })
  .describe("What a token that may write but not read gets back in place of the record.");

const next = z.string().nullable().describe("Address of the next page; null at the end.");
export const patientPage = z.object({ items: z.array(patientSummary), next });
export const therapistPage = z.object({ items: z.array(therapist), next });

const limit = z.coerce.number().int().min(1).max(100).default(50).describe("Records on a page.");

const cursor = z
  .string()
  .max(60)
  .transform((text, refinement) => {
    const id = Buffer.from(text, "base64url").toString("latin1");
    if (z.uuid().safeParse(id).success) return id;
    refinement.addIssue({ code: "custom", message: "cursor" });
    return z.NEVER;
  })
  .optional()
  .describe("From `next` of the page before; means nothing by itself.");

export const cursorOf = (id: string) => Buffer.from(id, "latin1").toString("base64url");

/** For writing an address. */
export const addressQuery = z.strictObject({
  addressConfirmed: z
    .enum(["true", "false"])
    .default("false")
    .transform((value) => value === "true")
    .describe(
      "An unknown postcode, or a town that does not belong to it, is refused; with `true` it is taken as it is.",
    ),
});

export const patientQuery = z.strictObject({ status: z.enum(patientStatuses).optional(), limit, cursor });
export const therapistQuery = z.strictObject({ status: z.enum(therapistStatuses).optional(), limit, cursor });

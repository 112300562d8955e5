import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { blindIndex } from "@/lib/core/crypto";
import { AppError } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { limitRate } from "@/lib/core/rate-limit";
import { hasRequiredConsents } from "../consents/consents-in-force";
import type { ConsentKind } from "../consents/status";
import { storeConsents } from "../consents/store-consents";
import { queueMail } from "../mail/queue-mail";
import { insertPatient } from "./create-patient";
import { addCrisisTask } from "./crisis-task";
import type { PatientInput } from "./schemas";

const registrationsPerAddressAndDay = 5;
const daySeconds = 24 * 60 * 60;

export type Registration = {
  input: PatientInput;
  consents: ConsentKind[];
  /** An earlier waiting date; only the system, which brings people over from elsewhere, may give one. */
  waitingSince?: Date;
};

/**
 * Stores what somebody entered into the public form and mails the link that confirms the address; until then nothing
 * is searched. An address that is known already is treated in the same way, so that nobody learns who is registered
 * here; `verifyPatient` puts both records together. `invalid` without an address or without the consents that a search
 * needs, `rate-limited` after five registrations of one address within a day.
 */
export async function registerPatient(
  ctx: Context,
  { input, consents, waitingSince }: Registration,
): Promise<{ patientId: string; searchId: string }> {
  const email = requireEmail(input);
  if (!hasRequiredConsents(consents))
    throw new AppError("invalid", "invalid", { fields: { consents: "consent_required" } });
  const since = ctx.actor.kind === "system" && waitingSince ? waitingSince : ctx.now;
  await limitRate(ctx, `register:${blindIndex(email)}`, registrationsPerAddressAndDay, daySeconds);
  return inTransaction(ctx, async (tx) => {
    const { id, searchId } = await insertPatient(tx, { ...input, notes: "" }, { since });
    await storeConsents(tx, id, consents);
    const occasion = `patient:${id}:confirm`;
    await queueMail(tx, { template: "confirm_email", occasion, locale: input.locale, patientId: id });
    await audit(tx, "patient.register", { kind: "patient", id }, { consents });
    await emit(tx, "patient/registered", { patientId: id });
    await addCrisisTask(tx, id, input.symptoms);
    return { patientId: id, searchId };
  });
}

function requireEmail(input: PatientInput): string {
  if (!input.email) throw new AppError("invalid", "invalid", { fields: { email: "required" } });
  return input.email;
}

import { eq } from "drizzle-orm";
import { z } from "zod";
import { inboundMails } from "@/db/schema";
import { type Subject, audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, conflict, notFound } from "@/lib/core/errors";
import { emitAll } from "@/lib/core/outbox";
import { forgetObjection } from "./keep-objection";
import { loadTherapistRows, lockTherapist } from "./load-therapist";
import { type LiftReason, liftReasonsOf, objectionKinds } from "./objection-kinds";
import { therapistsMeant } from "./view-objections";

const liftInput = z.object({
  /** Whose objection it is: of a therapist, or of the address from which a mail came that belongs to nobody. */
  whose: z.union([z.object({ therapistId: z.uuid() }), z.object({ inboundMailId: z.uuid() })]),
  kind: z.enum(objectionKinds, { error: "choose" }),
  reason: z.string(),
});

/**
 * Ends one objection that holds for a therapist, for the reason given: for the person under every key of theirs, for
 * an address or a domain for everybody there, whom matching looks at anew. Other objections of the same therapist hold
 * on, what was withdrawn because of it stays withdrawn, and whoever objects again is heard. `conflict` when it does
 * not hold any more, `invalid` without a reason that can be one, `not-found` when there is no such therapist or mail.
 */
export async function liftObjection(ctx: Context, input: z.input<typeof liftInput>): Promise<void> {
  requireAbility(ctx, "objections.lift");
  const { whose, kind, reason } = liftInput.parse(input);
  if (!liftReasonsOf(kind).includes(reason as LiftReason))
    throw new AppError("invalid", "choose", { fields: { reason: "choose" } });
  await inTransaction(ctx, async (tx) => {
    const { subject, email, therapistId } = await whoObjected(tx, whose);
    const forgotten = await forgetObjection(tx, therapistId ? { therapistId } : { email }, kind);
    if (forgotten === 0) throw conflict("objection_gone");
    await audit(tx, "therapist.lift-objection", subject, { kind, reason });
    const free = new Set(await therapistsMeant(tx, kind, email));
    if (therapistId) free.add(therapistId);
    await emitAll(
      tx,
      "therapist/changed",
      [...free].map((id) => ({ therapistId: id })),
    );
  });
}

type Whose = { subject: Subject; email: string; therapistId?: string };

async function whoObjected(tx: Context, whose: z.output<typeof liftInput>["whose"]): Promise<Whose> {
  if ("therapistId" in whose) {
    const { therapistId } = whose;
    await lockTherapist(tx, therapistId);
    const { practice } = await loadTherapistRows(tx, therapistId);
    return { subject: { kind: "therapist", id: therapistId }, email: practice.email ?? "", therapistId };
  }
  const id = whose.inboundMailId;
  const [mail] = await tx.db
    .select({ sender: inboundMails.sender })
    .from(inboundMails)
    .where(eq(inboundMails.id, id));
  if (!mail?.sender.address) throw notFound();
  return { subject: { kind: "inbound-mail", id }, email: mail.sender.address };
}

import { eq } from "drizzle-orm";
import { z } from "zod";
import { inboundMails } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, conflict, notFound } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { forgetObjection } from "./keep-objection";
import { lockTherapist } from "./load-therapist";
import { type LiftReason, liftReasonsOf, objectionKinds } from "./objection-kinds";

const liftInput = z.object({
  /** Whose objection it is: of a therapist, or of the address from which a mail came that belongs to nobody. */
  whose: z.union([z.object({ therapistId: z.uuid() }), z.object({ inboundMailId: z.uuid() })]),
  kind: z.enum(objectionKinds, { error: "choose" }),
  reason: z.string(),
});

/**
 * Ends one objection that holds for a therapist, for the reason given: for the person under every key of theirs, for an
 * address or a domain for everybody there. Other objections of the same therapist hold on, what was withdrawn because of
 * it stays withdrawn, and whoever objects again is heard. `conflict` when it does not hold any more, `invalid` without a
 * reason that can be one, `not-found` when there is no such therapist or mail.
 */
export async function liftObjection(ctx: Context, input: z.input<typeof liftInput>): Promise<void> {
  requireAbility(ctx, "objections.lift");
  const { whose, kind, reason } = liftInput.parse(input);
  if (!liftReasonsOf(kind).includes(reason as LiftReason))
    throw new AppError("invalid", "choose", { fields: { reason: "choose" } });
  await inTransaction(ctx, async (tx) => {
    if ("inboundMailId" in whose) return liftForSender(tx, whose.inboundMailId, { kind, reason });
    const { therapistId } = whose;
    await lockTherapist(tx, therapistId);
    if ((await forgetObjection(tx, whose, kind)) === 0) throw conflict("objection_gone");
    await audit(tx, "therapist.lift-objection", { kind: "therapist", id: therapistId }, { kind, reason });
    await emit(tx, "therapist/changed", { therapistId });
  });
}

async function liftForSender(
  tx: Context,
  mailId: string,
  { kind, reason }: Pick<z.output<typeof liftInput>, "kind" | "reason">,
): Promise<void> {
  const [mail] = await tx.db
    .select({ sender: inboundMails.sender })
    .from(inboundMails)
    .where(eq(inboundMails.id, mailId));
  if (!mail?.sender.address) throw notFound();
  if ((await forgetObjection(tx, { email: mail.sender.address }, kind)) === 0)
    throw conflict("objection_gone");
  await audit(tx, "therapist.lift-objection", { kind: "inbound-mail", id: mailId }, { kind, reason });
}

import { eq } from "drizzle-orm";
import { inquiries, therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { limitRate } from "@/lib/core/rate-limit";
import { loadTherapistRows, lockTherapist } from "./load-therapist";
import { provenanceOf } from "./provenance";
import type { TherapistInput } from "./schemas";

type OwnWord = Partial<Pick<TherapistInput, "capacity" | "wishes" | "phoneHours">>;

const perHour = 20;

/**
 * Stores what a practice says of itself by the link of an inquiry: the record names the practice as the source and
 * today as the day, and no import changes these fields any more. At most twenty times an hour and inquiry.
 */
export async function storeOwnWord(ctx: Context, word: OwnWord): Promise<void> {
  if (ctx.actor.kind !== "therapist") throw forbidden();
  const { inquiryId } = ctx.actor;
  await limitRate(ctx, `own-word:${inquiryId}`, perHour, 3600);
  const fields = Object.keys(word);
  await inTransaction(ctx, async (tx) => {
    const [inquiry] = await tx.db
      .select({ therapistId: inquiries.therapistId })
      .from(inquiries)
      .where(eq(inquiries.id, inquiryId));
    if (!inquiry) throw forbidden();
    const { therapistId } = inquiry;
    await lockTherapist(tx, therapistId);
    const { therapist } = await loadTherapistRows(tx, therapistId);
    await tx.db
      .update(therapists)
      .set({
        ...word,
        provenance: { ...therapist.provenance, ...provenanceOf(tx, fields) },
        fixedFields: [...new Set([...therapist.fixedFields, ...fields])],
        updatedAt: tx.now,
      })
      .where(eq(therapists.id, therapistId));
    await audit(tx, "therapist.tell", { kind: "therapist", id: therapistId }, { fields });
    await emit(tx, "therapist/changed", { therapistId });
  });
}

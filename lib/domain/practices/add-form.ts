import { and, eq } from "drizzle-orm";
import { practiceForms, practices, therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { line } from "../shared-schemas";

/** The biggest form that a practice can hand out, and how many. */
export const maxFormBytes = 5 * 1024 * 1024;
const mostForms = 5;

/**
 * Keeps a form of a therapist's practice, such as its contract, for patients whom it accepted. `invalid` for what is no PDF, too
 * big or one too many; what the file calls itself does not count.
 */
export async function addPracticeForm(
  ctx: Context,
  { therapistId, name, content }: { therapistId: string; name: string; content: Buffer },
): Promise<void> {
  requireAbility(ctx, "therapists.write");
  if (content.length > maxFormBytes)
    throw new AppError("invalid", "file_too_big", { params: { megabytes: maxFormBytes / 1024 / 1024 } });
  if (!content.subarray(0, 5).equals(Buffer.from("%PDF-"))) throw new AppError("invalid", "file_not_pdf");
  const title = line(120).parse(name.replace(/\.pdf$/i, "").slice(0, 120)) || "Formular";
  await inTransaction(ctx, async (tx) => {
    const [practice] = await tx.db
      .select({ id: practices.id })
      .from(practices)
      .innerJoin(therapists, and(eq(therapists.practiceId, practices.id), eq(therapists.id, therapistId)))
      .for("no key update", { of: practices });
    if (!practice) throw notFound();
    const practiceId = practice.id;
    if ((await tx.db.$count(practiceForms, eq(practiceForms.practiceId, practiceId))) >= mostForms)
      throw new AppError("invalid", "too_many_forms", { params: { max: mostForms } });
    const uploadedBy = tx.actor.kind === "staff" ? tx.actor.id : null;
    const file = { name: title, sizeBytes: content.length, content, uploadedBy, createdAt: tx.now };
    await tx.db.insert(practiceForms).values({ practiceId, ...file });
    await audit(tx, "practice.add-form", { kind: "practice", id: practiceId });
  });
}

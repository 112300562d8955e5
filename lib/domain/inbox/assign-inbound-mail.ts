import { eq } from "drizzle-orm";
import { inboundMails, inquiries, inquiryItems, patients, therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { isoDayOf } from "@/lib/format";
import type { Links } from "./find-thread";
import { moveMail, type SeenMail } from "./move-mail";
import { suggestOutcomes } from "./reading/suggest-outcomes";

export const assignTargets = ["inquiry", "therapist", "patient"] as const;
export type AssignTarget = { kind: (typeof assignTargets)[number]; id: string };

/**
 * Says whose a mail is: an inquiry's, a therapist's practice or a patient's. For an inquiry its text is read anew for
 * what it says about these people. Conflict when somebody else changed the mail meanwhile.
 */
export async function assignInboundMail(ctx: Context, seen: SeenMail, target: AssignTarget): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  await inTransaction(ctx, async (tx) => {
    const links = await linksTo(tx, target);
    const mail = await moveMail(tx, seen, "assigned", links);
    if (links.inquiryId) await readAnew(tx, mail, links.inquiryId);
    await audit(tx, "inbound.assign", { kind: "inbound-mail", id: seen.id }, links);
  });
}

async function linksTo(tx: Context, { kind, id }: AssignTarget): Promise<Links> {
  const nobody = { inquiryId: null, practiceId: null, patientId: null };
  if (kind === "inquiry") {
    const [found] = await tx.db
      .select({ practiceId: inquiries.practiceId })
      .from(inquiries)
      .where(eq(inquiries.id, id));
    if (found) return { ...nobody, inquiryId: id, practiceId: found.practiceId };
  }
  if (kind === "therapist") {
    const [found] = await tx.db
      .select({ practiceId: therapists.practiceId })
      .from(therapists)
      .where(eq(therapists.id, id));
    if (found) return { ...nobody, practiceId: found.practiceId };
  }
  if (kind === "patient" && (await tx.db.$count(patients, eq(patients.id, id))) > 0)
    return { ...nobody, patientId: id };
  throw notFound();
}

type Mail = typeof inboundMails.$inferSelect;

/** Only what may be an answer; a bounce stays one whoever it belongs to. */
async function readAnew(tx: Context, mail: Mail, inquiryId: string): Promise<void> {
  if (mail.kind !== "other" && mail.kind !== "answer") return;
  const people = await tx.db.$count(inquiryItems, eq(inquiryItems.inquiryId, inquiryId));
  const outcomes = suggestOutcomes(mail.content.text, { people, today: isoDayOf(mail.receivedAt) });
  await tx.db
    .update(inboundMails)
    .set({ kind: outcomes.length > 0 ? "answer" : "other", suggestion: { outcomes, backOn: null } })
    .where(eq(inboundMails.id, mail.id));
}

import { eq } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { moveMail, type SeenMail } from "./move-mail";

/** Says that nothing more is to be done about a mail. Conflict when somebody else changed it meanwhile. */
export async function settleInboundMail(ctx: Context, seen: SeenMail): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  await inTransaction(ctx, async (tx) => {
    await moveMail(tx, seen, "settled");
    await audit(tx, "inbound.settle", { kind: "inbound-mail", id: seen.id });
  });
}

/** Puts a mail away that is not for us; it can be taken back. Conflict when somebody else changed it meanwhile. */
export async function dismissInboundMail(ctx: Context, seen: SeenMail): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  await inTransaction(ctx, async (tx) => {
    await moveMail(tx, seen, "dismissed");
    await audit(tx, "inbound.dismiss", { kind: "inbound-mail", id: seen.id });
  });
}

/** Takes a mail back that was settled or dismissed; it waits again. Conflict when it waits already. */
export async function restoreInboundMail(ctx: Context, id: string): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  await inTransaction(ctx, async (tx) => {
    const [mail] = await tx.db.select().from(inboundMails).where(eq(inboundMails.id, id)).for("update");
    if (!mail) throw notFound();
    const isSomebodys = mail.inquiryId ?? mail.practiceId ?? mail.patientId;
    await moveMail(tx, mail, isSomebodys ? "assigned" : "new");
    await audit(tx, "inbound.restore", { kind: "inbound-mail", id });
  });
}

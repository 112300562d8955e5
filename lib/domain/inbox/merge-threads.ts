import { and, eq, inArray, sql } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { releaseMails } from "../mail/release-mails";
import type { SeenMail } from "./move-mail";
import { openInboundStates } from "./status";

/**
 * Joins the thread of a mail with that of another one: from then on they are shown together, and what waits in it
 * belongs to whom the other belongs to. Conflict when somebody else changed the mail meanwhile.
 */
export async function mergeThreads(ctx: Context, seen: SeenMail, intoId: string): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  await inTransaction(ctx, async (tx) => {
    const both = await tx.db
      .select()
      .from(inboundMails)
      .where(inArray(inboundMails.id, [seen.id, intoId]))
      .orderBy(inboundMails.id)
      .for("update");
    const [mine, other] = [seen.id, intoId].map((id) => both.find((mail) => mail.id === id));
    if (!mine || !other) throw notFound();
    if (mine.version !== seen.version || mine.threadId === other.threadId)
      throw conflict("inbound_mail_changed");
    const { threadId, inquiryId, practiceId, patientId } = other;
    const isSomebodys = inquiryId ?? practiceId ?? patientId;
    const inMyThread = eq(inboundMails.threadId, mine.threadId);
    if (isSomebodys) {
      const moved = await tx.db
        .update(inboundMails)
        .set({ inquiryId, practiceId, patientId, state: "assigned" })
        .where(and(inMyThread, inArray(inboundMails.state, [...openInboundStates])))
        .returning({ id: inboundMails.id });
      // Nothing happens by itself with an inquiry while a mail about it waits.
      const touched = moved.length > 0 ? new Set([mine.inquiryId, inquiryId]) : [];
      for (const id of touched) if (id) await emit(tx, "inquiry/changed", { inquiryId: id });
      if (moved.length > 0) await releaseMails(tx, [mine, { address: mine.sender.address }]);
    }
    await tx.db
      .update(inboundMails)
      .set({ threadId, version: sql`${inboundMails.version} + 1` })
      .where(inMyThread);
    await audit(tx, "inbound.merge", { kind: "inbound-mail", id: seen.id }, { into: intoId });
  });
}

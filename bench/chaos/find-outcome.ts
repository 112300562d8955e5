import { eq, isNull } from "drizzle-orm";
import {
  calls,
  inboundMails,
  inquiries,
  inquiryItems,
  mails,
  placements,
  searches,
  tasks,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { blindIndex } from "@/lib/core/crypto";
import type { Found } from "./story";

type Known = {
  /** When each phase began. */
  phaseStarts: readonly Date[];
  /** Of the letters that practices wrote. */
  messageIds: readonly string[];
};

/** Reads from the database what came of a run. */
export async function findOutcome({ db }: Context, { phaseStarts, messageIds }: Known): Promise<Found> {
  const phaseOf = (at: Date) => phaseStarts.findLastIndex((start) => start <= at);
  const items = await db.select().from(inquiryItems);
  const itemsOf = Map.groupBy(items, ({ inquiryId }) => inquiryId);
  const written = new Map(messageIds.map((messageId) => [blindIndex(`<${messageId}>`), messageId]));
  return {
    mails: (await db.select().from(mails)).map((mail) => ({ ...mail, phase: phaseOf(mail.createdAt) })),
    tasks: await db.select().from(tasks).where(isNull(tasks.doneAt)),
    calls: (await db.select().from(calls)).map(({ inquiryId, status }) => ({
      inquiryId: inquiryId ?? "none",
      status,
    })),
    inquiries: (await db.select().from(inquiries)).map(({ id, status, sentAt }) => ({
      id,
      status,
      wasSent: sentAt !== null,
      outcomes: (itemsOf.get(id) ?? []).map(({ outcome }) => outcome),
    })),
    placements: await db
      .select({
        inquiryId: inquiryItems.inquiryId,
        status: placements.status,
        endReason: placements.endReason,
      })
      .from(placements)
      .innerJoin(inquiryItems, eq(inquiryItems.id, placements.itemId)),
    searches: await db.select({ id: searches.id, status: searches.status }).from(searches),
    letters: (await db.select().from(inboundMails)).map(({ messageIdIndex, kind, inquiryId }) => ({
      messageId: written.get(messageIdIndex ?? "") ?? null,
      kind,
      inquiryId,
    })),
  };
}

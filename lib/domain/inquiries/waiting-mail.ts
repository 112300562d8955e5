import { type AnyColumn, and, eq, exists, inArray, sql } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { openInboundStates, speakingKinds } from "../inbox/status";

/**
 * As SQL: whether a mail in which somebody says something about this inquiry waits for a person. Until it was read,
 * nobody is reminded or called: the practice may have answered or objected.
 */
export function hasWaitingMail(ctx: Context, inquiryId: string | AnyColumn) {
  const waiting = ctx.db
    .select({ one: sql`1` })
    .from(inboundMails)
    .where(
      and(
        eq(inboundMails.inquiryId, inquiryId),
        inArray(inboundMails.kind, [...speakingKinds]),
        inArray(inboundMails.state, [...openInboundStates]),
      ),
    );
  return exists(waiting);
}

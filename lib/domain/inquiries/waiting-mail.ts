import { and, eq, exists, inArray, or, sql } from "drizzle-orm";
import { inboundMails, inquiries } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { openInboundStates, speakingKinds } from "../inbox/status";

/**
 * As SQL about a row of `inquiries`: whether a mail in which its practice says something waits for a person, be it
 * about this inquiry or an earlier one. Until it was read, nothing is sent and nobody is reminded or called: the
 * practice may have answered or objected.
 */
export function hasWaitingMail(ctx: Context) {
  const waiting = ctx.db
    .select({ one: sql`1` })
    .from(inboundMails)
    .where(
      and(
        or(eq(inboundMails.inquiryId, inquiries.id), eq(inboundMails.practiceId, inquiries.practiceId)),
        inArray(inboundMails.kind, [...speakingKinds]),
        inArray(inboundMails.state, [...openInboundStates]),
      ),
    );
  return exists(waiting);
}

type Whose = { inquiryId: string | null; practiceId: string | null };

/** Lets every inquiry look anew that a mail of these held up or holds up now, in the caller's transaction. */
export async function emitToHeld(ctx: Context, whose: Whose[]): Promise<void> {
  const ids = new Set(whose.flatMap(({ inquiryId }) => inquiryId ?? []));
  const practiceIds = whose.flatMap(({ practiceId }) => practiceId ?? []);
  if (practiceIds.length > 0) {
    const open = await ctx.db
      .select({ id: inquiries.id })
      .from(inquiries)
      .where(
        and(inArray(inquiries.practiceId, practiceIds), inArray(inquiries.status, ["approved", "sent"])),
      );
    for (const { id } of open) ids.add(id);
  }
  for (const inquiryId of ids) await emit(ctx, "inquiry/changed", { inquiryId });
}

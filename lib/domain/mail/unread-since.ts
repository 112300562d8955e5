import { and, eq, inArray, min, or } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { blindIndex } from "@/lib/core/crypto";
import { openInboundStates, speakingKinds } from "../inbox/status";
import type { Mail } from "./compose-mail";
import type { Recipient } from "./find-recipient";
import { asksPractice } from "./templates";

/**
 * Since when something waits to be read that a mail to a practice must not overtake; null when nothing does. A mail
 * that asks waits for every word of the practice, any other only for what seems to be an objection: a patient's yes is
 * not held up by a question. It is the practice's by its inquiry, its mailbox or the address that it came from.
 */
export async function unreadSince(
  ctx: Context,
  { template, practiceId, inquiryId }: Pick<Mail, "template" | "practiceId" | "inquiryId">,
  { address }: Pick<Recipient, "address">,
): Promise<Date | null> {
  if (!practiceId) return null;
  const [unread] = await ctx.db
    .select({ since: min(inboundMails.createdAt) })
    .from(inboundMails)
    .where(
      and(
        or(
          eq(inboundMails.practiceId, practiceId),
          inquiryId ? eq(inboundMails.inquiryId, inquiryId) : undefined,
          address ? eq(inboundMails.senderIndex, blindIndex(address)) : undefined,
        ),
        inArray(inboundMails.kind, asksPractice(template) ? [...speakingKinds] : ["objection"]),
        inArray(inboundMails.state, [...openInboundStates]),
      ),
    );
  return unread?.since ?? null;
}

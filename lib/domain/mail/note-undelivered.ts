import { and, eq, isNull } from "drizzle-orm";
import { mails } from "@/db/schema";
import type { Context } from "@/lib/core/context";

export const isSameAddress = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * Notes that a mail left but nobody got it, in the caller's transaction, unless the report is about another address.
 * Tells whether that is news.
 */
export async function noteUndelivered(
  ctx: Context,
  { id, recipient }: Pick<typeof mails.$inferSelect, "id" | "recipient">,
  address: string,
): Promise<boolean> {
  if (!recipient || (address && !isSameAddress(recipient, address))) return false;
  const noted = await ctx.db
    .update(mails)
    .set({ bouncedAt: ctx.now })
    .where(and(eq(mails.id, id), isNull(mails.bouncedAt)))
    .returning({ id: mails.id });
  return noted.length > 0;
}

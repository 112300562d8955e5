import { eq } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { type StandingObjection, standingForAddress } from "../therapists/keep-objection";

/** What objections hold for the address that a mail came from, and for its domain. `not-found` when there is no such mail. */
export async function listSenderObjections(ctx: Context, mailId: string): Promise<StandingObjection[]> {
  requireAbility(ctx, "mail.read");
  const [mail] = await ctx.db
    .select({ sender: inboundMails.sender })
    .from(inboundMails)
    .where(eq(inboundMails.id, mailId));
  if (!mail) throw notFound();
  return mail.sender.address ? standingForAddress(ctx, mail.sender.address) : [];
}

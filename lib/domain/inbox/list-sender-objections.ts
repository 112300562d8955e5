import { eq } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { standingForAddress } from "../therapists/keep-objection";
import { type ObjectionView, viewObjections } from "../therapists/view-objections";

/** What objections hold for the address that a mail came from, and for its domain, and for how many entries. `not-found` when there is no such mail. */
export async function listSenderObjections(ctx: Context, mailId: string): Promise<ObjectionView[]> {
  requireAbility(ctx, "mail.read");
  const [mail] = await ctx.db
    .select({ sender: inboundMails.sender })
    .from(inboundMails)
    .where(eq(inboundMails.id, mailId));
  if (!mail) throw notFound();
  const email = mail.sender.address;
  return email ? viewObjections(ctx, await standingForAddress(ctx, email), { email }) : [];
}

import { and, eq, inArray } from "drizzle-orm";
import { mails } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { offerLetters } from "../mail/templates";
import type { PlacementRow } from "./access";
import { offerReach } from "./offer-reach";

/**
 * Calls off the mails of an offer that still wait to leave, in the caller's transaction, and says whether the patient
 * may have heard of the offer: by a mail that left or may have left, or by a call that was made in its place.
 */
export async function callOffOffer(ctx: Context, offer: PlacementRow): Promise<boolean> {
  if (offer.toldAt === null) return false;
  const offering = and(eq(mails.placementId, offer.id), inArray(mails.template, [...offerLetters]));
  const calledOff = await ctx.db
    .update(mails)
    .set({ status: "cancelled" })
    .where(and(offering, eq(mails.status, "queued")))
    .returning({ id: mails.id });
  for (const { id } of calledOff)
    await audit(ctx, "mail.send", { kind: "mail", id }, { result: "cancelled" });
  return (await offerReach(ctx, offer.id)) === "heard";
}

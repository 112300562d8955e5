import { eq } from "drizzle-orm";
import { locations, objections, type therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { isObjected, objectionIndex } from "./objection-index";

/** Whether this therapist or this address objected to being written to, as of now. */
export async function hasObjected(
  ctx: Context,
  therapist: typeof therapists.$inferSelect,
  email: string,
): Promise<boolean> {
  const sites = await ctx.db
    .select({ postalCode: locations.postalCode })
    .from(locations)
    .where(eq(locations.therapistId, therapist.id));
  const index = objectionIndex(await ctx.db.select().from(objections));
  return isObjected(index, { ...therapist, email, postalCodes: sites.map((site) => site.postalCode) });
}

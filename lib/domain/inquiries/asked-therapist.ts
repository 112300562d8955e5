import { asc, eq } from "drizzle-orm";
import { type AskedTherapist, locations, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { personName } from "@/lib/format";

/** Whom an inquiry asks, in the words in which it is remembered: name, seat and town as they are now. */
export async function askedTherapist(ctx: Context, therapistId: string): Promise<AskedTherapist> {
  const [therapist] = await ctx.db.select().from(therapists).where(eq(therapists.id, therapistId));
  const [site] = await ctx.db
    .select({ city: locations.city })
    .from(locations)
    .where(eq(locations.therapistId, therapistId))
    .orderBy(asc(locations.id))
    .limit(1);
  return {
    name: therapist ? personName(therapist) : "",
    seat: therapist?.statutorySeat ?? "unknown",
    city: site?.city ?? "",
  };
}

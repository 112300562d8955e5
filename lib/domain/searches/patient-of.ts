import { eq } from "drizzle-orm";
import { searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/** Whose search this is. Throws when there is none. */
export async function patientOf(ctx: Context, searchId: string): Promise<string> {
  const [search] = await ctx.db
    .select({ patientId: searches.patientId })
    .from(searches)
    .where(eq(searches.id, searchId));
  return search!.patientId;
}

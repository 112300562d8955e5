import { type SQL, and, eq, inArray } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { patientScope } from "../patients/access";
import { type SearchStatus, searchStatusesBefore } from "./status";

export type SearchRow = typeof searches.$inferSelect;
type Move = {
  to: SearchStatus;
  /** States from which it may start; those of the state machine by default. */
  from?: SearchStatus[];
  set?: PgUpdateSetSource<typeof searches>;
  where?: SQL;
};

/**
 * Moves a search to another state by one conditional update, within what the actor may touch. Throws `not-found` for
 * a search outside of that, and `conflict` with the key `search_<state>` when it is in a state that forbids the move.
 */
export async function moveSearch(ctx: Context, searchId: string, move: Move): Promise<SearchRow> {
  const mine = and(eq(searches.id, searchId), patientScope(ctx, "patients.write", searches.patientId));
  const from = move.from ?? searchStatusesBefore(move.to);
  const [moved] = await ctx.db
    .update(searches)
    .set({ ...move.set, status: move.to })
    .where(and(mine, inArray(searches.status, from), move.where))
    .returning();
  if (moved) return moved;
  const [search] = await ctx.db.select({ status: searches.status }).from(searches).where(mine);
  throw search ? conflict(`search_${search.status}`) : notFound();
}

import { type SQL, asc, eq, like, sql } from "drizzle-orm";
import { practices, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { domainOf } from "@/lib/email/addresses";
import { endingWith } from "../like-pattern";
import type { StandingObjection } from "./keep-objection";
import type { ObjectionKind } from "./objection-kinds";

export type ObjectionView = StandingObjection & {
  /** How many other entries the same address or domain has, for whom it holds as well. */
  others: number;
};

/** The earliest objection of each kind, with how many entries besides `therapistId` have the address or its domain. */
export async function viewObjections(
  ctx: Context,
  standing: StandingObjection[],
  { email, therapistId }: { email: string | null; therapistId?: string },
): Promise<ObjectionView[]> {
  const byKind = new Map<ObjectionKind, StandingObjection>();
  for (const one of standing) if (!byKind.has(one.kind)) byKind.set(one.kind, one);
  return Promise.all(
    [...byKind.values()].map(async (one) => {
      const meant = await therapistsMeant(ctx, one.kind, email);
      return { ...one, others: meant.filter((id) => id !== therapistId).length };
    }),
  );
}

/** Whose entries have this address, or one of its domain, in the order of their ids; nobody's by a person's objection. */
export async function therapistsMeant(
  ctx: Context,
  kind: ObjectionKind,
  email: string | null,
): Promise<string[]> {
  if (kind === "person" || !email) return [];
  const address = sql`lower(${practices.email})`;
  const isMeant: SQL =
    kind === "address" ? eq(address, email.toLowerCase()) : like(address, endingWith(`@${domainOf(email)}`));
  const found = await ctx.db
    .select({ id: therapists.id })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .where(isMeant)
    .orderBy(asc(therapists.id));
  return found.map(({ id }) => id);
}

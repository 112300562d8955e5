import { and, eq, like, ne, sql } from "drizzle-orm";
import { practices, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { domainOf } from "@/lib/email/addresses";
import { endingWith } from "../like-pattern";
import { type StandingObjection, standingObjections } from "./keep-objection";
import type { ObjectionKind } from "./objection-kinds";

export type ObjectionView = StandingObjection & {
  /** How many other entries the same address or domain has, for whom it holds as well. */
  others: number;
};

/** Every objection that holds for a therapist, one of a kind, the earliest first. `not-found` when there is no such therapist. */
export async function listObjections(ctx: Context, therapistId: string): Promise<ObjectionView[]> {
  requireAbility(ctx, "therapists.read");
  const standing = await standingObjections(ctx, therapistId);
  const byKind = new Map<ObjectionKind, StandingObjection>();
  for (const one of standing) if (!byKind.has(one.kind)) byKind.set(one.kind, one);
  return Promise.all(
    [...byKind.values()].map(async (one) => ({ ...one, others: await othersOf(ctx, therapistId, one.kind) })),
  );
}

async function othersOf(ctx: Context, therapistId: string, kind: ObjectionKind): Promise<number> {
  if (kind === "person") return 0;
  const [own] = await ctx.db
    .select({ email: practices.email })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .where(eq(therapists.id, therapistId));
  if (!own?.email) return 0;
  const isMeant =
    kind === "address"
      ? eq(sql`lower(${practices.email})`, own.email.toLowerCase())
      : like(sql`lower(${practices.email})`, endingWith(`@${domainOf(own.email)}`));
  const [found] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .where(and(isMeant, ne(therapists.id, therapistId)));
  return found?.count ?? 0;
}

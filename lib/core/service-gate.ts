import { and, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { serviceGates } from "@/db/schema";
import { currentTime } from "./clock";
import type { Context } from "./context";

/** After so many failures in a row a service is left alone. */
const maxFailures = 5;
const closedMs = 5 * 60 * 1000;
/** While one question tries whether a service is back, nobody else asks. */
const trialMs = 60 * 1000;
/** However long a service asks us to wait. */
const longestWaitMs = 24 * 60 * 60 * 1000;

export type Gate = {
  host: string;
  /** From one question to the next, counted over all processes. */
  pauseMs: number;
  /** How long a question may wait for its turn. */
  maxWaitMs: number;
};

/**
 * Takes the next turn at a foreign service and returns how many milliseconds are left until then; null when the
 * service is being left alone or too many are waiting already, and then no turn is taken. One statement decides, so
 * any number of processes keep the pace together.
 */
export async function takeTurn(ctx: Context, { host, pauseMs, maxWaitMs }: Gate): Promise<number | null> {
  const now = currentTime();
  const after = (ms: number) => new Date(now.getTime() + ms);
  const nowSql = sql`${now.toISOString()}::timestamptz`;
  const [turn] = await ctx.db
    .insert(serviceGates)
    .values({ host, nextAt: after(pauseMs) })
    .onConflictDoUpdate({
      target: serviceGates.host,
      set: {
        nextAt: sql`greatest(${serviceGates.nextAt}, ${nowSql}) + ${pauseMs} * interval '1 millisecond'`,
        closedUntil: sql`case when ${serviceGates.failures} >= ${maxFailures} then ${after(trialMs).toISOString()}::timestamptz end`,
      },
      setWhere: and(
        or(isNull(serviceGates.closedUntil), lte(serviceGates.closedUntil, now)),
        lte(serviceGates.nextAt, after(maxWaitMs)),
      ),
    })
    .returning({ nextAt: serviceGates.nextAt });
  return turn ? Math.max(0, turn.nextAt.getTime() - pauseMs - now.getTime()) : null;
}

/** Notes that a service answered properly: it is trusted again, but a wait that it asked for is kept. */
export async function noteSuccess(ctx: Context, host: string): Promise<void> {
  await ctx.db
    .update(serviceGates)
    .set({
      failures: 0,
      closedUntil: sql`case when ${serviceGates.failures} < ${maxFailures} then ${serviceGates.closedUntil} end`,
    })
    .where(and(eq(serviceGates.host, host), gt(serviceGates.failures, 0)));
}

/**
 * Notes that a service did not answer properly. After the fifth time in a row, or for as long as the service asks, it
 * is left alone.
 */
export async function noteFailure(ctx: Context, host: string, waitMs: number | null): Promise<void> {
  const now = currentTime();
  const until = (ms: number) =>
    sql`${new Date(now.getTime() + Math.min(ms, longestWaitMs)).toISOString()}::timestamptz`;
  const asked = waitMs === null ? sql`null` : until(waitMs);
  await ctx.db
    .update(serviceGates)
    .set({
      failures: sql`${serviceGates.failures} + 1`,
      closedUntil: sql`greatest(${serviceGates.closedUntil}, ${asked}, case when ${serviceGates.failures} + 1 >= ${maxFailures} then ${until(closedMs)} end)`,
    })
    .where(eq(serviceGates.host, host));
}

import { hasAllMigrations } from "@/db/applied-migrations";
import type { Context } from "./context";
import { isBeating } from "./heartbeat";

export type Readiness = { database: boolean; migrations: boolean; relay: boolean };

/** Longer than the relay may wait for an engine that does not answer. */
const relaySilenceMs = 90_000;

/**
 * Whether this process can work: its database answers within `patienceMs`, has the newest tables, and events are
 * being handed on. Never throws.
 */
export async function checkReadiness(ctx: Context, patienceMs = 3000): Promise<Readiness> {
  const relay = isBeating("relay", relaySilenceMs);
  try {
    return { database: true, migrations: await within(patienceMs, hasAllMigrations(ctx.db)), relay };
  } catch {
    return { database: false, migrations: false, relay };
  }
}

async function within<T>(patienceMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

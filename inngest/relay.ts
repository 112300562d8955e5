import { sealAudit } from "@/lib/core/audit";
import { systemContext } from "@/lib/core/context";
import { beat } from "@/lib/core/heartbeat";
import { type StoredEvent, relayEvents } from "@/lib/core/outbox";
import { repeat } from "@/lib/core/repeat";
import { inngest } from "./client";

const batchSize = 100;
const idleMs = { shortest: 200, longest: 1000 };
const sealEveryMs = 5000;

const shared = globalThis as { lotseRelay?: { stop: () => void } };

/**
 * From now on this process hands stored events to the engine and seals the audit log, until SIGTERM. Never throws: a
 * failure is logged without personal data and tried again after a growing wait. A second call does nothing. Returns how to stop it.
 */
export function startRelay(): () => void {
  if (shared.lotseRelay) return shared.lotseRelay.stop;
  const stopped = new AbortController();
  shared.lotseRelay = { stop: () => stopped.abort() };
  process.once("SIGTERM", shared.lotseRelay.stop);
  void repeat(stopped.signal, "relay", idleMs.shortest, relayOnce);
  void repeat(stopped.signal, "audit-seal", sealEveryMs, sealOnce);
  return shared.lotseRelay.stop;
}

/** Sends one batch; returns how long to wait before the next look. */
async function relayOnce(lastWaitMs: number): Promise<number> {
  beat("relay");
  const sent = await relayEvents(systemContext("relay"), send, batchSize);
  if (sent === batchSize) return 0;
  return sent > 0 ? idleMs.shortest : Math.min(Math.max(lastWaitMs * 1.5, idleMs.shortest), idleMs.longest);
}

/** The engine takes an event with the same id once, so a repeat after a crash is harmless. */
async function send(events: StoredEvent[]): Promise<void> {
  await inngest.send(events.map(({ id, name, data }) => ({ id, name, data })));
}

async function sealOnce(): Promise<number> {
  const limit = 500;
  const sealed = await sealAudit(systemContext("audit-seal"), limit);
  return sealed === limit ? 0 : sealEveryMs;
}

import { asc, inArray, isNull } from "drizzle-orm";
import { newId } from "@/db/columns";
import { outbox } from "@/db/schema";
import { type Context, inTransaction } from "./context";
import { type EventData, type EventName, events } from "./events";

export type StoredEvent = { id: string; name: string; data: Record<string, unknown> };

/** Writes an event in the caller's transaction; the relay sends it after the commit, with this id, at least once. */
export async function emit<Name extends EventName>(
  ctx: Context,
  name: Name,
  data: EventData<Name>,
): Promise<void> {
  await ctx.db
    .insert(outbox)
    .values({ id: newId(), name, data: events[name].parse(data), createdAt: ctx.now });
}

/** Writes many events of one name in the caller's transaction, a thousand rows a statement. */
export async function emitAll<Name extends EventName>(
  ctx: Context,
  name: Name,
  data: readonly EventData<Name>[],
): Promise<void> {
  for (let start = 0; start < data.length; start += 1000) {
    const part = data.slice(start, start + 1000);
    await ctx.db
      .insert(outbox)
      .values(part.map((one) => ({ id: newId(), name, data: events[name].parse(one), createdAt: ctx.now })));
  }
}

/**
 * Hands unsent events to `send`, oldest first, and marks them as sent once `send` returned. A crash in between sends
 * them again with the same ids, which the engine takes once. Several relays share the work. Returns how many went.
 */
export async function relayEvents(
  ctx: Context,
  send: (events: StoredEvent[]) => Promise<void>,
  limit = 100,
): Promise<number> {
  return inTransaction(ctx, async ({ db, now }) => {
    const batch = await db
      .select({ id: outbox.id, name: outbox.name, data: outbox.data })
      .from(outbox)
      .where(isNull(outbox.sentAt))
      .orderBy(asc(outbox.createdAt), asc(outbox.id))
      .limit(limit)
      .for("update", { skipLocked: true });
    if (batch.length === 0) return 0;
    await send(batch);
    await db
      .update(outbox)
      .set({ sentAt: now })
      .where(
        inArray(
          outbox.id,
          batch.map((event) => event.id),
        ),
      );
    return batch.length;
  });
}

import { and, eq, lt } from "drizzle-orm";
import { apiRequests } from "@/db/schema";
import { type Context, inTransaction } from "./context";
import { hashSecret } from "./crypto";
import { AppError, forbidden } from "./errors";

const keyLifetimeMs = 24 * 60 * 60 * 1000;

/**
 * Does `work`, which makes something and returns its id, once for each key of the acting API token: within a day the
 * same key returns the id that was made then, with `replayed`. Two at the same moment wait for each other, and work
 * that failed may be done again. `invalid` when the key was used for other content.
 */
export async function once(
  ctx: Context,
  { key, content }: { key: string; content: string },
  work: (ctx: Context) => Promise<string>,
): Promise<{ id: string; replayed: boolean }> {
  if (ctx.actor.kind !== "api") throw forbidden();
  const { tokenId } = ctx.actor;
  const keyHash = hashSecret(key);
  // The key is part of it, so that the content cannot be guessed from the table.
  const fingerprint = hashSecret(`${key}\n${content}`);
  const mine = and(eq(apiRequests.tokenId, tokenId), eq(apiRequests.keyHash, keyHash));
  return inTransaction(ctx, async (tx) => {
    const fresh = { fingerprint, resourceId: null, createdAt: tx.now };
    const [claimed] = await tx.db
      .insert(apiRequests)
      .values({ tokenId, keyHash, ...fresh })
      .onConflictDoUpdate({
        target: [apiRequests.tokenId, apiRequests.keyHash],
        set: fresh,
        setWhere: lt(apiRequests.createdAt, new Date(tx.now.getTime() - keyLifetimeMs)),
      })
      .returning({ tokenId: apiRequests.tokenId });
    if (claimed) {
      const id = await work(tx);
      await tx.db.update(apiRequests).set({ resourceId: id }).where(mine);
      return { id, replayed: false };
    }
    const [earlier] = await tx.db.select().from(apiRequests).where(mine);
    if (!earlier?.resourceId || earlier.fingerprint !== fingerprint)
      throw new AppError("invalid", "idempotency_key_reused");
    return { id: earlier.resourceId, replayed: true };
  });
}

/** Forgets keys that are older than a day; for the nightly clean-up. Returns how many. */
export async function forgetOldRequests(ctx: Context): Promise<number> {
  const forgotten = await ctx.db
    .delete(apiRequests)
    .where(lt(apiRequests.createdAt, new Date(ctx.now.getTime() - keyLifetimeMs)))
    .returning({ tokenId: apiRequests.tokenId });
  return forgotten.length;
}

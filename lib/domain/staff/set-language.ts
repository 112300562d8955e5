import { and, eq, ne } from "drizzle-orm";
import { staff } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import type { Locale } from "@/lib/i18n/locale";

/** Remembers in which language somebody of the team reads; mails to them that are queued from now on are in it. */
export async function setLanguage(ctx: Context, locale: Locale): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "staff") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    if (await storeLanguage(tx, actor.id, locale))
      await audit(tx, "staff.update", { kind: "staff", id: actor.id }, { fields: ["locale"] });
  });
}

/** In the caller's transaction; returns whether it was another language. */
export async function storeLanguage(ctx: Context, staffId: string, locale: Locale): Promise<boolean> {
  const changed = await ctx.db
    .update(staff)
    .set({ locale })
    .where(and(eq(staff.id, staffId), ne(staff.locale, locale)))
    .returning({ id: staff.id });
  return changed.length > 0;
}

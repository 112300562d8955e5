import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { staff } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, conflict, forbidden, notFound } from "@/lib/core/errors";
import { giveBackRate, limitRate } from "@/lib/core/rate-limit";
import { hashPassword, verifyPassword } from "./passwords";
import { endSessions } from "./revoke-sessions";
import { newPassword } from "./schemas";

export type PasswordChange = { current: string; password: string; /** Stays signed in. */ sessionId: string };

/** Changes one's own password and signs out everywhere else. `invalid` when the current one is wrong. */
export async function changePassword(
  ctx: Context,
  { current, password, sessionId }: PasswordChange,
): Promise<void> {
  if (ctx.actor.kind !== "staff") throw forbidden();
  const staffId = ctx.actor.id;
  const next = z.object({ password: newPassword }).parse({ password }).password;
  const key = `change-password ${staffId}`;
  await limitRate(ctx, key, 10, 15 * 60);
  const [member] = await ctx.db.select().from(staff).where(eq(staff.id, staffId));
  if (!(await verifyPassword(member?.passwordHash, current.slice(0, 256))) || !member) {
    throw new AppError("invalid", "password_wrong", { fields: { current: "password_wrong" } });
  }
  await giveBackRate(ctx, key);
  await storePassword(ctx, { staffId, password: next, seenHash: member.passwordHash, sessionId });
}

/** Gives somebody a new password, which signs them out everywhere. Needs the right to manage the team. */
export async function resetPassword(ctx: Context, staffId: string, password: string): Promise<void> {
  requireAbility(ctx, "staff.manage");
  const next = z.object({ password: newPassword }).parse({ password }).password;
  const [member] = await ctx.db.select({ hash: staff.passwordHash }).from(staff).where(eq(staff.id, staffId));
  if (!member) throw notFound();
  await storePassword(ctx, { staffId, password: next, seenHash: member.hash });
}

type Stored = { staffId: string; password: string; seenHash: string; sessionId?: string };

async function storePassword(
  ctx: Context,
  { staffId, password, seenHash, sessionId }: Stored,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await inTransaction(ctx, async (tx) => {
    const [changed] = await tx.db
      .update(staff)
      .set({ passwordHash })
      .where(and(eq(staff.id, staffId), eq(staff.passwordHash, seenHash)))
      .returning({ id: staff.id });
    if (!changed) throw conflict("conflict");
    const count = await endSessions(tx, staffId, sessionId);
    await audit(
      tx,
      "staff.update",
      { kind: "staff", id: staffId },
      { fields: ["password"], signedOut: count },
    );
  });
}

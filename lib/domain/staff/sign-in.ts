import { and, eq } from "drizzle-orm";
import { staff, staffSessions } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { giveBackRate, limitRate } from "@/lib/core/rate-limit";
import type { Locale } from "@/lib/i18n/locale";
import { verifyPassword } from "./passwords";
import { storeLanguage } from "./set-language";
import { credentials } from "./schemas";

export const sessionHours = 12;
const window = { seconds: 15 * 60, perAccount: 10, perAddress: 100 };
/** Stands in the audit log where an attempt named nobody we know. */
const nobody = "00000000-0000-0000-0000-000000000000";

export type SignInInput = {
  email: string;
  password: string;
  /** Network address of the browser. */ address: string;
  /** Language of the page on which they sign in. */ locale?: Locale;
};
export type StartedSession = { sessionId: string; expiresAt: Date };

/**
 * Checks a password and starts a session of twelve hours. A wrong password, an unknown address and an account that
 * was closed all fail with the same sentence after the same work. Ten failures per account or a hundred per network
 * address within 15 minutes are refused before the password is looked at.
 */
export async function signIn(
  ctx: Context,
  { email, password, address, locale }: SignInInput,
): Promise<StartedSession> {
  const given = credentials.safeParse({ email, password });
  const keys = {
    address: `sign-in address ${address}`,
    account: `sign-in account ${given.data?.email ?? email}`,
  };
  await limitRate(ctx, keys.address, window.perAddress, window.seconds);
  await limitRate(ctx, keys.account, window.perAccount, window.seconds);
  const [member] = given.success
    ? await ctx.db.select().from(staff).where(eq(staff.email, given.data.email))
    : [];
  const right = await verifyPassword(member?.passwordHash, given.data?.password ?? "");
  const started = member && right ? await startSession(ctx, member, locale) : null;
  if (!started) {
    await audit(ctx, "staff.sign-in-failed", { kind: "staff", id: member?.id ?? nobody });
    throw new AppError("invalid", "sign_in_failed");
  }
  await giveBackRate(ctx, keys.account);
  await giveBackRate(ctx, keys.address);
  return started;
}

/** Holds the row, so that a password changed or an account closed in between leaves no session behind. */
async function startSession(
  ctx: Context,
  seen: typeof staff.$inferSelect,
  locale: Locale | undefined,
): Promise<StartedSession | null> {
  return inTransaction(ctx, async (tx) => {
    const [member] = await tx.db
      .select({ id: staff.id, role: staff.role, name: staff.name })
      .from(staff)
      .where(and(eq(staff.id, seen.id), eq(staff.passwordHash, seen.passwordHash), eq(staff.active, true)))
      .for("no key update");
    if (!member) return null;
    if (locale) await storeLanguage(tx, member.id, locale);
    const expiresAt = new Date(tx.now.getTime() + sessionHours * 60 * 60 * 1000);
    const [session] = await tx.db
      .insert(staffSessions)
      .values({ staffId: member.id, createdAt: tx.now, expiresAt })
      .returning({ id: staffSessions.id });
    if (!session) return null;
    await audit({ ...tx, actor: { kind: "staff", ...member } }, "staff.sign-in", {
      kind: "staff",
      id: member.id,
    });
    return { sessionId: session.id, expiresAt };
  });
}

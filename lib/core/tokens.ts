import { and, eq, gt, isNull } from "drizzle-orm";
import { accessTokens } from "@/db/schema";
import type { Context } from "./context";
import { hashSecret, newSecret } from "./crypto";

export type TokenPurpose = (typeof accessTokens.$inferSelect)["purpose"];

const days = (count: number) => count * 24 * 60 * 60 * 1000;
/** How long a link works, in milliseconds. */
const lifetimes: Record<TokenPurpose, number> = {
  confirm_email: days(7),
  patient_page: days(365),
  respond: days(60),
  stop_status_mails: days(365),
  calendar: days(365),
};

/** Makes a link's secret and stores its hash. Use the secret at once; it cannot be read again. */
export async function createToken(ctx: Context, purpose: TokenPurpose, subjectId: string): Promise<string> {
  const secret = newSecret();
  await ctx.db.insert(accessTokens).values({
    purpose,
    subjectId,
    tokenHash: hashSecret(secret),
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + lifetimes[purpose]),
  });
  return secret;
}

/** The subject of a link, or null when it is unknown, expired, revoked or of another purpose: all look alike. */
export async function findTokenSubject(
  ctx: Context,
  purpose: TokenPurpose,
  secret: string,
): Promise<string | null> {
  if (!/^[\w-]{43}$/.test(secret)) return null;
  const [token] = await ctx.db
    .select({ subjectId: accessTokens.subjectId })
    .from(accessTokens)
    .where(
      and(
        eq(accessTokens.tokenHash, hashSecret(secret)),
        eq(accessTokens.purpose, purpose),
        isNull(accessTokens.revokedAt),
        gt(accessTokens.expiresAt, ctx.now),
      ),
    );
  return token?.subjectId ?? null;
}

/** Closes every link of this purpose to this subject. */
export async function revokeTokens(ctx: Context, purpose: TokenPurpose, subjectId: string): Promise<void> {
  await ctx.db
    .update(accessTokens)
    .set({ revokedAt: ctx.now })
    .where(
      and(
        eq(accessTokens.purpose, purpose),
        eq(accessTokens.subjectId, subjectId),
        isNull(accessTokens.revokedAt),
      ),
    );
}

import { and, eq, gt, isNull } from "drizzle-orm";
import { accessTokens } from "@/db/schema";
import type { Actor, Context } from "./context";
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
export async function createToken(
  ctx: Context,
  purpose: TokenPurpose,
  subjectId: string,
  forwardId: string | null = null,
): Promise<string> {
  const secret = newSecret();
  await ctx.db.insert(accessTokens).values({
    purpose,
    subjectId,
    forwardId,
    tokenHash: hashSecret(secret),
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + lifetimes[purpose]),
  });
  return secret;
}

/** The subject of a link, or null when it is unknown, expired, revoked or of another purpose: all look alike. */
export async function findTokenSubject(
  ctx: Context,
  purpose: Exclude<TokenPurpose, "respond">,
  secret: string,
): Promise<string | null> {
  return (await findToken(ctx, purpose, secret))?.subjectId ?? null;
}

/** Whoever has a link to an inquiry. */
export type Respondent = Extract<Actor, { kind: "therapist" | "colleague" }>;

/** Who acts by the link of an inquiry, the practice or a colleague; null for every link that does not work. */
export async function findRespondent(ctx: Context, secret: string): Promise<Respondent | null> {
  const token = await findToken(ctx, "respond", secret);
  if (!token) return null;
  const { subjectId: inquiryId, forwardId } = token;
  return forwardId ? { kind: "colleague", inquiryId, forwardId } : { kind: "therapist", inquiryId };
}

/** Whose link this is, also after it was closed: only to say why it leads nowhere, never to act. Null for an unknown or expired one. */
export async function findFormerRespondent(
  ctx: Context,
  secret: string,
): Promise<{ inquiryId: string; forwardId: string | null; isRevoked: boolean } | null> {
  const token = await findToken(ctx, "respond", secret, { evenRevoked: true });
  if (!token) return null;
  return { inquiryId: token.subjectId, forwardId: token.forwardId, isRevoked: token.revokedAt !== null };
}

async function findToken(ctx: Context, purpose: TokenPurpose, secret: string, { evenRevoked = false } = {}) {
  if (!/^[\w-]{43}$/.test(secret)) return null;
  const { subjectId, forwardId, revokedAt } = accessTokens;
  const [token] = await ctx.db
    .select({ subjectId, forwardId, revokedAt })
    .from(accessTokens)
    .where(
      and(
        eq(accessTokens.tokenHash, hashSecret(secret)),
        eq(accessTokens.purpose, purpose),
        evenRevoked ? undefined : isNull(accessTokens.revokedAt),
        gt(accessTokens.expiresAt, ctx.now),
      ),
    );
  return token ?? null;
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

/** Closes every link of the colleague to whom an inquiry was sent on, and no other. */
export async function revokeForward(ctx: Context, forwardId: string): Promise<void> {
  await ctx.db
    .update(accessTokens)
    .set({ revokedAt: ctx.now })
    .where(and(eq(accessTokens.forwardId, forwardId), isNull(accessTokens.revokedAt)));
}

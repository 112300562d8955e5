import { and, desc, eq, isNull, lt, or } from "drizzle-orm";
import { z } from "zod";
import { apiTokens, staff } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Actor, type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { hashSecret, newSecret } from "@/lib/core/crypto";
import { notFound } from "@/lib/core/errors";
import { apiScopes } from "@/lib/core/permissions";
import { line } from "../shared-schemas";

/** Makes a token recognisable where it turns up by mistake, in a log or a repository. */
const prefix = "lotse_";
const lastUseResolutionMs = 60 * 1000;

export const apiTokenInput = z.object({
  /** Says what the token is for. */
  name: line(120).min(1),
  scopes: z.array(z.enum(apiScopes)).min(1),
});
export type ApiTokenInput = z.output<typeof apiTokenInput>;
export type ApiActor = Extract<Actor, { kind: "api" }>;

/** Makes a token for the REST API. The secret is shown this once; only its hash is stored. For admins. */
export async function createApiToken(
  ctx: Context,
  input: ApiTokenInput,
): Promise<{ id: string; secret: string }> {
  requireAbility(ctx, "staff.manage");
  const { name, scopes } = apiTokenInput.parse(input);
  const secret = prefix + newSecret();
  return inTransaction(ctx, async (tx) => {
    const [token] = await tx.db
      .insert(apiTokens)
      .values({
        name,
        scopes: [...new Set(scopes)],
        tokenHash: hashSecret(secret),
        createdBy: tx.actor.kind === "staff" ? tx.actor.id : null,
        createdAt: tx.now,
      })
      .returning({ id: apiTokens.id });
    await audit(tx, "token.create", { kind: "api-token", id: token!.id }, { scopes });
    return { id: token!.id, secret };
  });
}

/** Ends a token at once. `not-found` when there is none or it was ended before. For admins. */
export async function revokeApiToken(ctx: Context, id: string): Promise<void> {
  requireAbility(ctx, "staff.manage");
  await inTransaction(ctx, async (tx) => {
    const [revoked] = await tx.db
      .update(apiTokens)
      .set({ revokedAt: tx.now })
      .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
      .returning({ id: apiTokens.id });
    if (!revoked) throw notFound();
    await audit(tx, "token.revoke", { kind: "api-token", id });
  });
}

/** All tokens, the newest first, without their secrets. For admins. */
export async function listApiTokens(ctx: Context) {
  requireAbility(ctx, "staff.manage");
  return ctx.db
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      scopes: apiTokens.scopes,
      createdBy: staff.name,
      createdAt: apiTokens.createdAt,
      lastUsedAt: apiTokens.lastUsedAt,
      revokedAt: apiTokens.revokedAt,
    })
    .from(apiTokens)
    .leftJoin(staff, eq(staff.id, apiTokens.createdBy))
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id));
}

/** Who acts with this secret, or null when it is unknown or was ended. Notes the use, to the minute. */
export async function authenticateApiToken(ctx: Context, secret: string): Promise<ApiActor | null> {
  if (!/^lotse_[\w-]{43}$/.test(secret)) return null;
  const [token] = await ctx.db
    .select({ id: apiTokens.id, scopes: apiTokens.scopes })
    .from(apiTokens)
    .where(and(eq(apiTokens.tokenHash, hashSecret(secret)), isNull(apiTokens.revokedAt)));
  if (!token) return null;
  const notedBefore = new Date(ctx.now.getTime() - lastUseResolutionMs);
  await ctx.db
    .update(apiTokens)
    .set({ lastUsedAt: ctx.now })
    .where(
      and(
        eq(apiTokens.id, token.id),
        or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, notedBefore)),
      ),
    );
  return { kind: "api", tokenId: token.id, scopes: token.scopes };
}

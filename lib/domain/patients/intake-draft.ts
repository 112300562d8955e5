import { and, eq, gt, inArray } from "drizzle-orm";
import { intakeDrafts } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { hashSecret, newSecret } from "@/lib/core/crypto";
import { conflict } from "@/lib/core/errors";
import type { ConsentKind } from "../consents/status";
import { registerPatient } from "./register-patient";
import type { PatientInput } from "./schemas";

/** What was typed so far, by the name of the form field. */
export type DraftValues = Record<string, string | string[]>;
/** A form that is being filled in, or one that was sent and is now empty. */
export type IntakeDraft =
  | { state: "open"; values: DraftValues; expiresAt: Date }
  | { state: "sent"; sentAt: Date };
export type Registration = { input: PatientInput; consents: ConsentKind[] };

/** A draft is deleted so many milliseconds after its last change. */
export const draftLifetimeMs = 7 * 24 * 60 * 60 * 1000;
/** Longer texts are shown again but not kept; no field allows half as much. */
const longestText = 10_000;
const longestList = 100;

/** The draft behind a secret, or null when it is unknown or expired. */
export async function findDraft(ctx: Context, secret: string): Promise<IntakeDraft | null> {
  const hash = hashSecret(secret);
  const [row] = await ctx.db
    .select()
    .from(intakeDrafts)
    .where(and(inArray(intakeDrafts.tokenHash, [hash, sentMark(hash)]), gt(intakeDrafts.expiresAt, ctx.now)));
  if (!row) return null;
  if (row.tokenHash === hash) return { state: "open", values: row.data, expiresAt: row.expiresAt };
  return { state: "sent", sentAt: new Date(row.expiresAt.getTime() - draftLifetimeMs) };
}

/**
 * Keeps what was typed into some fields of the form, whether or not it is right; the other fields stay as they are.
 * Returns the secret of the draft: a new one when `secret` is null or leads to none. `conflict` once the form was sent.
 */
export async function saveDraft(
  ctx: Context,
  secret: string | null,
  { isMine, values }: { isMine: (field: string) => boolean; values: DraftValues },
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const before = secret === null ? null : await lockDraft(tx, hashSecret(secret));
    if (before === null && secret !== null && (await findDraft(tx, secret))) throw conflict("intake_sent");
    const others = Object.entries(before ?? {}).filter(([field]) => !isMine(field));
    const mine = Object.entries(values).filter(([field, value]) => isMine(field) && isKeepable(value));
    const data = Object.fromEntries([...others, ...mine]);
    const expiresAt = new Date(tx.now.getTime() + draftLifetimeMs);
    const kept = before === null ? newSecret() : secret!;
    await tx.db
      .insert(intakeDrafts)
      .values({ tokenHash: hashSecret(kept), data, expiresAt })
      .onConflictDoUpdate({ target: intakeDrafts.tokenHash, set: { data, expiresAt } });
    return kept;
  });
}

/** Deletes a draft, or the mark that it was sent. */
export async function deleteDraft(ctx: Context, secret: string): Promise<void> {
  const hash = hashSecret(secret);
  await ctx.db.delete(intakeDrafts).where(inArray(intakeDrafts.tokenHash, [hash, sentMark(hash)]));
}

/**
 * Registers the patient that a draft describes and deletes the draft, in one transaction: sent twice, it registers
 * once. `read` makes the registration out of the typed texts; what it throws leaves the draft as it was. "unknown"
 * when there is no draft.
 */
export async function sendDraft(
  ctx: Context,
  secret: string,
  read: (values: DraftValues) => Registration,
): Promise<"registered" | "sent-before" | "unknown"> {
  const hash = hashSecret(secret);
  return inTransaction(ctx, async (tx) => {
    const values = await lockDraft(tx, hash);
    if (!values) return (await findDraft(tx, secret)) ? "sent-before" : "unknown";
    await registerPatient(tx, read(values));
    await tx.db.delete(intakeDrafts).where(eq(intakeDrafts.tokenHash, hash));
    // Holds nothing but the time; tells a second click from a form that nobody knows.
    const expiresAt = new Date(tx.now.getTime() + draftLifetimeMs);
    await tx.db.insert(intakeDrafts).values({ tokenHash: sentMark(hash), data: {}, expiresAt });
    return "registered";
  });
}

const sentMark = (hash: string) => `sent:${hash}`;

async function lockDraft(ctx: Context, hash: string): Promise<DraftValues | null> {
  const [row] = await ctx.db
    .select({ data: intakeDrafts.data })
    .from(intakeDrafts)
    .where(and(eq(intakeDrafts.tokenHash, hash), gt(intakeDrafts.expiresAt, ctx.now)))
    .for("update");
  return row?.data ?? null;
}

function isKeepable(value: string | string[]): boolean {
  const texts = Array.isArray(value) ? value : [value];
  return texts.length <= longestList && texts.every((text) => text.length <= longestText);
}

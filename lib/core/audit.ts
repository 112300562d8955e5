import { createHash } from "node:crypto";
import { asc, desc, eq, isNull, sql } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { auditEntries, auditSeals } from "@/db/schema";
import type { Actor, Context } from "./context";
import { inTransaction } from "./context";

/** The closed list of acts that are written down. */
export const acts = [
  "patient.register",
  "patient.verify",
  "patient.view",
  "patient.update",
  "patient.delete",
  "patient.bounce",
  "patient.link",
  "search.open",
  "search.pause",
  "search.resume",
  "search.place",
  "search.cancel",
  "search.return",
  "placement.confirm",
  "placement.agree",
  "placement.advance",
  "placement.retract",
  "placement.fail",
  "placement.ask",
  "consent.grant",
  "consent.withdraw",
  "therapist.create",
  "therapist.update",
  "therapist.block",
  "therapist.unblock",
  "therapist.activate",
  "therapist.deactivate",
  "therapist.delete",
  "therapist.object",
  "therapist.lift-objection",
  "practice.bounce",
  "therapist.tell",
  "therapist.disown-mailbox",
  "therapist.trust-mailbox",
  "exclusion.add",
  "exclusion.remove",
  "practice.add-form",
  "practice.remove-form",
  "import.request",
  "import.finish",
  "matching.request",
  "matching.finish",
  "matching.end",
  "matching.view",
  "inquiry.propose",
  "inquiry.approve",
  "inquiry.reject",
  "inquiry.undo-approve",
  "inquiry.undo-reject",
  "inquiry.view",
  "inquiry.add-item",
  "inquiry.drop-item",
  "inquiry.send",
  "inquiry.remind",
  "inquiry.postpone",
  "inquiry.take-over",
  "inquiry.hand-back",
  "inquiry.answer",
  "inquiry.offer-next",
  "inquiry.forward",
  "inquiry.expire",
  "inquiry.cancel",
  "mail.queue",
  "mail.send",
  "mail.view",
  "mail.test",
  "inbound.receive",
  "inbound.view",
  "inbound.download",
  "inbound.assign",
  "inbound.merge",
  "inbound.settle",
  "inbound.dismiss",
  "inbound.restore",
  "inbound.delete",
  "call.plan",
  "call.claim",
  "call.finish",
  "call.cancel",
  "calendar.create",
  "dossier.view",
  "dossier.update",
  "dossier.add-contact",
  "dossier.remove-contact",
  "staff.create",
  "staff.update",
  "staff.sign-in",
  "staff.sign-in-failed",
  "staff.sign-out",
  "staff.revoke",
  "token.create",
  "token.revoke",
  "settings.update",
  "task.finish",
  "task.reopen",
  "geocode.store",
] as const;
export type Act = (typeof acts)[number];

export type Subject = { kind: string; id: string };

/** Writes who did what to whom, in the caller's transaction. `details` holds ids, counts, settings and field names only. */
export async function audit(
  ctx: Context,
  act: Act,
  subject: Subject,
  details: Record<string, unknown> = {},
): Promise<void> {
  await ctx.db.insert(auditEntries).values({
    at: ctx.now,
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    act,
    subjectKind: subject.kind,
    subjectId: subject.id,
    details,
  });
}

/** Writes the same act for many subjects of one kind, in the caller's transaction. */
export async function auditAll(
  ctx: Context,
  act: Act,
  kind: string,
  ids: readonly string[],
  detailsOf: (id: string) => Record<string, unknown> = () => ({}),
): Promise<void> {
  const common = {
    at: ctx.now,
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    act,
    subjectKind: kind,
  };
  await insertRows(
    ctx.db,
    auditEntries,
    ids.map((subjectId) => ({ ...common, subjectId, details: detailsOf(subjectId) })),
  );
}

/**
 * Adds entries that are not sealed yet to the hash chain, oldest first, and returns how many. Sealing runs apart
 * from the writing transactions, so that they do not queue for the end of the chain.
 */
export async function sealAudit(ctx: Context, limit = 500): Promise<number> {
  return inTransaction(ctx, async ({ db }) => {
    await db.execute(sql`select pg_advisory_xact_lock(hashtext('audit-seal'))`);
    const open = await db
      .select({ entry: auditEntries })
      .from(auditEntries)
      .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
      .where(isNull(auditSeals.entryId))
      .orderBy(asc(auditEntries.id))
      .limit(limit);
    if (open.length === 0) return 0;
    const [last] = await db.select().from(auditSeals).orderBy(desc(auditSeals.position)).limit(1);
    let previous = last?.hash ?? "";
    const seals = open.map(({ entry }) => ({
      entryId: entry.id,
      hash: (previous = sealOf(previous, entry)),
    }));
    await db.insert(auditSeals).values(seals);
    return seals.length;
  });
}

/** Recomputes the chain; names the first entry that was changed or removed, or null when all is as written. */
export async function verifyAudit(ctx: Context): Promise<{ checked: number; brokenAt: string | null }> {
  let previous = "";
  let checked = 0;
  for (let position = 0; ;) {
    const rows = await ctx.db
      .select({ seal: auditSeals, entry: auditEntries })
      .from(auditSeals)
      .leftJoin(auditEntries, eq(auditSeals.entryId, auditEntries.id))
      .where(sql`${auditSeals.position} > ${position}`)
      .orderBy(asc(auditSeals.position))
      .limit(1000);
    if (rows.length === 0) return { checked, brokenAt: null };
    for (const { seal, entry } of rows) {
      if (!entry || sealOf(previous, entry) !== seal.hash) return { checked, brokenAt: seal.entryId };
      previous = seal.hash;
      position = seal.position;
      checked += 1;
    }
  }
}

function sealOf(previous: string, entry: typeof auditEntries.$inferSelect): string {
  const { id, at, actorKind, actorId, act, subjectKind, subjectId, details } = entry;
  const fields = [id, at.toISOString(), actorKind, actorId, act, subjectKind, subjectId, sorted(details)];
  return createHash("sha256").update(previous).update(JSON.stringify(fields)).digest("hex");
}

/** JSON with its keys in order, since Postgres does not keep the order in which they were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "staff":
      return actor.id;
    case "patient":
      return actor.patientId;
    case "therapist":
      return actor.inquiryId;
    case "colleague":
      return actor.forwardId;
    case "api":
      return actor.tokenId;
    case "system":
      return actor.job;
    case "public":
      return null;
  }
}

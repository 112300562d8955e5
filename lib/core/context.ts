import { type Connection, type Transaction, database } from "@/db/client";
import type { StaffRole } from "@/lib/domain/staff/status";
import { currentTime } from "./clock";
import { forbidden } from "./errors";
import { type Ability, abilitiesOfRole, abilitiesOfScopes } from "./permissions";

/** Who acts. Always found by an entrance from a session, link or token; never taken from a form. */
export type Actor =
  | { kind: "public" }
  | { kind: "staff"; id: string; role: StaffRole; name: string }
  | { kind: "patient"; patientId: string }
  | { kind: "therapist"; inquiryId: string }
  /** By the link that came with an inquiry which the practice sent on: may only what a verb grants to it by name. */
  | { kind: "colleague"; inquiryId: string; forwardId: string }
  | { kind: "api"; tokenId: string; scopes: readonly string[] }
  | { kind: "system"; job: string };

export type Context = { db: Connection; actor: Actor; now: Date };

export function createContext(actor: Actor, now = currentTime()): Context {
  return { db: database(), actor, now };
}

export const systemContext = (job: string, now?: Date) => createContext({ kind: "system", job }, now);

/** Runs `work` in one transaction, or in the one that is already open. */
export async function inTransaction<T>(
  ctx: Context,
  work: (ctx: Context & { db: Transaction }) => Promise<T>,
): Promise<T> {
  if (isTransaction(ctx.db)) return work({ ...ctx, db: ctx.db });
  return ctx.db.transaction((db) => work({ ...ctx, db }));
}

/**
 * Runs `work` in a transaction of its own, or in a savepoint of the one that is already open: what it throws undoes what
 * it did and nothing else.
 */
export async function inSavepoint<T>(
  ctx: Context,
  work: (ctx: Context & { db: Transaction }) => Promise<T>,
): Promise<T> {
  if (!isTransaction(ctx.db)) return inTransaction(ctx, work);
  return ctx.db.transaction((db) => work({ ...ctx, db }));
}

/** Whether the actor may; the system may everything, a patient or therapist link only what its own verb says. */
export function may(ctx: Context, ability: Ability): boolean {
  if (ctx.actor.kind === "system") return true;
  if (ctx.actor.kind === "staff") return abilitiesOfRole[ctx.actor.role].includes(ability);
  if (ctx.actor.kind === "api") return abilitiesOfScopes(ctx.actor.scopes).includes(ability);
  return false;
}

/** Throws `forbidden` unless the actor may. */
export function requireAbility(ctx: Context, ability: Ability): void {
  if (!may(ctx, ability)) throw forbidden();
}

/** Throws `forbidden` unless a workflow or another program of the service acts. */
export function requireSystem(ctx: Context): void {
  if (ctx.actor.kind !== "system") throw forbidden();
}

function isTransaction(db: Connection): db is Transaction {
  return "rollback" in db;
}

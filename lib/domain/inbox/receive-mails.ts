import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { inboundMailboxes, inboundMails } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, forbidden } from "@/lib/core/errors";
import { logUnexpected } from "@/lib/core/unexpected";
import {
  type FetchedMessage,
  type Mailbox,
  MailboxError,
  isMailboxRead,
  mailboxName,
  withMailbox,
} from "@/lib/email/mailbox";
import { type MailboxRow, storeInboundMail } from "./store-inbound-mail";

export type Received = { stored: number; /** More messages wait. */ more: boolean };

const batchSize = 25;

/**
 * Reads the next messages of the configured mailbox, oldest first: each is stored before anything is told to the mail
 * server, so that dying in between loses nothing and stores nothing twice. `unavailable` when the mail server cannot
 * be read, which is written down for the desk. Does nothing where no mailbox is configured. For the system only.
 */
export async function receiveMails(ctx: Context): Promise<Received> {
  if (ctx.actor.kind !== "system") throw forbidden();
  if (!isMailboxRead()) return { stored: 0, more: false };
  try {
    return await withMailbox((mailbox) => readBatch(ctx, mailbox));
  } catch (error) {
    if (!(error instanceof MailboxError)) throw error;
    await noteFailure(ctx, error.code);
    throw new AppError("unavailable", "mailbox_unavailable");
  }
}

async function readBatch(ctx: Context, mailbox: Mailbox): Promise<Received> {
  const row = await openMailbox(ctx, mailbox);
  await markStored(ctx, mailbox, row);
  const waiting = await mailbox.uidsAfter(row.lastUid);
  let stored = 0;
  for (const uid of waiting.slice(0, batchSize)) {
    const message = await mailbox.fetch(uid);
    if (message && (await store(ctx, row, message))) stored += 1;
  }
  await markStored(ctx, mailbox, row);
  const more = waiting.length > batchSize;
  await ctx.db
    .update(inboundMailboxes)
    .set({ failingSince: null, failureCode: null, ...(more ? {} : { readAt: ctx.now }) })
    .where(eq(inboundMailboxes.id, row.id));
  return { stored, more };
}

/** A message that cannot be stored, twice, does not hold up those behind it: then its head is. */
async function store(ctx: Context, row: MailboxRow, message: FetchedMessage): Promise<string | null> {
  for (const last of [false, true]) {
    try {
      return await storeInboundMail(ctx, row, message);
    } catch (error) {
      if (last) logUnexpected(error, "store inbound mail");
    }
  }
  return storeInboundMail(ctx, row, { ...message, whole: false });
}

/** The mailbox's row; where the mail server numbered its messages anew, everything is looked at again. */
async function openMailbox(ctx: Context, { name, uidValidity }: Mailbox) {
  return inTransaction(ctx, async ({ db }) => {
    await db.insert(inboundMailboxes).values({ name, uidValidity }).onConflictDoNothing();
    await db
      .update(inboundMailboxes)
      .set({ uidValidity, lastUid: 0 })
      .where(and(eq(inboundMailboxes.name, name), sql`${inboundMailboxes.uidValidity} <> ${uidValidity}`));
    const [row] = await db.select().from(inboundMailboxes).where(eq(inboundMailboxes.name, name));
    return row!;
  });
}

/** Tells the mail server which messages are stored, also those of a run that died before it could. */
async function markStored(ctx: Context, mailbox: Mailbox, row: MailboxRow): Promise<void> {
  const stored = await ctx.db
    .select({ id: inboundMails.id, uid: inboundMails.uid })
    .from(inboundMails)
    .where(
      and(
        eq(inboundMails.mailboxId, row.id),
        eq(inboundMails.uidValidity, mailbox.uidValidity),
        eq(inboundMails.marked, false),
      ),
    )
    .orderBy(asc(inboundMails.uid))
    .limit(500);
  if (stored.length === 0) return;
  await mailbox.markSeen(stored.map(({ uid }) => uid));
  const ids = stored.map(({ id }) => id);
  await ctx.db.update(inboundMails).set({ marked: true }).where(inArray(inboundMails.id, ids));
}

async function noteFailure(ctx: Context, failureCode: string): Promise<void> {
  await ctx.db
    .insert(inboundMailboxes)
    .values({ name: mailboxName(), uidValidity: "", failingSince: ctx.now, failureCode })
    .onConflictDoUpdate({
      target: inboundMailboxes.name,
      set: {
        failureCode,
        failingSince: sql`coalesce(${inboundMailboxes.failingSince}, excluded.failing_since)`,
      },
    });
}

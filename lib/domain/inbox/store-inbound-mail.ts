import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { newId } from "@/db/columns";
import {
  type InboundContent,
  inboundAttachments,
  inboundFingerprints,
  inboundMailboxes,
  inboundMails,
  inquiryItems,
} from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { blindIndex } from "@/lib/core/crypto";
import { forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import type { FetchedMessage } from "@/lib/email/mailbox";
import {
  mostAttachments,
  type ReadAttachment,
  type ReadMessage,
  readMessage,
} from "@/lib/email/read-message";
import { isoDayOf } from "@/lib/format";
import { emitToHeld } from "../inquiries/waiting-mail";
import { hideLinks } from "../mail/hide-links";
import { markBounced } from "../mail/mark-bounced";
import { markRefused } from "../mail/mark-refused";
import { findThread, type Thread } from "./find-thread";
import { type Bounce, bounceOf } from "./reading/bounce";
import { splitQuoted } from "./reading/own-words";
import { readKind } from "./reading/read-kind";
import { sniffAttachment } from "./sniff-attachment";

export type MailboxRow = { id: string; uidValidity: string };

const largestAttachmentBytes = 5 * 1024 * 1024;

/**
 * Stores a message of a mailbox with its attachments and what it seems to say, moves the mailbox's mark past it, and
 * acts on a bounce, all in one transaction. The same message is stored once, also when it is fetched again, by two at
 * once, under another number, or after it was deleted here. Returns its id, or null when it was there. For the system only.
 */
export async function storeInboundMail(
  ctx: Context,
  mailbox: MailboxRow,
  fetched: FetchedMessage,
): Promise<string | null> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const message = await readMessage(fetched.source, fetched.whole);
  return inTransaction(ctx, async (tx) => {
    const id = await insert(tx, mailbox, fetched, message);
    await tx.db
      .update(inboundMailboxes)
      .set({ lastUid: sql`greatest(${inboundMailboxes.lastUid}, ${fetched.uid})` })
      .where(
        sql`${inboundMailboxes.id} = ${mailbox.id} and ${inboundMailboxes.uidValidity} = ${mailbox.uidValidity}`,
      );
    return id;
  });
}

async function insert(
  tx: Context,
  mailbox: MailboxRow,
  fetched: FetchedMessage,
  message: ReadMessage,
): Promise<string | null> {
  const fingerprint = fingerprintOf(fetched.source);
  if (!(await isNew(tx, fingerprint))) return null;
  const bounce = message.complete ? bounceOf(message) : null;
  const thread = await findThread(tx, bounce ? { ...message, answers: bounce.mailIds } : message);
  const people = thread.inquiryId
    ? await tx.db.$count(inquiryItems, eq(inquiryItems.inquiryId, thread.inquiryId))
    : 0;
  const receivedAt = receivedAtOf(tx, fetched);
  const { kind, suggestion } = readKind(message, { people, today: isoDayOf(receivedAt), bounce });
  const id = newId();
  const links = { inquiryId: thread.inquiryId, practiceId: thread.practiceId, patientId: thread.patientId };
  const [stored] = await tx.db
    .insert(inboundMails)
    .values({
      id,
      mailboxId: mailbox.id,
      uidValidity: mailbox.uidValidity,
      uid: fetched.uid,
      fingerprint,
      messageIdIndex: message.messageId && blindIndex(message.messageId),
      threadId: thread.threadId ?? id,
      kind,
      ...links,
      state: Object.values(links).some(Boolean) ? "assigned" : "new",
      sender: message.from,
      senderIndex: blindIndex(message.from.address),
      subject: message.subject,
      content: contentOf(message),
      suggestion,
      size: Math.min(fetched.size, 2 ** 31 - 1),
      answersMailId: thread.answersMailId,
      receivedAt,
      createdAt: tx.now,
    })
    .onConflictDoNothing()
    .returning({ id: inboundMails.id });
  if (!stored) return null;
  await storeAttachments(tx, id, message.attachments);
  await audit(tx, "inbound.receive", { kind: "inbound-mail", id }, { kind, ...links });
  await emit(tx, "mail/received", { inboundMailId: id });
  // Somebody reads it before anything more happens by itself.
  await emitToHeld(tx, [thread]);
  if (bounce) await actOnBounce(tx, id, bounce, thread);
  return id;
}

/** Remembered for good: a mail that was put away or deleted does not come back with a restored mailbox. */
async function isNew({ db, now }: Context, fingerprint: string): Promise<boolean> {
  const [added] = await db
    .insert(inboundFingerprints)
    .values({ fingerprint, createdAt: now })
    .onConflictDoNothing()
    .returning({ fingerprint: inboundFingerprints.fingerprint });
  return added !== undefined;
}

/**
 * Acts only on a report that names one of our mails: its id is a secret between us and the mail servers. A delay needs
 * nobody, and neither does an address that was marked.
 */
async function actOnBounce(tx: Context, id: string, bounce: Bounce, thread: Thread): Promise<void> {
  const mailId = thread.answersMailId;
  const isHard = bounce.severity === "hard";
  const marked = isHard && mailId !== null && (await markBounced(tx, mailId, bounce.recipient));
  // Why an address that may exist takes nothing from us is for a person to read.
  if (!isHard && bounce.isFinal && mailId !== null) await markRefused(tx, mailId, bounce.recipient);
  if (!marked && bounce.severity !== "delayed") return;
  await tx.db
    .update(inboundMails)
    .set({ state: "settled", decidedAt: tx.now })
    .where(eq(inboundMails.id, id));
  await audit(tx, "inbound.settle", { kind: "inbound-mail", id }, { bounce: bounce.severity });
}

function contentOf(message: ReadMessage): InboundContent {
  const { own, quoted } = splitQuoted(hideLinks(message.text));
  return { text: own, quoted, html: hideLinks(message.html) };
}

async function storeAttachments(tx: Context, inboundMailId: string, found: ReadAttachment[]): Promise<void> {
  for (const [position, { name, content }] of found.slice(0, mostAttachments + 1).entries()) {
    const { type, refused } =
      position >= mostAttachments
        ? ({ type: null, refused: "too_many" } as const)
        : content.length > largestAttachmentBytes
          ? ({ type: null, refused: "too_large" } as const)
          : sniffAttachment(content);
    await tx.db.insert(inboundAttachments).values({
      inboundMailId,
      position,
      name,
      size: content.length,
      type,
      refused,
      content: refused ? null : content,
    });
  }
}

/**
 * Of the lines that the sender wrote, without those that mail servers add on the way. Not of the Message-ID alone: a
 * stranger who repeats it could make another's mail disappear.
 */
function fingerprintOf(source: Buffer): string {
  const end = Math.max(source.indexOf("\r\n\r\n"), source.indexOf("\n\n"), 0);
  const head = source.subarray(0, Math.min(end, 256 * 1024)).toString("latin1");
  const lines = head
    .split(/\r?\n(?![ \t])/)
    .filter((line) => /^(message-id|from|date|subject|to):/i.test(line));
  const body = createHash("sha256").update(source.subarray(end)).digest("base64url");
  return blindIndex(`${lines.sort().join("\n")}\n${body}`);
}

/** As the mail server says, unless its clock is ahead of ours. */
function receivedAtOf(ctx: Context, { receivedAt }: FetchedMessage): Date {
  return Number.isNaN(receivedAt.getTime()) || receivedAt > ctx.now ? ctx.now : receivedAt;
}

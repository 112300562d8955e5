import { ImapFlow } from "imapflow";
import { env } from "@/lib/env";

/** A message as the mail server has it. `whole` is false when only its beginning was fetched. */
export type FetchedMessage = {
  uid: number;
  size: number;
  receivedAt: Date;
  source: Buffer;
  whole: boolean;
};

export type Mailbox = {
  /** Account, server and folder. */
  name: string;
  /** Changes when the mail server gave every message a new number. */
  uidValidity: string;
  /** The numbers of messages after this one, in order. */
  uidsAfter: (uid: number) => Promise<number[]>;
  /** One message, or null when it is gone. */
  fetch: (uid: number) => Promise<FetchedMessage | null>;
  markSeen: (uids: number[]) => Promise<void>;
};

/** The mail server cannot be reached or refuses; `code` is safe to show. */
export class MailboxError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`mailbox: ${code}`);
    this.name = "MailboxError";
    this.code = code;
  }
}

/** Of a larger message only this much of its beginning is fetched: who wrote it and about what. */
const headBytes = 64 * 1024;
const largestMessageBytes = 20 * 1024 * 1024;

export const isMailboxRead = () => env().IMAP_URL !== undefined;

/** Account, server and folder of the configured mailbox; throws when there is none. */
export function mailboxName(): string {
  const { host, user, folder } = address();
  return `${user}@${host}/${folder}`;
}

/**
 * Connects, opens the folder, does `work` and hangs up. What goes wrong with the mail server is a MailboxError; what
 * goes wrong inside `work` otherwise passes unchanged. Without TLS only to this machine.
 */
export async function withMailbox<T>(work: (mailbox: Mailbox) => Promise<T>): Promise<T> {
  const { host, port, secure, user, pass, folder } = address();
  const client = new ImapFlow({
    host,
    port,
    secure,
    doSTARTTLS: !secure && !isThisMachine(host),
    auth: { user, pass },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    maxLineLength: 8 * 1024 * 1024,
    maxLiteralSize: largestMessageBytes + headBytes,
    maxResponseSize: largestMessageBytes + 2 * 1024 * 1024,
  });
  // Reported by the command under way as well.
  client.on("error", () => {});
  try {
    await asked(() => client.connect());
    const opened = await asked(() => client.mailboxOpen(folder));
    return await work(mailboxOf(client, String(opened.uidValidity)));
  } finally {
    await Promise.race([client.logout().catch(() => {}), pause(2000)]);
    client.close();
  }
}

function mailboxOf(client: ImapFlow, uidValidity: string): Mailbox {
  return {
    name: mailboxName(),
    uidValidity,
    uidsAfter: async (after) => {
      const found = await asked(() => client.search({ uid: `${after + 1}:*` }, { uid: true }));
      // "n:*" always names the last message, even one before n.
      return (found || []).filter((uid) => uid > after).sort((a, b) => a - b);
    },
    fetch: (uid) => asked(() => fetchOne(client, uid)),
    markSeen: async (uids) => {
      if (uids.length > 0) await asked(() => client.messageFlagsAdd(uids, ["\\Seen"], { uid: true }));
    },
  };
}

async function fetchOne(client: ImapFlow, uid: number): Promise<FetchedMessage | null> {
  const facts = await client.fetchOne(String(uid), { size: true, internalDate: true }, { uid: true });
  if (!facts) return null;
  const whole = (facts.size ?? 0) <= largestMessageBytes;
  const part = { start: 0, maxLength: whole ? largestMessageBytes : headBytes };
  const message = await client.fetchOne(String(uid), { source: part }, { uid: true });
  if (!message) return null;
  const source = message.source ?? Buffer.alloc(0);
  const receivedAt = new Date(facts.internalDate ?? Number.NaN);
  return { uid, size: Math.max(facts.size ?? 0, source.length), receivedAt, source, whole };
}

async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { authenticationFailed, code, responseStatus } = error as Record<string, unknown>;
    const known = authenticationFailed ? "sign-in-refused" : String(code ?? responseStatus ?? "unknown");
    throw new MailboxError(/^[\w-]{1,40}$/.test(known) ? known : "unknown");
  }
}

function address() {
  const url = new URL(env().IMAP_URL ?? "");
  const secure = url.protocol === "imaps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    user: decodeURIComponent(url.username),
    pass: decodeURIComponent(url.password),
    folder: decodeURIComponent(url.pathname.slice(1)) || "INBOX",
  };
}

const isThisMachine = (host: string) => host === "localhost" || host === "127.0.0.1" || host === "::1";

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref());

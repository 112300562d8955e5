import { isIP } from "node:net";
import type { Readable } from "node:stream";
import nodemailer from "nodemailer";
import { env } from "@/lib/env";
import { mailDomain, senderAddress } from "./addresses";
import { classify, type Delivery, type SmtpError } from "./classify";

export type OutgoingMail = {
  /** Deterministic, so that a mail server can recognise a repetition. */
  messageId: string;
  to: string;
  replyTo?: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
};

/** Whether a mail server is configured; without one, mails are kept and shown to staff. */
export const isMailDelivered = () => env().SMTP_URL !== undefined;

/** After this many milliseconds a delivery that has not come back must have died. */
export const deliveryTimeoutMs = 120_000;
/** A delivery ends itself well before that, however slowly the server answers. */
const ownTimeoutMs = 90_000;

/** Hands one mail to the mail server. Never throws; tells what is certain. */
export async function deliver(mail: OutgoingMail, withinMs = ownTimeoutMs): Promise<Delivery> {
  if (!isPlainAddress(mail.to)) return { result: "permanent", code: "EENVELOPE" };
  const { to, ...letter } = mail;
  try {
    await transport().sendMail({
      ...letter,
      from: env().MAIL_FROM,
      to: { name: "", address: to },
      envelope: { from: senderAddress(), to: [to] },
      signal: AbortSignal.timeout(withinMs),
    });
    return { result: "accepted" };
  } catch (error) {
    return classify(error as SmtpError, { offered: texts.get(mail.messageId)?.readableDidRead === true });
  } finally {
    texts.delete(mail.messageId);
  }
}

/** Closes the connections that are kept open; the next mail opens new ones. */
export function closeMailer(): void {
  shared?.close();
  shared = undefined;
}

/** One recipient and nothing else: no list, no name, no line break. */
const isPlainAddress = (address: string) => /^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/.test(address);

/**
 * The text of each mail under way. Nodemailer begins to read it when the server has asked for it, so a text of which
 * nothing was read cannot have been taken.
 */
const texts = new Map<string, Readable>();

let shared: ReturnType<typeof createTransport> | undefined;
const transport = () => (shared ??= createTransport());

/**
 * Connections stay open for some seconds and are used again. Never does nodemailer itself offer a mail anew after a
 * connection broke (`maxRequeues`): whether that is safe is decided by us.
 */
function createTransport() {
  const made = nodemailer.createTransport({
    url: env().SMTP_URL,
    pool: true,
    maxConnections: 5,
    maxMessages: 100,
    maxRequeues: 0,
    idleTimeout: 20_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 10_000,
    socketTimeout: 30_000,
    requireTLS: needsTls(),
    disableFileAccess: true,
    disableUrlAccess: true,
    dkim: dkimKey(),
  });
  made.use("stream", (mail, done) => {
    const { message } = mail;
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const text = create(options);
      texts.set(String(mail.data.messageId), text);
      return text;
    };
    done();
  });
  return made;
}

/** Links that open somebody's page never travel in the clear, but for a server on this machine or by explicit wish. */
export function needsTls(): boolean {
  const { hostname } = new URL(env().SMTP_URL!);
  const isHere =
    hostname === "localhost" || (isIP(hostname) === 4 && hostname.startsWith("127.")) || hostname === "[::1]";
  return !isHere && !env().SMTP_ALLOW_PLAINTEXT;
}

function dkimKey() {
  const { DKIM_SELECTOR: keySelector, DKIM_PRIVATE_KEY: privateKey } = env();
  return keySelector && privateKey ? { domainName: mailDomain(), keySelector, privateKey } : undefined;
}

import nodemailer from "nodemailer";
import { env } from "@/lib/env";

export type OutgoingMail = {
  /** Deterministic, so that a mail server can recognise a repetition. */
  messageId: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
};

/**
 * What became of handing a mail over. `temporary` and `permanent`: certainly not taken. `unknown`: the connection
 * broke in the middle, the server may have taken it.
 */
export type Delivery =
  | { result: "accepted" }
  | { result: "temporary" | "permanent" | "unknown"; code: string };

/** Whether a mail server is configured; without one, mails are kept and shown to staff. */
export const isMailDelivered = () => env().SMTP_URL !== undefined;

/** After this many milliseconds a delivery that has not come back must have died. */
export const deliveryTimeoutMs = 120_000;

/** Hands one mail to the mail server. Never throws; tells what is certain. */
export async function deliver(mail: OutgoingMail): Promise<Delivery> {
  try {
    await transport().sendMail({ from: env().MAIL_FROM, ...mail });
    return { result: "accepted" };
  } catch (error) {
    return classify(error as SmtpError);
  }
}

let shared: ReturnType<typeof nodemailer.createTransport> | undefined;

function transport() {
  const timeouts = {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 10_000,
    socketTimeout: 30_000,
  };
  shared ??= nodemailer.createTransport({ url: env().SMTP_URL, ...timeouts });
  return shared;
}

type SmtpError = { code?: string; syscall?: string; message?: string; responseCode?: number };

function classify({ code = "unknown", syscall, message = "", responseCode }: SmtpError): Delivery {
  // What went wrong before the mail was offered says nothing about the mail: a wrong password, a name not found.
  if (["EDNS", "EAUTH", "ETLS", "EPROXY"].includes(code)) return { result: "temporary", code };
  if (responseCode) {
    return { result: responseCode >= 500 ? "permanent" : "temporary", code: `smtp-${responseCode}` };
  }
  if (code === "EENVELOPE" || code === "EMESSAGE") return { result: "permanent", code };
  const notConnected = syscall === "connect" || /connection timeout|greeting never/i.test(message);
  return { result: notConnected ? "temporary" : "unknown", code };
}

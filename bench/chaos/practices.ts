import { readFileSync } from "node:fs";
import { createContext } from "@/lib/core/context";
import { getAnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import type { Dovecot } from "@/tests/support/dovecot";

/** What the practice of an inquiry does once its mail arrives. */
export const manners = ["accept", "decline", "reply", "silent", "bounce"] as const;
export type Manner = (typeof manners)[number];

export type TakenMail = { to: string; text: string; messageId: string };

/** What practices did, by their address, as they themselves remember it. */
export type Memory = Map<string, "accepted" | "declined" | "too_late" | "replied" | "bounced">;

/** The mails that the mail server took so far; the last line may be half written when it was killed. */
export function takenMails(file: string): TakenMail[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        const { to, text } = JSON.parse(line) as { to: string; text: string };
        return [{ to, text, messageId: /^Message-ID: <(.+?)>/im.exec(text)?.[1] ?? "" }];
      } catch {
        return [];
      }
    });
}

/**
 * Lets each practice whose inquiry has arrived act once, in its manner. Whoever could not (a mailbox that is down) tries
 * again the next time.
 */
export async function letPracticesAct(
  mails: readonly TakenMail[],
  mannerOf: (address: string) => Manner | undefined,
  mailbox: Dovecot | undefined,
  memory: Memory,
): Promise<void> {
  for (const mail of mails) {
    const manner = mannerOf(mail.to);
    if (!manner || manner === "silent" || memory.has(mail.to)) continue;
    if (manner === "accept" || manner === "decline") memory.set(mail.to, await answerByLink(mail, manner));
    else if (mailbox) await answerByMail(mail, manner, mailbox, memory);
  }
}

async function answerByLink(mail: TakenMail, manner: "accept" | "decline") {
  const unfolded = mail.text.replaceAll("=\r\n", "");
  const secret = /\/respond\/([\w-]{43})/.exec(unfolded)?.[1] ?? "";
  const page = await getAnswerPage(createContext({ kind: "public" }), secret);
  const item = page?.items[0];
  if (!page || item?.state !== "open") return "too_late";
  const ctx = createContext({ kind: "therapist", inquiryId: page.inquiryId });
  const outcome = manner === "accept" ? ("accepted" as const) : ("rejected_capacity" as const);
  const results = await respondToInquiry(ctx, page.inquiryId, [{ itemId: item.itemId, outcome }]);
  const result = results[item.itemId];
  if (result === "accepted") return "accepted";
  return result === "recorded" ? "declined" : "too_late";
}

async function answerByMail(
  mail: TakenMail,
  manner: "reply" | "bounce",
  mailbox: Dovecot,
  memory: Memory,
): Promise<void> {
  try {
    await mailbox.deliver(manner === "reply" ? replyTo(mail) : bounceOf(mail));
    memory.set(mail.to, manner === "reply" ? "replied" : "bounced");
  } catch {
    // The mailbox is down; a mail server tries again too.
  }
}

const replyTo = ({ to, messageId }: TakenMail) =>
  [
    `From: ${to}`,
    "To: lotse@localhost.localdomain",
    `Message-ID: <reply-${messageId}>`,
    `In-Reply-To: <${messageId}>`,
    "Subject: Re: Anfrage",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Leider haben wir keinen Platz frei.",
  ].join("\r\n");

const bounceOf = ({ to, messageId }: TakenMail) =>
  [
    "From: MAILER-DAEMON@mx.example",
    "To: lotse@localhost.localdomain",
    `Message-ID: <bounce-${messageId}>`,
    "Subject: Undelivered Mail Returned to Sender",
    "MIME-Version: 1.0",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "The address does not exist.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example",
    "",
    `Final-Recipient: rfc822; ${to}`,
    "Action: failed",
    "Status: 5.1.1",
    "--b",
    "Content-Type: message/rfc822",
    "",
    `Message-ID: <${messageId}>`,
    "Subject: Anfrage",
    "",
    "x",
    "--b--",
  ].join("\r\n");

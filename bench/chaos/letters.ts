import type { Letter } from "./mail-log";

/** What a practice writes that has no place, in answer to the mail that it got. */
export const replyTo = ({ to, messageId }: Letter, ownId: string) =>
  [
    `From: ${to}`,
    "To: lotse@localhost.localdomain",
    `Message-ID: <${ownId}>`,
    `In-Reply-To: <${messageId}>`,
    "Subject: Re: Anfrage",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Leider haben wir keinen Platz frei.",
  ].join("\r\n");

/** What a mail server reports of an address that does not exist (RFC 3464). */
export const bounceOf = ({ to, messageId }: Letter, ownId: string) =>
  [
    "From: MAILER-DAEMON@mx.example",
    "To: lotse@localhost.localdomain",
    `Message-ID: <${ownId}>`,
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

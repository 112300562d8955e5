import { type Attachment, type ParsedMail, simpleParser } from "mailparser";
import { plainLine, plainText } from "./plain-characters";
import { sanitisedHtml, textOfHtml } from "./sanitised-html";

export type ReadAttachment = { name: string; content: Buffer };

/** What is known of a mail that came in. `complete` is false when only its head could be read. */
export type ReadMessage = {
  complete: boolean;
  messageId: string | null;
  /** Message-IDs that it answers, the nearest first. */
  answers: string[];
  from: { name: string; address: string };
  /** Every address it was sent or delivered to, in small letters. */
  recipients: string[];
  subject: string;
  /** The sender's clock, which may be wrong. */
  date: Date | null;
  text: string;
  html: string;
  attachments: ReadAttachment[];
  /** Header lines by name in small letters, the first of each. */
  headers: ReadonlyMap<string, string>;
  /** The parts of a delivery report: what became of the mail, and the head of the mail. */
  report: { status: string; returned: string } | null;
};

const longestText = 200_000;
export const mostAttachments = 20;

/**
 * Reads a message that may be hostile. Never throws: what cannot be read as a whole (too many parts, a head without
 * end, broken in another way) is read by its head alone, so that a person still sees who wrote.
 */
export async function readMessage(source: Buffer, whole: boolean): Promise<ReadMessage> {
  if (whole) {
    try {
      return read(await parse(source), true);
    } catch {
      // The head is tried below.
    }
  }
  try {
    return read(await parse(headOf(source)), false);
  } catch {
    return nothing;
  }
}

function parse(source: Buffer): Promise<ParsedMail> {
  return simpleParser(source, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    keepCidLinks: true,
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    checksumAlgo: false,
    maxHeadSize: 256 * 1024,
    maxChildNodes: 300,
  });
}

function headOf(source: Buffer): Buffer {
  const ends = ["\r\n\r\n", "\n\n"].map((end) => source.indexOf(end)).filter((at) => at >= 0);
  const head = source.subarray(0, Math.min(...ends, 64 * 1024));
  // Without its kind, so that the parser expects no parts.
  const lines = head.toString("latin1").split(/\r?\n(?![ \t])/);
  const plain = lines.filter((line) => !/^(content-|mime-)/i.test(line)).join("\r\n");
  return Buffer.from(`${plain}\r\n\r\n`, "latin1");
}

function read(mail: ParsedMail, complete: boolean): ReadMessage {
  const headers = headerMap(mail);
  const sender = mail.from?.value[0];
  const html = typeof mail.html === "string" ? mail.html : "";
  const written = plainText(mail.text ?? "", longestText);
  const parts = complete ? mail.attachments : [];
  const report = reportOf(headers, parts);
  return {
    complete,
    messageId: idsIn(headers.get("message-id"))[0] ?? null,
    answers: [
      ...new Set([...idsIn(headers.get("in-reply-to")), ...idsIn(headers.get("references")).toReversed()]),
    ].slice(0, 50),
    from: {
      name: plainLine(sender?.name ?? "", 200),
      address: addressesIn(sender?.address ?? "")[0] ?? "",
    },
    recipients: recipientsOf(headers),
    subject: plainLine(mail.subject ?? "", 500),
    date: mail.date && headers.has("date") && !Number.isNaN(mail.date.getTime()) ? mail.date : null,
    text: written.trim() ? written : plainText(textOfHtml(html), longestText),
    html: sanitisedHtml(plainText(html, html.length)),
    attachments: parts.filter((part) => !report || !isReportPart(part)).map(attachmentOf),
    headers,
    report,
  };
}

function headerMap(mail: ParsedMail): Map<string, string> {
  const headers = new Map<string, string>();
  for (const { key, line } of mail.headerLines.slice(0, 500)) {
    if (headers.has(key)) continue;
    headers.set(key, plainLine(line.slice(line.indexOf(":") + 1), 8000));
  }
  return headers;
}

function recipientsOf(headers: ReadonlyMap<string, string>): string[] {
  const names = ["to", "cc", "delivered-to", "x-original-to", "envelope-to"];
  return [...new Set(names.flatMap((name) => addressesIn(headers.get(name) ?? "")))].slice(0, 100);
}

function addressesIn(text: string): string[] {
  return [...text.matchAll(/[^\s<>,;:"()[\]@]{1,64}@[a-z0-9][a-z0-9.-]{0,252}/gi)].map(([address]) =>
    address.toLowerCase(),
  );
}

function idsIn(text = ""): string[] {
  return [...text.matchAll(/<[^<>\s]{3,250}>/g)].map(([id]) => id);
}

const reportParts = ["message/delivery-status", "message/rfc822", "text/rfc822-headers"];
const isReportPart = (part: Attachment) => reportParts.includes(part.contentType);

/** A delivery report as RFC 3464 describes it. */
function reportOf(headers: ReadonlyMap<string, string>, parts: Attachment[]): ReadMessage["report"] {
  if (!/^multipart\/report\b/i.test(headers.get("content-type") ?? "")) return null;
  const textOf = (kinds: string[]) =>
    plainText(
      parts
        .find((part) => kinds.includes(part.contentType))
        ?.content.subarray(0, 32_000)
        .toString("latin1") ?? "",
      32_000,
    );
  const status = textOf(["message/delivery-status"]);
  return status ? { status, returned: textOf(["message/rfc822", "text/rfc822-headers"]) } : null;
}

function attachmentOf({ filename, content }: Attachment): ReadAttachment {
  return { name: plainLine(filename ?? "", 150), content };
}

const nothing: ReadMessage = {
  complete: false,
  messageId: null,
  answers: [],
  from: { name: "", address: "" },
  recipients: [],
  subject: "",
  date: null,
  text: "",
  html: "",
  attachments: [],
  headers: new Map(),
  report: null,
};

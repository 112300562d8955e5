export type Bounce = {
  /** hard: there is nobody at this address. soft: not delivered for another reason. delayed: still being tried. */
  severity: "hard" | "soft" | "delayed";
  /** The address that was not reached, in small letters; empty where it is not said. */
  recipient: string;
  /** Message-IDs of the mail that came back, where they are said. */
  mailIds: string[];
};

type Report = { status: string; returned: string };
type Message = {
  from: { address: string };
  subject: string;
  text: string;
  answers: string[];
  headers: ReadonlyMap<string, string>;
  report: Report | null;
};

/** What a mail server reports about a mail of ours that did not arrive, by RFC 3464 or in its own words; else null. */
export function bounceOf(message: Message): Bounce | null {
  if (message.report) return fromReport(message.report, message.answers);
  if (!isFromMailServer(message)) return null;
  const code =
    /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(message.text)?.[1] ?? /\b([45]\d\d)[ -]/.exec(message.text)?.[1];
  const returned = [...message.text.matchAll(/^\s*message-id:\s*(<[^<>\s]{3,250}>)/gim)].map(([, id]) => id!);
  const recipient = /<([^<>\s]+@[^<>\s]+)>|\b([\w.+-]+@[\w.-]+\.\w+)\b/.exec(message.text);
  return {
    severity: severityOf(code ?? "", "failed"),
    recipient: (recipient?.[1] ?? recipient?.[2] ?? "").toLowerCase(),
    mailIds: [...returned, ...message.answers],
  };
}

function fromReport({ status, returned }: Report, answers: string[]): Bounce | null {
  const field = (name: string) =>
    new RegExp(`^${name}:\\s*(.{1,300})$`, "im").exec(unfolded(status))?.[1]?.trim() ?? "";
  const action = field("action").toLowerCase();
  if (action && !["failed", "delayed"].includes(action)) return null;
  const address = field("original-recipient") || field("final-recipient");
  const mailId = /^message-id:\s*(<[^<>\s]{3,250}>)/im.exec(unfolded(returned))?.[1];
  return {
    severity: severityOf(field("status"), action),
    recipient: address
      .replace(/^[\w-]+;\s*/, "")
      .replace(/[<>]/g, "")
      .toLowerCase(),
    mailIds: [...(mailId ? [mailId] : []), ...answers],
  };
}

/**
 * 5.x.x means for good, but a full mailbox, a refused size and a refused content say nothing against the address:
 * only what does counts as hard.
 */
function severityOf(code: string, action: string): Bounce["severity"] {
  if (action === "delayed") return "delayed";
  if (/^5\.(2\.[23]|3\.4|6\.|7\.)/.test(code)) return "soft";
  return code.startsWith("5") ? "hard" : "soft";
}

const serverNames = /^(mailer-daemon|postmaster|mail-daemon|mdaemon)@/i;
const serverSubjects =
  /undeliver|unzustellbar|nicht zugestellt|delivery (status|failure|has failed)|returned mail|mail delivery (failed|system)|failure notice|zustellung (fehlgeschlagen|nicht)/i;

function isFromMailServer({ from, subject, headers }: Message): boolean {
  const nobody = headers.get("return-path")?.trim() === "<>";
  return (nobody || serverNames.test(from.address)) && serverSubjects.test(subject);
}

const unfolded = (text: string) => text.replace(/\n[ \t]+/g, " ");

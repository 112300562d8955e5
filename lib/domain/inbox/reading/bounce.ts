import { isAddressUnknown, refusalIn } from "@/lib/email/address-unknown";

export type Bounce = {
  /** hard: there is nobody at this address. soft: not delivered for another reason. delayed: still being tried. */
  severity: "hard" | "soft" | "delayed";
  /** Nobody tries any more: it did not arrive, whatever is the matter with the address. */
  isFinal: boolean;
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

/** A report says whom and what it is about near its beginning; what it quotes below may be as long as a mail. */
const longestLookedAt = 50_000;
/** Both halves bounded and without what begins the next try, so that a search never goes back over what it has read. */
const addressInBrackets = /<([^<>\s@]{1,64}@[^<>\s@]{1,253})>/;
const addressAlone = /(?<![\w.+-])([\w.+-]{1,64}@[\w.-]{1,250}\.\w{1,63})\b/;
const returnedMailId = /^[ \t]{0,20}message-id:[ \t]{0,20}(<[^<>\s]{3,250}>)/gim;

/** What a mail server reports about a mail of ours that did not arrive, by RFC 3464 or in its own words; else null. */
export function bounceOf(message: Message): Bounce | null {
  if (message.report) return fromReport(message.report, message.answers);
  if (!isFromMailServer(message)) return null;
  const text = message.text.slice(0, longestLookedAt);
  const refusal = refusalIn(text);
  return {
    severity: isAddressUnknown(refusal) ? "hard" : "soft",
    isFinal: String(refusal.enhanced ?? refusal.basic).startsWith("5"),
    recipient: firstAddressIn(text),
    mailIds: [...mailIdsIn(text), ...message.answers],
  };
}

function firstAddressIn(text: string): string {
  const [first] = [addressInBrackets.exec(text), addressAlone.exec(text)]
    .filter((match) => match !== null)
    .toSorted((a, b) => a.index - b.index);
  return (first?.[1] ?? "").toLowerCase();
}

const mailIdsIn = (text: string) => [...text.matchAll(returnedMailId)].slice(0, 10).map(([, id]) => id!);

function fromReport({ status, returned }: Report, answers: string[]): Bounce | null {
  const said = unfolded(status);
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(\\S.{0,299})`, "im").exec(said)?.[1]?.trim() ?? "";
  const action = field("action").toLowerCase();
  if (action && !["failed", "delayed"].includes(action)) return null;
  const address = field("original-recipient") || field("final-recipient");
  return {
    isFinal: action === "failed" || (!action && field("status").startsWith("5")),
    severity: severityOf({ action, status: field("status"), said: field("diagnostic-code") }),
    recipient: address
      .replace(/^[\w-]+;\s*/, "")
      .replace(/[<>]/g, "")
      .toLowerCase(),
    mailIds: [...mailIdsIn(unfolded(returned)).slice(0, 1), ...answers],
  };
}

/** "Failed" means for good, but only what speaks against the address itself counts as hard. */
function severityOf({
  action,
  status,
  said,
}: Record<"action" | "status" | "said", string>): Bounce["severity"] {
  if (action === "delayed") return "delayed";
  const { enhanced } = refusalIn(status);
  const spoken = refusalIn(said);
  // Some servers write "5.0.0" whatever it was, and what they heard beside it.
  const isVague = !enhanced || enhanced === "5.0.0";
  const refusal = { ...spoken, enhanced: isVague ? spoken.enhanced : enhanced, words: said };
  return isAddressUnknown(refusal) ? "hard" : "soft";
}

const serverNames = /^(mailer-daemon|postmaster|mail-daemon|mdaemon)@/i;
const serverSubjects =
  /undeliver|unzustellbar|nicht zugestellt|delivery (status|failure|has failed)|returned mail|mail delivery (failed|system)|failure notice|zustellung (fehlgeschlagen|nicht)/i;

function isFromMailServer({ from, subject, headers }: Message): boolean {
  const nobody = headers.get("return-path")?.trim() === "<>";
  return (nobody || serverNames.test(from.address)) && serverSubjects.test(subject);
}

const unfolded = (text: string) => text.replace(/\n[ \t]+/g, " ");

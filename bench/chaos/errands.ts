import type { Dovecot } from "@/tests/support/dovecot";
import type { Door } from "./door";
import { bounceOf, replyTo } from "./letters";
import type { Letter } from "./mail-log";
import type { Deeds, Story } from "./story";

/** Does something from beginning to end; false: it has to be tried again. */
export type Errand = () => Promise<boolean>;

type Tools = { door: Door; mailbox: Dovecot | undefined; phase: () => number };

/** What a practice does about a mail, remembered in `mine`; null when it does nothing. */
export function practiceErrand(story: Story, letter: Letter, mine: Deeds, tools: Tools): Errand | null {
  const { manner } = story;
  const { door, mailbox, phase } = tools;
  if (manner === "reply" || manner === "bounce")
    return mailbox ? () => write(manner, letter, mine, { mailbox, phase }) : null;
  if (manner !== "accept" && manner !== "slow" && manner !== "decline") return null;
  return async () => {
    const outcome = manner === "decline" ? "rejected_capacity" : "accepted";
    const what = await door.answer(secretIn(letter, "respond"), outcome);
    if (what) mine.answer = { what, phase: phase() };
    return what !== null;
  };
}

/** What a patient does about the mail that offers a place, remembered by `remember`. */
export function patientErrand(
  { patientManner }: Story,
  letter: Letter,
  { door, phase }: Tools,
  remember: (place: NonNullable<Deeds["place"]>) => void,
): Errand {
  return async () => {
    const wish = patientManner === "confirm" ? "confirm" : "refuse";
    const what = await door.settlePlace(secretIn(letter, "my"), wish);
    if (what) remember({ what, phase: phase() });
    return what !== null;
  };
}

async function write(
  manner: "reply" | "bounce",
  letter: Letter,
  mine: Deeds,
  { mailbox, phase }: { mailbox: Dovecot; phase: () => number },
): Promise<boolean> {
  const messageId = `${manner}-${letter.messageId}`;
  try {
    await mailbox.deliver(manner === "reply" ? replyTo(letter, messageId) : bounceOf(letter, messageId));
  } catch {
    // The mailbox is down, or died before it said that it took the letter; a mail server tries again too.
    return false;
  }
  mine.letter = { kind: manner === "reply" ? "answer" : "bounce_hard", messageId, phase: phase() };
  return true;
}

const secretIn = ({ text }: Letter, page: "respond" | "my") =>
  new RegExp(`/${page}/([\\w-]{43})`).exec(text)?.[1] ?? "";

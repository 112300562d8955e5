import type { InboundKind, Suggestion } from "../status";
import type { Bounce } from "./bounce";
import { objectionIn } from "./objection";
import { outOfOfficeOf } from "./out-of-office";
import { splitQuoted } from "./own-words";
import { suggestOutcomes } from "./suggest-outcomes";

type Message = { complete: boolean; subject: string; text: string; headers: ReadonlyMap<string, string> };
/** How many people the inquiry asks about; 0 when the mail belongs to none. */
type Given = { people: number; today: string; bounce: Bounce | null };

export type Reading = { kind: InboundKind; suggestion: Suggestion };

/**
 * What a mail is and what it suggests, for a person to confirm. A report of a mail server first, then an automatic
 * reply, an objection, an answer.
 */
export function readKind(message: Message, { people, today, bounce }: Given): Reading {
  const nothing: Suggestion = { outcomes: [], backOn: null };
  if (!message.complete) return { kind: "unreadable", suggestion: nothing };
  if (bounce)
    return { kind: bounce.severity === "hard" ? "bounce_hard" : "bounce_soft", suggestion: nothing };
  const { own } = splitQuoted(message.text);
  const away = outOfOfficeOf({ ...message, own, today });
  if (away && !away.byWords) return outOfOffice(away.backOn);
  if (objectionIn(own)) return { kind: "objection", suggestion: nothing };
  const outcomes = suggestOutcomes(own, { people, today });
  if (people > 0 && outcomes.length > 0) return { kind: "answer", suggestion: { outcomes, backOn: null } };
  return away ? outOfOffice(away.backOn) : { kind: "other", suggestion: nothing };
}

/** Nobody there until a day: to be asked again from then on. */
function outOfOffice(backOn: string | null): Reading {
  return { kind: "out_of_office", suggestion: { outcomes: [], backOn } };
}

import type { Confidence, SuggestedOutcome } from "../status";
import { bareNumbers } from "./bare-numbers";
import { namedDay } from "./named-day";
import { namedPeople } from "./named-people";
import { saidOutcome } from "./said-outcome";
import { shortAnswer } from "./short-answer";

/** How many people the inquiry asks about, and the day the mail came, as "YYYY-MM-DD". */
type Given = { people: number; today: string };

const dayWords =
  /\b(?:ab|erst (?:im|ab|wieder)|frühestens(?: ab| im)?|wieder (?:ab|im)|(?:not )?before|from|as of|until|starting|not until|voraussichtlich (?:ab|im)?)\s+(?:dem\s+|wieder\s+|etwa\s+|ca\.\s+)?(.{3,40})/gi;
const spans =
  /\b(in (?:etwa |ca\. |about )?(?:\d{1,2}|[a-zäöü]{2,7}) (?:tag|woche|monat|week|month)\w*|im (?:neuen jahr|frühjahr|frühling|sommer|herbst|(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?: \d{4})?)|nächstes jahr|next year|in (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?)\b/gi;
/** A place that is free this soon is a yes, not a "later". */
const soonDays = 21;

/**
 * What the sender's own words seem to say about each person of an inquiry, for somebody to confirm. Where two clauses
 * contradict each other, the later one is suggested as unsure.
 */
export function suggestOutcomes(own: string, { people, today }: Given): SuggestedOutcome[] {
  const found = new Map<number | null, SuggestedOutcome>();
  let about: (number | null)[] = [null];
  const clauses = clausesOf(own);
  const bare = bareNumbers(clauses, people);
  for (const [at, clause] of clauses.entries()) {
    const named = namedPeople(clause);
    const day = dayIn(clause, today);
    const positions = named.positions.length > 0 ? named.positions : bare[at]!;
    if (positions.length > 0) about = positions;
    else if (named.others || named.all) about = [null];
    const short = positions.length > 0 ? shortAnswer(clause, day) : null;
    const said = short ?? saidOutcome(clause) ?? laterAfter(about, found, clause, day);
    if (!said) continue;
    const isNamed = positions.length > 0 || named.others || named.all;
    // A number alone may be misread.
    const plain = said.plain && (named.positions.length > 0 || positions.length === 0);
    for (const position of about) {
      const { outcome, laterOn } = withDay(said.outcome, day, today);
      const isWhose = isNamed || people === 1;
      const confidence = confidenceOf({ outcome, plain, isWhose, isForAll: position === null });
      const next: SuggestedOutcome = { position, outcome, laterOn, confidence, because: said.because };
      found.set(position, merged(found.get(position), next));
    }
  }
  return [...found.values()].sort((a, b) => (a.position ?? 9) - (b.position ?? 9));
}

/**
 * A yes that does not say to whom is none to count on: there may be one place for three people. A bare "ja" or
 * "leider nicht" about somebody who is named is probably meant so.
 */
function confidenceOf(said: {
  outcome: string;
  plain: boolean;
  isWhose: boolean;
  isForAll: boolean;
}): Confidence {
  if (!said.plain) return said.isWhose ? "likely" : "unsure";
  if (said.outcome === "accepted" && said.isForAll && !said.isWhose) return "unsure";
  return said.isWhose ? "clear" : "likely";
}

function clausesOf(text: string): string[] {
  return (
    text
      .slice(0, 20_000)
      // First, so that no search below goes back and forth over a run of spaces.
      .replace(/[^\S\n]+/g, " ")
      .replace(/\n ?(?:\n ?)+/g, "\n\n")
      .replace(/(?<!\n)\n(?! ?(?:\n|[-*•]|\d[.):]|pat|person|profil|nr))/gi, " ")
      .split(
        /(?<=[.!?])\s+(?=[A-ZÄÖÜ"„#])|\n+|;|,?\s+\b(?:aber|jedoch|hingegen|but|however|while)\b\s*|,\s*(?=(?:und |die |den |der |pat|person|profil|nr|the |ab |erst |leider|kann|für |[1-6] (?:leider |ja|nein|nicht|gern|yes|no|not)))/i,
      )
      .map((clause) => clause.trim())
      .filter((clause) => clause.length > 1)
      .slice(0, 200)
  );
}

/** "…, ab Mai wieder": a day alone turns what was just refused into a "later". */
function laterAfter(
  about: (number | null)[],
  found: Map<number | null, SuggestedOutcome>,
  clause: string,
  day: string | null,
) {
  const before = found.get(about[0] ?? null);
  if (!day || before?.outcome !== "rejected_capacity") return null;
  return { outcome: "later" as const, plain: true, because: `${before.because} ${clause}`.slice(0, 200) };
}

function withDay(outcome: SuggestedOutcome["outcome"], day: string | null, today: string) {
  const isAhead = day !== null && day > soon(today);
  if (outcome === "later") return { outcome, laterOn: day !== null && day > today ? day : null };
  if (isAhead && (outcome === "accepted" || outcome === "rejected_capacity"))
    return { outcome: "later" as const, laterOn: day };
  return { outcome, laterOn: null };
}

/** The second word on the same person: a day makes it a "later"; otherwise a contradiction is unsure. */
function merged(before: SuggestedOutcome | undefined, next: SuggestedOutcome): SuggestedOutcome {
  if (!before || before.outcome === next.outcome) return before && !next.laterOn ? before : next;
  if (next.outcome === "later" && before.outcome === "rejected_capacity") return next;
  if (before.outcome === "later" && next.outcome === "rejected_capacity") return before;
  if (before.confidence !== "unsure" && next.confidence === "unsure") return before;
  if (before.confidence === "unsure" && next.confidence !== "unsure") return next;
  return { ...next, confidence: "unsure" };
}

function dayIn(clause: string, today: string): string | null {
  const texts = [...clause.matchAll(dayWords), ...clause.matchAll(spans)].map(([, rest]) => rest ?? "");
  for (const text of texts) {
    const day =
      namedDay(text.replace(/^(im|in (?=[jfmasond][a-z]+(?: \d{4})?$))\s*/i, ""), today) ??
      namedDay(text, today);
    if (day) return day;
  }
  return null;
}

function soon(today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + soonDays);
  return date.toISOString().slice(0, 10);
}

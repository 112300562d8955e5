import { naming } from "./named-people";
import type { SaidOutcome } from "./said-outcome";

const yes = /^(?:ja|yes|(?:ja,? |sehr )?gerne?)[.!]?$/i;
const no = /^(?:leider )?(?:nein|nicht|no|not)[.!]?$/i;
const onlyFrom = /\b(?:erst|frühestens|not until|not before)\b/i;
const wordsOfTime =
  /^(?:leider|aber|gerne?|erst|frühestens|wieder|möglich|im|in|ab|am|de[mn]|not|until|before|from|again|possible|anfang|mitte|ende|early|mid|late|neuen|jahr|nächstes|next|year|frühjahr|frühling|spring|sommer|summer|herbst|autumn|januar|jänner|january|februar|february|märz|march|april|mai|may|juni|june|juli|july|august|september|oktober|october|november|dezember|december|ein(?:em|er)|zwei|drei|vier|fünf|sechs|two|three|four|five|six|wochen?|monat(?:en)?|weeks?|months?|(?:\d{1,2}\.){1,2}(?:\d{4})?|\d{1,4})[.,!]?$/i;

/**
 * What a clause says that names somebody and then has nothing but a yes, a no or a time: "Person 1 ja", "2 leider
 * nicht", "Person 3 erst im März". Null as soon as there is one word more.
 */
export function shortAnswer(clause: string, day: string | null): SaidOutcome | null {
  const words = clause.replace(naming, "").trim();
  if (words === clause.trim()) return null;
  const outcome = yes.test(words) ? "accepted" : no.test(words) ? "rejected_other" : null;
  if (outcome) return { outcome, plain: false, because: clause.slice(0, 200) };
  const isTime =
    day !== null && onlyFrom.test(words) && words.split(" ").every((word) => wordsOfTime.test(word));
  return isTime ? { outcome: "later", plain: false, because: clause.slice(0, 200) } : null;
}

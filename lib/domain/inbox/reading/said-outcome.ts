import type { AnswerOutcome } from "../../inquiries/status";

export type SaidOutcome = { outcome: AnswerOutcome; plain: boolean; because: string };

type Phrase = { pattern: RegExp; outcome: AnswerOutcome; /** Leaves no doubt by itself. */ plain: boolean };

/** In this order: what is refused in words that also occur in a yes ("kann ich nicht nehmen") is looked for first. */
const phrases: Phrase[] = [
  no(
    "rejected_unsuitable",
    /\b(passt|passen|eignet sich|geeignet|suitable|(good )?fit|match)\b.{0,30}\b(nicht|leider nicht|not)\b/i,
  ),
  no(
    "rejected_unsuitable",
    /\b(passt|passen) .{0,40}\bnicht\b|\bnicht (in mein|zu meinem|mein (schwerpunkt|fachgebiet)|passend|geeignet)/i,
  ),
  no(
    "rejected_unsuitable",
    /\b(behandle|behandeln|therapiere) (ich |wir )?(leider |grundsätzlich )?(keine?|nicht)\b/i,
  ),
  no(
    "rejected_unsuitable",
    /\b(not (a good fit|suitable|within my)|(do|does)(n't| not) (treat|fit|suit|match)|outside (of )?my)\b/i,
  ),
  no(
    "rejected_capacity",
    /\b(keine?n?|kein)\b.{0,60}\b(plätze|platz|kapazität(en)?|termine?|aufnahme|neuen? patient\w*|weiteren? patient\w*|therapieplätze?|behandlungsplätze?)/i,
  ),
  no(
    "rejected_capacity",
    /\b(ausgebucht|ausgelastet|aufnahmestopp|voll belegt|komplett belegt|(praxis|warteliste) (ist )?(voll|geschlossen)|sind voll|bin voll)\b/i,
  ),
  no(
    "rejected_capacity",
    /\b(no (free |available |current )?(capacity|capacities|places?|spaces?|slots?|availability|openings?)|fully booked|at capacity|waiting list is (full|closed)|not (accepting|taking( on)?) (any )?(new|further|more))/i,
  ),
  no(
    "rejected_capacity",
    /\b(kann|können|könnten?|würden?|werden?|möchten?)\b.{0,80}\b(nicht(?! nur)|niemanden?|keine[nr]?)\b.{0,40}(?<![\wäöüß])(aufnehmen|nehmen|annehmen|anbieten|übernehmen|behandeln|versorgen)/i,
  ),
  no(
    "rejected_capacity",
    /\b(can(no|')?t|can not|(could|would|will)( not|n't)|won't|unable to|not able to)\b.{0,40}\b(take|accept|offer|see|treat)/i,
  ),
  no(
    "rejected_other",
    /(?<![\wäöüß])(nehmen?|übernehmen?|behandeln?|behandle|bieten?)\b[^,]{0,40}\b(nicht(?! nur)|niemanden?|keine[nr]?)\b/i,
  ),
  no("rejected_capacity", /\b(leider )?(absagen|absage|ablehnen)\b|\bhave to decline\b/i),
  { outcome: "later", plain: true, pattern: /\b(warteliste|waiting list)\b/i },
  {
    outcome: "later",
    plain: true,
    pattern:
      /\b(später|zu einem späteren zeitpunkt|frag(en|t)?( sie)? .{0,30}(wieder|nochmal|noch einmal)|melden sie sich .{0,30}(wieder|nochmal|noch einmal)|ask (me |us )?again|get back to (me|us)|later (this|in|on))\b/i,
  },
  yes(
    true,
    /\b(kann|können|könnte|würde|werde|möchte)\b.{0,80}(?<![\wäöüß])(aufnehmen|nehmen|annehmen|anbieten|übernehmen|behandeln|einladen|kennenlernen)\b/i,
  ),
  yes(true, /(?<![\wäöüß])(nehme|nehmen wir|übernehme|behandle ich|biete)\b.{0,40}\b(ich|gerne?|auf|an)\b/i),
  yes(
    true,
    /\b(can|could|would|will|happy to|glad to|able to)\b.{0,40}\b(take|accept|offer|see|treat|invite)/i,
  ),
  yes(
    true,
    /\b(darf|soll|kann|können|dürfen|möge)\b.{0,40}\b(sich|mich|uns)\b.{0,40}\b(melden|anrufen|kontaktieren|vorstellen)/i,
  ),
  yes(
    false,
    /\b(habe|haben|hätte|gibt es|ist|sind|wird|werden)\b.{0,60}\b(plätze?|platz|therapieplätze?|kapazität(en)?|termine?)\b.{0,30}\b(frei|verfügbar|zu vergeben|vorhanden)?/i,
  ),
  yes(
    false,
    /\b(have|has|there is|there are)\b.{0,40}\b(free|available|open)?\s*(places?|spaces?|slots?|capacity|openings?)\b/i,
  ),
  {
    outcome: "rejected_other",
    plain: false,
    pattern:
      /\b(leider|unfortunately|sorry)\b.{0,60}\b(nicht|kein\w*|not|no)\b|(^|[:)–-])\s*(nein|no|leider nein|leider nicht)\b|\b(nicht|not)\s*[.!]?\s*$/i,
  },
  yes(false, /(^|[:)–-])\s*(ja|yes|gerne?|passt|sehr gerne?)\b|^(?!.*\bsie\b).*\bgerne?\s*[.!]?\s*$/i),
];

/** What one clause says about taking somebody on; null when it says nothing about that. */
export function saidOutcome(clause: string): SaidOutcome | null {
  // "Kann ich Patient 2 aufnehmen?" asks.
  if (clause.trimEnd().endsWith("?")) return null;
  for (const { pattern, outcome, plain } of phrases) {
    const match = pattern.exec(clause);
    // A yes with a "not" somewhere in it may be none.
    if (match && outcome === "accepted" && /\b(nicht(?! nur)|niemand(en)?|not)\b/i.test(clause)) return null;
    if (match) return { outcome, plain, because: clause.replace(/\s+/g, " ").trim().slice(0, 200) };
  }
  return null;
}

function no(outcome: AnswerOutcome, pattern: RegExp): Phrase {
  return { outcome, pattern, plain: true };
}

function yes(plain: boolean, pattern: RegExp): Phrase {
  return { outcome: "accepted", pattern, plain };
}

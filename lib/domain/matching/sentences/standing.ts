import { formatDate } from "@/lib/format";
import type { ExclusionReason } from "../../therapists/status";
import type { SearchClosedReason } from "../kernel/records";
import { type PairFacts, type RuleSentences, type Sentence, say } from "./facts";

export const standingSentences: RuleSentences<"contactable" | "search-open" | "not-excluded"> = {
  contactable: {
    pass: say("Die Praxis darf jetzt angefragt werden.", "The practice can be asked now."),
    fail: whyNotToBeAsked,
    unknown: say(
      "Nicht bekannt, ob die Praxis angefragt werden darf.",
      "It is not known whether the practice can be asked.",
    ),
  },
  "search-open": {
    pass: say("Die Platzsuche läuft.", "The search is active."),
    fail: ({ patient }) => closedSearch[patient.searchClosed ?? "inactive"],
    unknown: say("Nicht bekannt, ob die Platzsuche läuft.", "It is not known whether the search is active."),
  },
  "not-excluded": {
    pass: say("Keine Seite hat die andere ausgeschlossen.", "Neither side has excluded the other."),
    fail: whyExcluded,
    unknown: say(
      "Nicht bekannt, ob eine Seite die andere ausgeschlossen hat.",
      "It is not known whether one side has excluded the other.",
    ),
  },
};

const closedSearch: Record<SearchClosedReason, Sentence> = {
  inactive: { de: "Die Platzsuche läuft nicht.", en: "The search is not active." },
  paused: { de: "Die Platzsuche ist pausiert.", en: "The search is paused." },
  consent: { de: "Eine nötige Einwilligung fehlt.", en: "A required consent is missing." },
};

const exclusionReasons: Record<ExclusionReason, Sentence> = {
  unsuitable: {
    de: "Die Praxis hat geantwortet, dass es nicht passt.",
    en: "The practice answered that this is not a match.",
  },
  no_show: {
    de: "Ein Termin bei der Praxis fand nicht statt.",
    en: "An appointment at the practice did not take place.",
  },
  capacity: {
    de: "Die Praxis hat geantwortet, dass kein Platz frei ist.",
    en: "The practice answered that it has no place available.",
  },
  patient_wish: {
    de: "Die Person möchte nicht zu dieser Praxis.",
    en: "The person does not want to go to this practice.",
  },
  staff: { de: "Das Team hat diese Verbindung ausgeschlossen.", en: "The team has excluded this pair." },
};

/** What is known of a therapist and the mailbox, whoever an inquiry would be about. */
export type Standing = Pick<PairFacts, "therapist" | "at" | "coolingUntil" | "mailboxHasOpenInquiry">;

/** Why a practice that may not be asked now may not. */
export function whyNotToBeAsked({ therapist, at, coolingUntil, mailboxHasOpenInquiry }: Standing): Sentence {
  if (therapist.status !== "active") {
    return { de: "Der Eintrag der Praxis ist nicht aktiv.", en: "The practice’s entry is not active." };
  }
  if (therapist.objected) {
    return {
      de: "Die Praxis möchte keine Anfragen bekommen.",
      en: "The practice does not want to receive inquiries.",
    };
  }
  if (mailboxHasOpenInquiry) {
    return {
      de: "Bei der Praxis ist noch eine Anfrage offen.",
      en: "The practice still has an open inquiry.",
    };
  }
  return until(
    {
      de: "Die Praxis wird im Moment nicht angefragt.",
      en: "The practice is not being asked at the moment.",
    },
    coolingUntil ?? at,
  );
}

function whyExcluded({ excluded }: PairFacts): Sentence {
  const reason = exclusionReasons[excluded?.reason ?? "staff"];
  return excluded?.until ? until(reason, excluded.until) : reason;
}

function until(sentence: Sentence, instant: Date): Sentence {
  return {
    de: `${sentence.de} Wieder möglich ab ${formatDate(instant, "de")}.`,
    en: `${sentence.en} Possible again from ${formatDate(instant, "en")}.`,
  };
}

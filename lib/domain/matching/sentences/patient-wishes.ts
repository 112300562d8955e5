import { formatLanguage, formatList, formatMinutes, formatNumber } from "@/lib/format";
import type { TravelMode, WantedGender } from "../../vocabulary";
import type { MatchingPatient } from "../records";
import { type PairFacts, type RuleSentences, type Sentence, about, say } from "./facts";

export const patientWishSentences: RuleSentences<
  "distance" | "therapist-gender" | "language" | "times" | "access"
> = {
  distance: {
    pass: (facts) =>
      facts.byVideo
        ? {
            de: "Beide Seiten sind offen für Video. Der Weg zählt nicht.",
            en: "Both sides are open to video. The way does not count.",
          }
        : wayInWords(facts, "Der Weg passt", "The way is short enough"),
    fail: (facts) => wayInWords(facts, "Der Weg ist zu weit", "The way is too far"),
    unknown: whyWayUnknown,
  },
  "therapist-gender": {
    pass: ({ patient }) =>
      patient.wantedTherapistGender === "any"
        ? { de: "Das Geschlecht ist egal.", en: "Any gender will do." }
        : about(wantedPerson[patient.wantedTherapistGender], "Wie gewünscht", "As wanted"),
    fail: ({ patient }) =>
      about(
        wantedPerson[patient.wantedTherapistGender],
        "Gewünscht ist jemand anders",
        "Someone else is wanted",
      ),
    unknown: ({ patient }) =>
      about(
        wantedPerson[patient.wantedTherapistGender],
        "Das Geschlecht ist im Verzeichnis nicht angegeben. Gewünscht ist",
        "The directory does not state the gender. Wanted is",
      ),
  },
  language: {
    pass: ({ patient }) =>
      patient.languages.length === 0 || patient.languages.includes("de")
        ? { de: "Deutsch ist recht.", en: "German will do." }
        : about(
            spoken(patient),
            "Die Praxis spricht eine gewünschte Sprache",
            "The practice speaks a wanted language",
          ),
    fail: ({ patient }) =>
      about(
        spoken(patient),
        "Die Praxis spricht keine gewünschte Sprache",
        "The practice speaks no wanted language",
      ),
    unknown: say(
      "Nicht bekannt, welche Sprachen die Praxis spricht.",
      "Not known which languages the practice speaks.",
    ),
  },
  times: {
    pass: say(
      "Es gibt gemeinsame Zeiten von mindestens 50 Minuten.",
      "There are common times of at least 50 minutes.",
    ),
    fail: say("Es gibt keine gemeinsame Zeit von 50 Minuten.", "There is no common time of 50 minutes."),
    unknown: ({ therapist }) =>
      Object.values(therapist.officeHours).flat().length === 0
        ? { de: "Die Sprechzeiten der Praxis sind nicht bekannt.", en: "The practice's hours are not known." }
        : {
            de: "Die möglichen Zeiten der Person sind nicht bekannt.",
            en: "The person's possible times are not known.",
          },
  },
  access: {
    pass: ({ patient }) =>
      patient.stepFreeAccess
        ? { de: "Die Praxis ist ohne Stufen erreichbar.", en: "The practice has step-free access." }
        : { de: "Ein Zugang ohne Stufen ist nicht nötig.", en: "Step-free access is not needed." },
    fail: say(
      "Ein Zugang ohne Stufen ist nötig. Die Praxis hat keinen.",
      "Step-free access is needed. The practice has none.",
    ),
    unknown: say(
      "Ein Zugang ohne Stufen ist nötig. Nicht bekannt, ob die Praxis einen hat.",
      "Step-free access is needed. Not known whether the practice has it.",
    ),
  },
};

const wantedPerson: Record<WantedGender, Sentence> = {
  any: { de: "egal", en: "anyone" },
  female: { de: "eine Frau", en: "a woman" },
  male: { de: "ein Mann", en: "a man" },
  diverse: { de: "eine diverse Person", en: "a diverse person" },
};

const byMode: Record<TravelMode, Sentence> = {
  car: { de: "mit dem Auto", en: "by car" },
  transit: { de: "mit Bus und Bahn", en: "by bus and train" },
  bicycle: { de: "mit dem Fahrrad", en: "by bicycle" },
  foot: { de: "zu Fuß", en: "on foot" },
};

function whyWayUnknown({ patient }: PairFacts): Sentence {
  if (patient.coordinates === null)
    return {
      de: "Der Wohnort der Person ist auf der Karte nicht bekannt.",
      en: "The person's place on the map is not known.",
    };
  const { maxKm, maxMinutes } = patient.travel;
  return maxKm === null && maxMinutes === null
    ? {
        de: "Es ist nicht angegeben, wie weit der Weg sein darf.",
        en: "It is not stated how far the way may be.",
      }
    : {
        de: "Der Ort der Praxis ist auf der Karte nicht bekannt.",
        en: "The practice's place on the map is not known.",
      };
}

/** "Der Weg passt: etwa 24 Min. mit dem Auto, höchstens 30 Min. (geschätzt)." Numbers are rounded up, as limits are. */
function wayInWords({ patient, km, minutes, minutesAreExact }: PairFacts, de: string, en: string): Sentence {
  const { mode, maxKm, maxMinutes } = patient.travel;
  if (minutesAreExact && minutes === null) {
    const connection = { de: `keine Verbindung ${byMode[mode].de}`, en: `no connection ${byMode[mode].en}` };
    return about(connection, de, en);
  }
  const tell = (locale: "de" | "en", words: { line: string; most: string; estimated: string }) => {
    const upwards = (value: number) => `${formatNumber(Math.ceil(value * 10) / 10, locale, 1)} km`;
    const parts = [
      maxMinutes !== null &&
        `${formatMinutes(minutes ?? 0, locale)} ${byMode[mode][locale]}${minutesAreExact ? "" : words.estimated}, ${words.most} ${formatMinutes(maxMinutes, locale)}`,
      maxKm !== null &&
        Number.isFinite(maxKm) &&
        `${upwards(km ?? 0)} ${words.line}, ${words.most} ${upwards(maxKm)}`,
    ];
    return parts.filter((part) => part !== false).join("; ");
  };
  return about(
    {
      de: tell("de", { line: "Luftlinie", most: "höchstens", estimated: " (geschätzt)" }),
      en: tell("en", { line: "in a straight line", most: "at most", estimated: " (estimated)" }),
    },
    de,
    en,
  );
}

function spoken({ languages }: MatchingPatient): Sentence {
  return {
    de: formatList(
      languages.map((code) => formatLanguage(code, "de")),
      "de",
      "or",
    ),
    en: formatList(
      languages.map((code) => formatLanguage(code, "en")),
      "en",
      "or",
    ),
  };
}

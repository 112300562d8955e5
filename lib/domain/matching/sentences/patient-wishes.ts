import { formatLanguage, formatList, formatMinutes, formatNumber } from "@/lib/format";
import type { TravelMode, WantedGender } from "../../vocabulary";
import type { MatchingPatient } from "../kernel/records";
import { type PairFacts, type RuleSentences, type Sentence, about, say } from "./facts";

export const patientWishSentences: RuleSentences<
  "distance" | "therapist-gender" | "language" | "times" | "access"
> = {
  distance: {
    pass: (facts) =>
      facts.byVideo
        ? {
            de: "Beide Seiten sind offen für Video. Der Weg zählt nicht.",
            en: "Both sides are open to video. The distance does not count.",
          }
        : wayInWords(facts, "Der Weg passt", "The practice is close enough"),
    fail: (facts) => wayInWords(facts, "Der Weg ist zu weit", "The practice is too far away"),
    unknown: whyWayUnknown,
  },
  "therapist-gender": {
    pass: ({ patient }) =>
      patient.wantedTherapistGender === "any"
        ? { de: "Das Geschlecht ist egal.", en: "The therapist’s gender does not matter." }
        : about(wantedPerson[patient.wantedTherapistGender], "Wie gewünscht", "As requested"),
    fail: ({ patient }) =>
      about(
        wantedPerson[patient.wantedTherapistGender],
        "Gewünscht ist jemand anders",
        "Someone else was requested",
      ),
    unknown: ({ patient }) =>
      about(
        wantedPerson[patient.wantedTherapistGender],
        "Das Geschlecht ist im Verzeichnis nicht angegeben. Gewünscht ist",
        "The directory does not give the gender. Requested",
      ),
  },
  language: {
    pass: ({ patient }) =>
      patient.languages.length === 0 || patient.languages.includes("de")
        ? { de: "Deutsch ist recht.", en: "German is fine." }
        : about(
            spoken(patient),
            "Die Praxis spricht eine gewünschte Sprache",
            "The practice speaks a requested language",
          ),
    fail: ({ patient }) =>
      about(
        spoken(patient),
        "Die Praxis spricht keine gewünschte Sprache",
        "The practice does not speak any requested language",
      ),
    unknown: say(
      "Nicht bekannt, welche Sprachen die Praxis spricht.",
      "It is not known which languages the practice speaks.",
    ),
  },
  times: {
    pass: say(
      "Es gibt gemeinsame Zeiten von mindestens 50 Minuten.",
      "The times overlap by at least 50 minutes.",
    ),
    fail: say("Es gibt keine gemeinsame Zeit von 50 Minuten.", "The times do not overlap by 50 minutes."),
    unknown: ({ therapist }) =>
      Object.values(therapist.officeHours).flat().length === 0
        ? {
            de: "Die Sprechzeiten der Praxis sind nicht bekannt.",
            en: "The practice’s office hours are not known.",
          }
        : {
            de: "Die möglichen Zeiten der Person sind nicht bekannt.",
            en: "The person’s availability is not known.",
          },
  },
  access: {
    pass: ({ patient }) =>
      patient.stepFreeAccess
        ? { de: "Die Praxis ist ohne Stufen erreichbar.", en: "The practice has step-free access." }
        : { de: "Ein Zugang ohne Stufen ist nicht nötig.", en: "Step-free access is not needed." },
    // Where another site has one or may have, it is the way there that is too far.
    fail: ({ therapist }) =>
      therapist.locations.every(({ stepFree }) => stepFree === "no")
        ? {
            de: "Ein Zugang ohne Stufen ist nötig. Die Praxis hat keinen.",
            en: "Step-free access is needed. The practice does not have it.",
          }
        : {
            de: "Ein Zugang ohne Stufen ist nötig. Der nähere Standort hat keinen, ein anderer ist zu weit weg.",
            en: "Step-free access is needed. The nearer location does not have it; another one is too far away.",
          },
    unknown: say(
      "Ein Zugang ohne Stufen ist nötig. Nicht bekannt, ob die Praxis einen hat.",
      "Step-free access is needed. It is not known whether the practice has it.",
    ),
  },
};

const wantedPerson: Record<WantedGender, Sentence> = {
  any: { de: "egal", en: "anyone" },
  female: { de: "eine Frau", en: "a woman" },
  male: { de: "ein Mann", en: "a man" },
  diverse: { de: "eine diverse Person", en: "a non-binary person" },
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
      en: "The person’s location on the map is not known.",
    };
  const { maxKm, maxMinutes } = patient.travel;
  return maxKm === null && maxMinutes === null
    ? {
        de: "Es ist nicht angegeben, wie weit der Weg sein darf.",
        en: "No travel limit has been given.",
      }
    : {
        de: "Der Ort der Praxis ist auf der Karte nicht bekannt.",
        en: "The practice’s location on the map is not known.",
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
      en: tell("en", { line: "as the crow flies", most: "limit", estimated: " (estimated)" }),
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

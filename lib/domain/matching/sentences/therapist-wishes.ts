import type { Wishes } from "../../therapists/schemas";
import { type PairFacts, type RuleSentences, type Sentence, about, either, say } from "./facts";

export const therapistWishSentences: RuleSentences<"patient-age" | "patient-gender" | "diagnosis"> = {
  "patient-age": {
    pass: (facts) =>
      wishesAge(facts)
        ? about(
            wishedAges(facts),
            `Das Alter (${facts.age} Jahre) passt zum Wunsch der Praxis`,
            `The age (${facts.age}) meets the practice’s preference`,
          )
        : { de: "Die Praxis hat keinen Wunsch zum Alter.", en: "The practice has no preference about age." },
    fail: (facts) =>
      about(
        wishedAges(facts),
        `Das Alter (${facts.age} Jahre) passt nicht zum Wunsch der Praxis`,
        `The age (${facts.age}) does not meet the practice’s preference`,
      ),
    unknown: (facts) =>
      about(
        wishedAges(facts),
        "Das Geburtsdatum fehlt. Wunsch der Praxis",
        "The date of birth is missing. The practice’s preference",
      ),
  },
  "patient-gender": {
    pass: ({ therapist }) =>
      therapist.wishes.genders.length === 0
        ? {
            de: "Die Praxis hat keinen Wunsch zum Geschlecht.",
            en: "The practice has no preference about gender.",
          }
        : {
            de: "Das Geschlecht passt zum Wunsch der Praxis.",
            en: "The gender meets the practice’s preference.",
          },
    fail: say(
      "Das Geschlecht passt nicht zum Wunsch der Praxis.",
      "The gender does not meet the practice’s preference.",
    ),
    unknown: say(
      "Das Geschlecht der Person ist nicht angegeben. Die Praxis hat dazu einen Wunsch.",
      "The person’s gender is not stated. The practice has a preference about this.",
    ),
  },
  diagnosis: {
    pass: ({ therapist }) =>
      wishesDiagnosis(therapist.wishes)
        ? {
            de: "Die Diagnose passt zum Wunsch der Praxis.",
            en: "The diagnosis meets the practice’s preference.",
          }
        : {
            de: "Die Praxis hat keinen Wunsch zur Diagnose.",
            en: "The practice has no preference about diagnoses.",
          },
    fail: ({ therapist }) =>
      about(
        wishedDiagnoses(therapist.wishes),
        "Die Diagnosen passen nicht zum Wunsch der Praxis",
        "The diagnoses do not meet the practice’s preference",
      ),
    unknown: ({ patient, therapist }) => {
      const wished = wishedDiagnoses(therapist.wishes);
      return patient.diagnoses.length === 0
        ? about(
            wished,
            "Es ist keine Diagnose angegeben. Wunsch der Praxis",
            "No diagnosis has been given. The practice’s preference",
          )
        : about(
            wished,
            "Die Diagnose ist zu ungenau, um zu sagen, ob die Praxis sie ausschließt. Wunsch der Praxis",
            "The diagnosis is too general to tell whether the practice excludes it. The practice’s preference",
          );
    },
  },
};

function wishesAge({ therapist: { wishes } }: PairFacts): boolean {
  return wishes.ageMin !== null || wishes.ageMax !== null;
}

function wishedAges({ therapist: { wishes } }: PairFacts): Sentence {
  const { ageMin, ageMax } = wishes;
  if (ageMax === null) return { de: `ab ${ageMin} Jahren`, en: `aged ${ageMin} and over` };
  if (ageMin === null) return { de: `bis ${ageMax} Jahre`, en: `aged up to ${ageMax}` };
  return { de: `${ageMin} bis ${ageMax} Jahre`, en: `aged ${ageMin} to ${ageMax}` };
}

const wishesDiagnosis = ({ diagnoses, excludedDiagnoses }: Wishes) =>
  diagnoses.length + excludedDiagnoses.length > 0;

/** "F40 oder F41, nicht F2 oder F60". */
function wishedDiagnoses({ diagnoses, excludedDiagnoses }: Wishes): Sentence {
  const treated = either(diagnoses);
  const refused = either(excludedDiagnoses);
  if (excludedDiagnoses.length === 0) return treated;
  const lead = diagnoses.length === 0 ? { de: "", en: "" } : { de: `${treated.de}, `, en: `${treated.en}, ` };
  return { de: `${lead.de}nicht ${refused.de}`, en: `${lead.en}not ${refused.en}` };
}

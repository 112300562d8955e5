import { type PairFacts, type RuleSentences, type Sentence, about, either, say } from "./facts";

export const treatmentSentences: RuleSentences<"age-licence" | "payer" | "method" | "setting"> = {
  "age-licence": {
    pass: ({ age }) => ({
      de: `Die Praxis behandelt Menschen in diesem Alter (${age} Jahre).`,
      en: `The practice treats people of this age (${age}).`,
    }),
    fail: ({ age }) =>
      age !== null && age < 18
        ? {
            de: `Mit ${age} Jahren ist eine Zulassung für Kinder und Jugendliche nötig. Die Praxis behandelt nur Erwachsene.`,
            en: `At the age of ${age} a licence for children and young people is needed. The practice treats adults only.`,
          }
        : {
            de: `Die Praxis behandelt nur Kinder und Jugendliche. Die Person ist ${age} Jahre alt.`,
            en: `The practice treats children and young people only. The person is ${age} years old.`,
          },
    unknown: ({ age }) =>
      age === null
        ? { de: "Das Geburtsdatum fehlt.", en: "The date of birth is missing." }
        : {
            de: "Nicht bekannt, welches Alter die Praxis behandelt.",
            en: "Not known which ages the practice treats.",
          },
  },
  payer: {
    pass: whyPaid,
    fail: say(
      "Die Praxis hat keinen Kassensitz, und Kostenerstattung ist nicht gewünscht.",
      "The practice has no statutory seat, and reimbursement is not asked for.",
    ),
    unknown: ({ patient }) =>
      patient.payer === null
        ? { de: "Nicht bekannt, wer die Therapie bezahlt.", en: "Not known who pays for the therapy." }
        : {
            de: "Nicht bekannt, ob die Praxis einen Kassensitz hat.",
            en: "Not known whether the practice has a statutory seat.",
          },
  },
  method: {
    pass: ({ patient }) =>
      patient.wantedMethods.length === 0
        ? { de: "Jedes Verfahren ist recht.", en: "Any method will do." }
        : about(
            either(patient.wantedMethods),
            "Die Praxis bietet ein gewünschtes Verfahren an",
            "The practice offers a wanted method",
          ),
    fail: ({ patient }) =>
      about(
        either(patient.wantedMethods),
        `Die Praxis bietet für dieses Alter ${patient.openToGroup ? "" : "als Einzeltherapie "}kein gewünschtes Verfahren an`,
        `For this age the practice offers no wanted method${patient.openToGroup ? "" : " in individual sessions"}`,
      ),
    unknown: ({ therapist }) =>
      therapist.offers.length === 0
        ? {
            de: "Nicht bekannt, welche Verfahren die Praxis anbietet.",
            en: "Not known which methods the practice offers.",
          }
        : {
            de: "Ohne Geburtsdatum ist nicht klar, ob ein gewünschtes Verfahren für dieses Alter angeboten wird.",
            en: "Without a date of birth it is not clear whether a wanted method is offered for this age.",
          },
  },
  setting: {
    pass: ({ patient }) =>
      patient.openToGroup
        ? { de: "Einzeltherapie und Gruppe sind recht.", en: "Individual and group sessions will both do." }
        : {
            de: "Einzeltherapie ist gewünscht. Die Praxis bietet nicht nur Gruppen an.",
            en: "Individual sessions are wanted. The practice does not offer groups only.",
          },
    fail: say(
      "Die Praxis bietet hier nur Gruppen an. Gewünscht ist Einzeltherapie.",
      "The practice offers groups only here. Individual sessions are wanted.",
    ),
    unknown: say(
      "Nicht bekannt, ob die Praxis Einzeltherapie anbietet.",
      "Not known whether the practice offers individual sessions.",
    ),
  },
};

function whyPaid({ patient, therapist }: PairFacts): Sentence {
  if (therapist.statutorySeat === "yes") {
    return { de: "Die Praxis hat einen Kassensitz.", en: "The practice has a statutory seat." };
  }
  if (patient.payer === "gkv" || patient.payer === null) {
    return {
      de: "Kostenerstattung ist gewünscht. Ein Kassensitz ist nicht nötig.",
      en: "Reimbursement is asked for. A statutory seat is not needed.",
    };
  }
  return {
    de: "Für diese Kostenart ist kein Kassensitz nötig.",
    en: "This payer does not need a statutory seat.",
  };
}

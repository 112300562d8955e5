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
            en: `At the age of ${age}, a licence for treating children and young people is needed. The practice only treats adults.`,
          }
        : {
            de: `Die Praxis behandelt nur Kinder und Jugendliche. Die Person ist ${age} Jahre alt.`,
            en: `The practice only treats children and young people. The person is ${age} years old.`,
          },
    unknown: ({ age }) =>
      age === null
        ? { de: "Das Geburtsdatum fehlt.", en: "The date of birth is missing." }
        : {
            de: "Nicht bekannt, welches Alter die Praxis behandelt.",
            en: "It is not known which ages the practice treats.",
          },
  },
  payer: {
    pass: whyPaid,
    fail: say(
      "Die Praxis hat keinen Kassensitz, und Kostenerstattung ist nicht gewünscht.",
      "The practice does not have statutory accreditation, and reimbursement is not requested.",
    ),
    unknown: ({ patient }) =>
      patient.payer === null
        ? {
            de: "Nicht bekannt, wer die Therapie bezahlt.",
            en: "It is not known who will pay for the therapy.",
          }
        : {
            de: "Nicht bekannt, ob die Praxis einen Kassensitz hat.",
            en: "It is not known whether the practice has statutory accreditation.",
          },
  },
  method: {
    pass: ({ patient }) =>
      patient.wantedMethods.length === 0
        ? { de: "Jedes Verfahren ist recht.", en: "Any method is fine." }
        : about(
            either(patient.wantedMethods),
            "Die Praxis bietet ein gewünschtes Verfahren an",
            "The practice offers a requested method",
          ),
    fail: ({ patient }) =>
      about(
        either(patient.wantedMethods),
        `Die Praxis bietet für dieses Alter ${patient.openToGroup ? "" : "als Einzeltherapie "}kein gewünschtes Verfahren an`,
        `For this age, the practice does not offer any requested method${patient.openToGroup ? "" : " as individual therapy"}`,
      ),
    unknown: ({ therapist }) =>
      therapist.offers.length === 0
        ? {
            de: "Nicht bekannt, welche Verfahren die Praxis anbietet.",
            en: "It is not known which methods the practice offers.",
          }
        : {
            de: "Ohne Geburtsdatum ist nicht klar, ob ein gewünschtes Verfahren für dieses Alter angeboten wird.",
            en: "Without a date of birth, it is unclear whether a requested method is offered for this age.",
          },
  },
  setting: {
    pass: ({ patient, therapist }) => {
      if (patient.openToGroup)
        return {
          de: "Einzeltherapie und Gruppe sind recht.",
          en: "Both individual and group therapy are fine.",
        };
      return therapist.offers.length === 0
        ? {
            de: "Einzeltherapie ist gewünscht. Nichts spricht dafür, dass die Praxis nur Gruppen anbietet.",
            en: "Individual therapy is requested. Nothing suggests that the practice offers groups only.",
          }
        : {
            de: "Einzeltherapie ist gewünscht. Die Praxis bietet nicht nur Gruppen an.",
            en: "Individual therapy is requested. The practice offers more than just groups.",
          };
    },
    fail: say(
      "Die Praxis bietet hier nur Gruppen an. Gewünscht ist Einzeltherapie.",
      "The practice only offers groups here. Individual therapy is requested.",
    ),
    unknown: say(
      "Nicht bekannt, ob die Praxis Einzeltherapie anbietet.",
      "It is not known whether the practice offers individual therapy.",
    ),
  },
};

function whyPaid({ patient, therapist }: PairFacts): Sentence {
  if (therapist.statutorySeat === "yes") {
    return { de: "Die Praxis hat einen Kassensitz.", en: "The practice has statutory accreditation." };
  }
  if (patient.payer === "gkv" || patient.payer === null) {
    return {
      de: "Kostenerstattung ist gewünscht. Ein Kassensitz ist nicht nötig.",
      en: "Reimbursement is requested. Statutory accreditation is not needed.",
    };
  }
  return {
    de: "Für diese Kostenart ist kein Kassensitz nötig.",
    en: "This payer does not require statutory accreditation.",
  };
}

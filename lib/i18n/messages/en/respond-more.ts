import type { Translation } from "../../translation";
import type { respondMore as german } from "../de/respond-more";

export const respondMore: Translation<typeof german> = {
  title: "Is something not right?",
  titleAnswered: "Would you like to tell us anything else?",
  capacity: {
    title: "Report free places",
    known:
      "Last reported on {notedOn}: {individual, plural, one {one individual place} other {# individual places}}, {group, plural, one {one group place} other {# group places}}, from {from}.",
    individual: "Individual places",
    group: "Group places",
    from: "From when?",
    now: "from now on",
    send: "Report places",
    done: "Thank you. What you said about free places is stored. It counts for eight weeks.",
  },
  wishes: {
    title: "Whom you treat, and whom not",
    text: "From then on we ask you only for people who fit. You can change this at any time.",
    age: "Age",
    ageHint: "Adults only: from 18. Empty means: any.",
    ageMin: "from",
    ageMax: "to",
    genders: "Only these genders",
    gendersHint: "Nothing chosen means: all.",
    refused: "You do not treat",
    diagnosis: {
      addiction: "Addiction (F1)",
      psychosis: "Psychosis (F2)",
      compulsion: "Compulsion (F42)",
      trauma: "After trauma (F43.1)",
      eating: "Eating disorders (F50)",
      personality: "Personality disorders (F60)",
      autism: "Autism (F84)",
      attention: "ADHD (F90)",
    },
    refusedOther: "Other diagnoses that you do not treat",
    treated: "Only these diagnoses",
    codesHint: "ICD-10 codes separated by commas, such as F45, F63.",
    groupOnly: "Group therapy only",
    send: "Save",
    done: "Thank you. From now on we ask you only for people who fit.",
  },
  hours: {
    title: "Correct telephone hours",
    text: "When we call, then in these hours. For example 9–11, 15–16. Empty means: none.",
    send: "Save hours",
    done: "Thank you. Your telephone hours are stored.",
  },
  wrongMailbox: {
    title: "This mail was not for us",
    text: "We will then no longer write to {email}. This link leads nowhere afterwards.",
    send: "Report wrong address",
    doneTitle: "Thank you for telling us",
    done: "We will not write to this address any more. Please delete our mail.",
  },
};

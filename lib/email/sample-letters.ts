import { type LetterInput, type LetterLocale, type LetterName } from "./render-letter";

const origin = "https://lotse.example";
const page = `${origin}/my/beispiel`;
const answers = `${origin}/respond/beispiel`;

/** Invented data to look at a mail with, the plural where there is one. */
export function sampleLetter(name: LetterName, locale: LetterLocale): LetterInput {
  const german = locale === "de";
  const day = german ? "7. Dezember 2026" : "7 December 2026";
  const toPatient = { locale, link: page, isLinkPrivate: true, values: { hasDay: "yes", day } };
  const inquiry = {
    reference: "K7M4Q2XD",
    count: 3,
    areaCount: 2,
    areas: german ? "50 und 52" : "50 and 52",
    methodCount: 1,
    methods: german ? "Verhaltenstherapie" : "behavioural therapy",
    dueOn: day,
    source: german ? "Arztsuche, 11. März 2026" : "Arztsuche, 11 March 2026",
    accepted: 2,
    open: 1,
  };
  const greeting = { salutation: "female", name: "Dr. Muster" } as const;
  const links = { privacy: `${origin}/privacy`, objection: `${answers}#widerspruch` };
  const toPractice = { locale, link: answers, links, greeting, values: inquiry };
  switch (name) {
    case "confirm_email":
      return { locale, link: `${origin}/confirm/beispiel`, values: { days: 7 } };
    case "weekly_status": {
      const links = { stop: `${origin}/stop-mails/beispiel` };
      return { ...toPatient, links, values: { asked: 9, week: 3, open: 2, next: "waiting" } };
    }
    case "inquiry":
    case "inquiry_reminder":
    case "already_placed":
    case "answer_receipt":
    case "patient_confirmed":
    case "patient_will_call":
    case "first_talk_practice":
    case "progress_practice":
    case "place_free_again":
    case "contact_withdrawn":
    case "identity_withdrawn":
      return toPractice;
    case "inquiry_forwarded":
      return { ...toPractice, greeting: undefined };
    case "task_due":
      return { locale, link: `${origin}/admin`, values: { count: 4 } };
    default:
      return toPatient;
  }
}

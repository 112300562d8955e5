import { Action, MailLayout, Paragraph, SmallPrint } from "../layout";
import type { PatientPageProps } from "./search-started";

const words = {
  de: {
    subject: "Eine Praxis hat einen Platz für Sie",
    hello: "Guten Tag,",
    body: "eine Praxis hat geantwortet und hat einen Platz frei. Auf Ihrer Seite steht, welche Praxis es ist und wie Sie einen ersten Termin vereinbaren.",
    soon: "Bitte melden Sie sich in den nächsten Tagen dort, damit der Platz für Sie frei bleibt.",
    action: "Praxis ansehen",
    privacy: "Ihren Namen haben wir der Praxis nicht genannt.",
  },
  en: {
    subject: "A practice has a place for you",
    hello: "Hello,",
    body: "a practice has answered and has a free place. Your page says which practice it is and how to arrange a first appointment.",
    soon: "Please get in touch with them within the next few days, so that the place stays free for you.",
    action: "See the practice",
    privacy: "We have not told the practice your name.",
  },
};

export const placeFoundSubject = (locale: "de" | "en") => words[locale].subject;

/** Sent after the first acceptance. Who the practice is stands on the patient's page, not in the mail. */
export function PlaceFound({ locale, link, imprint }: PatientPageProps) {
  const t = words[locale];
  return (
    <MailLayout locale={locale} preview={t.subject} imprint={imprint}>
      <Paragraph>{t.hello}</Paragraph>
      <Paragraph>{t.body}</Paragraph>
      <Paragraph>{t.soon}</Paragraph>
      <Action href={link}>{t.action}</Action>
      <SmallPrint>{t.privacy}</SmallPrint>
    </MailLayout>
  );
}

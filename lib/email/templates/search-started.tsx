import { Action, type Imprint, MailLayout, Paragraph, SmallPrint } from "../layout";

export type PatientPageProps = { locale: "de" | "en"; link: string; imprint: Imprint };

const words = {
  de: {
    subject: "Wir suchen jetzt für Sie",
    hello: "Guten Tag,",
    body: "Ihre Adresse ist bestätigt. Wir suchen jetzt nach Praxen, die zu Ihren Angaben passen, und fragen dort für Sie an.",
    next: "Sobald eine Praxis einen Platz hat, bekommen Sie eine Nachricht. Auf Ihrer Seite sehen Sie jederzeit, wie es steht. Dort können Sie die Suche auch anhalten oder beenden.",
    action: "Meine Seite öffnen",
    keep: "Bitte geben Sie diese Nachricht nicht weiter: Wer den Link hat, kann Ihre Seite öffnen.",
  },
  en: {
    subject: "We are now looking for a place for you",
    hello: "Hello,",
    body: "Your address is confirmed. We are now looking for practices that fit what you told us, and ask them on your behalf.",
    next: "As soon as a practice has a place, you will hear from us. Your page shows at any time how things stand. You can also pause or end the search there.",
    action: "Open my page",
    keep: "Please do not pass this message on: whoever has the link can open your page.",
  },
};

export const searchStartedSubject = (locale: "de" | "en") => words[locale].subject;

/** Sent once the address is confirmed; carries the link to the patient's page. */
export function SearchStarted({ locale, link, imprint }: PatientPageProps) {
  const t = words[locale];
  return (
    <MailLayout locale={locale} preview={t.subject} imprint={imprint}>
      <Paragraph>{t.hello}</Paragraph>
      <Paragraph>{t.body}</Paragraph>
      <Paragraph>{t.next}</Paragraph>
      <Action href={link}>{t.action}</Action>
      <SmallPrint>{t.keep}</SmallPrint>
    </MailLayout>
  );
}

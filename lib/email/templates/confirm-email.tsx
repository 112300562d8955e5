import { Action, type Imprint, MailLayout, Paragraph, SmallPrint } from "../layout";

export type ConfirmEmailProps = { locale: "de" | "en"; link: string; validDays: number; imprint: Imprint };

const words = {
  de: {
    subject: "Bitte bestätigen Sie Ihre E-Mail-Adresse",
    hello: "Guten Tag,",
    body: "Sie haben sich bei uns angemeldet. Bitte bestätigen Sie, dass diese Adresse Ihnen gehört. Erst danach beginnen wir.",
    action: "Adresse bestätigen",
    valid: (days: number) => `Der Link gilt ${days} Tage. Danach löschen wir Ihre Angaben.`,
    notYou: "Sie haben sich nicht angemeldet? Dann brauchen Sie nichts zu tun.",
  },
  en: {
    subject: "Please confirm your e-mail address",
    hello: "Hello,",
    body: "You registered with us. Please confirm that this address is yours. We begin once you have done so.",
    action: "Confirm address",
    valid: (days: number) => `The link works for ${days} days. After that we delete what you entered.`,
    notYou: "You did not register? Then there is nothing you need to do.",
  },
};

export const confirmEmailSubject = (locale: "de" | "en") => words[locale].subject;

/** Double opt-in: the address is used for nothing else until its owner pressed the button behind the link. */
export function ConfirmEmail({ locale, link, validDays, imprint }: ConfirmEmailProps) {
  const t = words[locale];
  return (
    <MailLayout locale={locale} preview={t.subject} imprint={imprint}>
      <Paragraph>{t.hello}</Paragraph>
      <Paragraph>{t.body}</Paragraph>
      <Action href={link}>{t.action}</Action>
      <SmallPrint>{t.valid(validDays)}</SmallPrint>
      <SmallPrint>{t.notYou}</SmallPrint>
    </MailLayout>
  );
}

import { Action, type Imprint, MailLayout, Paragraph, SmallPrint } from "./layout";

export type LetterParts = {
  locale: "de" | "en";
  subject: string;
  greeting: string;
  body: string[];
  action: { label: string; href: string };
  regards: string;
  small: string[];
  footer: string[];
  imprint: Imprint;
};

/** Every mail has this shape: a greeting, some paragraphs, the one thing to do, small print, why it came. */
export function Letter({
  locale,
  subject,
  greeting,
  body,
  action,
  regards,
  small,
  footer,
  imprint,
}: LetterParts) {
  return (
    <MailLayout locale={locale} preview={subject} imprint={imprint} footer={<SmallPrints texts={footer} />}>
      <Paragraph>{greeting}</Paragraph>
      {body.map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
      <Action href={action.href}>{action.label}</Action>
      <Paragraph>{regards}</Paragraph>
      <SmallPrints texts={small} />
    </MailLayout>
  );
}

function SmallPrints({ texts }: { texts: string[] }) {
  return texts.map((text) => <SmallPrint key={text}>{text}</SmallPrint>);
}

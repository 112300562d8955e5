import { Action, addressLine, type Imprint, MailLayout, Paragraph, SmallPrint } from "./layout";
import { plainText } from "./inline-link";

export type LetterParts = {
  locale: "de" | "en";
  greeting: string;
  body: string[];
  action: { label: string; href: string };
  regards: string;
  small: string[];
  footer: string[];
  imprint: Imprint;
};

/** Every mail has this shape: a greeting, some paragraphs, the one thing to do, small print, why it came. */
export function Letter({ locale, greeting, body, action, regards, small, footer, imprint }: LetterParts) {
  return (
    <MailLayout
      locale={locale}
      preview={body[0] ?? ""}
      imprint={imprint}
      footer={<SmallPrints texts={footer} />}
    >
      <Paragraph>{greeting}</Paragraph>
      {body.map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
      <Action href={action.href}>{action.label}</Action>
      <Paragraph>
        {regards}
        <br />
        {imprint.name}
      </Paragraph>
      <SmallPrints texts={small} />
    </MailLayout>
  );
}

function SmallPrints({ texts }: { texts: string[] }) {
  return texts.map((text) => <SmallPrint key={text}>{text}</SmallPrint>);
}

/** The same letter for programs that show text only, and for people who prefer it. */
export function letterText({ greeting, body, action, regards, small, footer, imprint }: LetterParts): string {
  const above = [
    greeting,
    ...body,
    `${action.label}:\n${action.href}`,
    `${regards}\n${imprint.name}`,
    ...small,
  ];
  return [...above, "---", ...footer, addressLine(imprint)].map(plainText).join("\n\n");
}

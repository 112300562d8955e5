import { createHash } from "node:crypto";
import { createTranslator } from "next-intl";
import { render, toPlainText } from "react-email";
import { type Messages, messages } from "@/lib/i18n/messages";
import { imprint as ourImprint } from "./imprint";
import type { Imprint } from "./layout";
import { Letter } from "./letter";

export type RenderedMail = {
  subject: string;
  html: string;
  text: string;
  /** Names the words it was written with. */
  version: string;
};
export type LetterName = keyof Messages["mails"]["letters"];
export type LetterLocale = "de" | "en";

export type LetterInput = {
  locale: LetterLocale;
  /** Where the one button leads. */
  link: string;
  /** What the sentences ask for; whole words, ready to read. */
  values?: Record<string, string | number>;
  /** "Sehr geehrte Frau Dr. Muster"; without it the mail greets nobody by name. */
  greeting?: { salutation: "female" | "male" | "unknown"; name: string };
  /** The link opens somebody's own page: the mail asks not to pass it on. */
  isLinkPrivate?: boolean;
  imprint?: Imprint;
};

/** Writes a mail: subject, HTML and plain text. Throws when a sentence asks for a value that is not there. */
export async function renderLetter(name: LetterName, input: LetterInput): Promise<RenderedMail> {
  const { locale, link, greeting, isLinkPrivate, imprint = ourImprint() } = input;
  const t = translator(locale);
  const values = oneLine(input.values ?? {});
  const paragraphs = (part: "body" | "small" | "footer") =>
    t.has(`letters.${name}.${part}`)
      ? t(`letters.${name}.${part}`, values)
          .split("\n\n")
          .map((text) => text.trim())
          .filter((text) => text !== "")
      : [];
  const subject = t(`letters.${name}.subject`, values);
  const html = await render(
    <Letter
      locale={locale}
      subject={subject}
      greeting={greeting ? t("greeting", oneLine(greeting)) : t("hello")}
      body={paragraphs("body")}
      action={{ label: t(`letters.${name}.action`, values), href: link }}
      regards={t("regards", { operator: imprint.name })}
      small={[...paragraphs("small"), ...(isLinkPrivate ? [t("privateLink")] : [])]}
      footer={paragraphs("footer")}
      imprint={imprint}
    />,
  );
  return { subject, html, text: toPlainText(html), version: letterVersion(name) };
}

/** Changes whenever one of the mail's words does, in any language. */
function letterVersion(name: LetterName): string {
  const { de, en } = messages;
  const words = [de, en].map(({ mails: { letters, ...common } }) => [letters[name], common]);
  return createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, 10);
}

type Translate = {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
};

function translator(locale: LetterLocale): Translate {
  const onError = (error: Error) => {
    throw error;
  };
  return createTranslator({ locale, messages: messages[locale], namespace: "mails", onError } as never);
}

/** A name or a source from outside stays within its line: no new paragraph, no new header. */
function oneLine(values: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === "string" ? value.replaceAll(/[\s\p{Cc}]+/gu, " ").trim() : value,
    ]),
  );
}

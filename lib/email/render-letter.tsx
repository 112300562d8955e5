import { createHash } from "node:crypto";
import { createTranslator } from "next-intl";
import { render } from "react-email";
import { type Messages, messages } from "@/lib/i18n/messages";
import { imprint as ourImprint } from "./imprint";
import { inlineLink } from "./inline-link";
import type { Imprint } from "./layout";
import { Letter, type LetterParts, letterText } from "./letter";

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
  /** Where the links within the sentences lead, by their tags. */
  links?: Record<string, string>;
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
  const values = { ...oneLine(input.values ?? {}), ...tagsOf(input.links ?? {}) };
  const paragraphs = (part: "body" | "small" | "footer") =>
    t.has(`letters.${name}.${part}`)
      ? t(`letters.${name}.${part}`, values)
          .split("\n\n")
          .map((text) => text.trim())
          .filter((text) => text !== "")
      : [];
  const parts: LetterParts = {
    locale,
    greeting: greeting ? t("greeting", oneLine(greeting)) : t("hello"),
    body: paragraphs("body"),
    action: { label: t(`letters.${name}.action`, values), href: link },
    regards: t("regards"),
    small: [...paragraphs("small"), ...(isLinkPrivate ? [t("privateLink")] : [])],
    footer: paragraphs("footer"),
    imprint,
  };
  return {
    subject: t(`letters.${name}.subject`, values),
    html: await render(<Letter {...parts} />),
    text: letterText(parts),
    version: letterVersion(name),
  };
}

/** Each link as a tag around the words that can be clicked. */
function tagsOf(links: Record<string, string>): Record<string, Tag> {
  return Object.fromEntries(
    Object.entries(links).map(([tag, href]) => [tag, (words: string) => inlineLink(words, href)]),
  );
}

/** Changes whenever one of the mail's words does, in any language. */
function letterVersion(name: LetterName): string {
  const { de, en } = messages;
  const words = [de, en].map(({ mails: { letters, ...common } }) => [letters[name], common]);
  return createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, 10);
}

type Tag = (words: string) => string;
type Translate = {
  (key: string, values?: Record<string, string | number | Tag>): string;
  has: (key: string) => boolean;
};

function translator(locale: LetterLocale): Translate {
  const onError = (error: Error) => {
    throw error;
  };
  const t = createTranslator({ locale, messages: messages[locale], namespace: "mails", onError } as never);
  return Object.assign(t.markup as unknown as Translate, { has: t.has });
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

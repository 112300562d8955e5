import { Body, Container, Head, Html, Link, Preview, Section, Text } from "react-email";
import type { ReactNode } from "react";
import { textParts } from "./inline-link";

/** The colours of the product (app/globals.css), written out because mail programs know no stylesheets. */
const colour = { paper: "#f8f5ef", ink: "#17242c", soft: "#4b5860", main: "#0e5a5e", line: "#ddd5c8" };
/** For programs that ask for dark colours; the others show the light ones or make their own. */
const darkColours = `@media (prefers-color-scheme: dark) {
.paper, .paper td { background-color: #131b20 !important; color: #e8ebe8 !important; }
.soft { color: #a9b6bc !important; }
.main { color: #82cbc7 !important; }
.line { border-color: #2d3a41 !important; }
.action { background-color: #82cbc7 !important; color: #06201f !important; }
}`;
const font = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Verdana, sans-serif";

export type Imprint = { name: string; street: string; city: string; phone: string; email: string };

type Props = {
  locale: "de" | "en";
  /** What mail programs show beside the subject. */
  preview: string;
  imprint: Imprint;
  footer?: ReactNode;
  children: ReactNode;
};

/** Frame of every mail: who writes, text in one column, how to reach them. */
export function MailLayout({ locale, preview, imprint, footer, children }: Props) {
  return (
    <Html lang={locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkColours}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        className="paper"
        style={{
          backgroundColor: colour.paper,
          color: colour.ink,
          fontFamily: font,
          margin: 0,
          padding: "24px 12px",
        }}
      >
        <Container style={{ maxWidth: 560, margin: "0 auto" }}>
          <Text
            className="main"
            style={{ fontSize: 20, fontWeight: 700, color: colour.main, margin: "0 0 20px" }}
          >
            Lotse
            {imprint.name !== "Lotse" && (
              <span className="soft" style={{ fontSize: 16, fontWeight: 400, color: colour.soft }}>
                {` · ${imprint.name}`}
              </span>
            )}
          </Text>
          {children}
          <Section
            className="line"
            style={{ borderTop: `1px solid ${colour.line}`, marginTop: 32, paddingTop: 12 }}
          >
            {footer}
            <SmallPrint>{addressLine(imprint)}</SmallPrint>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

/** Who sends the mail and how to reach them, as far as the operator said. */
export const addressLine = ({ name, street, city, phone, email }: Imprint) =>
  [name, street, city, phone, email].filter(Boolean).join(" · ");

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={{ fontSize: 16, lineHeight: "25px", margin: "0 0 16px" }}>{children}</Text>;
}

export function SmallPrint({ children }: { children: string }) {
  return (
    <Text
      className="soft"
      style={{ fontSize: 14, lineHeight: "21px", color: colour.soft, margin: "0 0 8px" }}
    >
      {textParts(children).map((part) =>
        typeof part === "string" ? (
          part
        ) : (
          <Link
            key={part.href}
            href={part.href}
            className="main"
            style={{ color: colour.main, textDecoration: "underline" }}
          >
            {part.words}
          </Link>
        ),
      )}
    </Text>
  );
}

/** The one thing to do. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={{ margin: "24px 0" }}>
      <Link
        href={href}
        className="action"
        style={{
          backgroundColor: colour.main,
          color: "#ffffff",
          padding: "14px 22px",
          borderRadius: 8,
          fontSize: 16,
          fontWeight: 700,
          textDecoration: "none",
          display: "inline-block",
        }}
      >
        {children}
      </Link>
    </Section>
  );
}

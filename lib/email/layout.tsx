import { Body, Container, Head, Html, Link, Preview, Section, Text } from "react-email";
import type { ReactNode } from "react";

/** The colours of the product (app/globals.css), written out because mail programs know no stylesheets. */
const colour = { paper: "#f7f4ee", ink: "#16243a", soft: "#4a5568", main: "#0f5257", line: "#ddd6c9" };
const font = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Verdana, sans-serif";

export type Imprint = { name: string; street: string; city: string; email: string };

type Props = {
  locale: "de" | "en";
  preview: string;
  imprint: Imprint;
  footer?: ReactNode;
  children: ReactNode;
};

/** Frame of every mail: word mark, text in one column, who sends it. */
export function MailLayout({ locale, preview, imprint, footer, children }: Props) {
  return (
    <Html lang={locale}>
      <Head />
      <Preview>{preview}</Preview>
      <Body
        style={{
          backgroundColor: colour.paper,
          color: colour.ink,
          fontFamily: font,
          margin: 0,
          padding: "24px 12px",
        }}
      >
        <Container style={{ maxWidth: 560, margin: "0 auto" }}>
          <Text style={{ fontSize: 20, fontWeight: 700, color: colour.main, margin: "0 0 20px" }}>Lotse</Text>
          {children}
          <Section style={{ borderTop: `1px solid ${colour.line}`, marginTop: 32, paddingTop: 12 }}>
            {footer}
            <Text style={{ fontSize: 13, lineHeight: "20px", color: colour.soft, margin: "8px 0 0" }}>
              {[imprint.name, imprint.street, imprint.city, imprint.email].filter(Boolean).join(" · ")}
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={{ fontSize: 16, lineHeight: "25px", margin: "0 0 16px" }}>{children}</Text>;
}

/** Small text; addresses in it can be clicked, and break so that no telephone has to scroll sideways. */
export function SmallPrint({ children }: { children: string }) {
  return (
    <Text style={{ fontSize: 13, lineHeight: "20px", color: colour.soft, margin: "0 0 8px" }}>
      {children.split(/(https?:\/\/\S+)/).map((part) =>
        part.startsWith("http") ? (
          <Link
            key={part}
            href={part}
            style={{ color: colour.main, textDecoration: "underline", wordBreak: "break-all" }}
          >
            {part}
          </Link>
        ) : (
          part
        ),
      )}
    </Text>
  );
}

/** The one thing to do. The address stands below as text, for programs that show no buttons. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={{ margin: "24px 0" }}>
      <Link
        href={href}
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

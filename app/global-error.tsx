"use client";

import type { FailureProps } from "@/components/ui/failure";

/** The last resort when the frame of all pages fails: both languages, no stylesheet, no word from elsewhere. */
export default function GlobalErrorPage({ error, retry }: FailureProps) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  return (
    <html lang="de">
      <body
        style={{ margin: "3rem auto", maxWidth: "36rem", padding: "0 1rem", font: "1.125rem/1.5 system-ui" }}
      >
        <title>Lotse</title>
        <main>
          <h1>Das hat gerade nicht geklappt</h1>
          <p>Der Fehler liegt bei uns. Bitte versuchen Sie es in ein paar Minuten noch einmal.</p>
          <p lang="en">
            Sorry, that did not work. Something went wrong on our side. Please try again in a few minutes.
          </p>
          <p>
            <button onClick={() => retry()} style={{ font: "inherit", padding: "0.5rem 1rem" }}>
              Noch einmal versuchen <span lang="en">(try again)</span>
            </button>
          </p>
          <p>
            Notruf <a href="tel:112">112</a> · TelefonSeelsorge <a href="tel:+498001110111">0800 1110111</a>
          </p>
          {digest && <p>{digest}</p>}
        </main>
      </body>
    </html>
  );
}

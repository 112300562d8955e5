import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mailTemplates } from "@/lib/domain/mail/templates";
import { messages } from "@/lib/i18n/messages";
import { type LetterInput, type LetterName, renderLetter } from "./render-letter";
import { sampleLetter } from "./sample-letters";

const names = Object.keys(messages.de.mails.letters) as LetterName[];
const locales = ["de", "en"] as const;
const everyLetter = names.flatMap((name) => locales.map((locale) => [name, locale] as const));
const imprint = {
  name: "Vermittlung Muster",
  street: "Probeweg 1",
  city: "52062 Aachen",
  email: "kontakt@example.org",
  phone: "0241 99999900",
};

const write = (name: LetterName, locale: "de" | "en", values: LetterInput["values"] = {}) => {
  const sample = sampleLetter(name, locale);
  return renderLetter(name, { ...sample, imprint, values: { ...sample.values, ...values } });
};

test("every mail has words, and no words are without a mail", () => {
  expect(names.toSorted()).toEqual(Object.keys(mailTemplates).toSorted());
});

describe.each(everyLetter)("%s in %s", (name, locale) => {
  test("has a subject, its link in HTML and text, who sends it, and no exclamation mark", async () => {
    const { subject, text, html } = await write(name, locale);
    const { link } = sampleLetter(name, locale);
    expect(subject).toMatch(/\S/);
    expect(text).toContain(link);
    expect(html).toContain(`href="${link}"`);
    expect(html).toContain(`lang="${locale}"`);
    expect(text).toContain("Probeweg 1");
    expect(`${subject}${text}`).not.toMatch(/[!{}]|undefined|NaN/);
  });

  test("says who writes at its head and at its end, and has one button", async () => {
    const { html, text } = await write(name, locale);
    expect(html.split(imprint.name).length - 1).toBeGreaterThanOrEqual(3);
    expect(text).toContain(`\n${imprint.name}\n`);
    expect(text).toContain(imprint.phone);
    expect(html.match(/class="action"/g)).toHaveLength(1);
  });

  test("loads nothing from anywhere and runs nothing", async () => {
    const { html } = await write(name, locale);
    expect(html).not.toMatch(/<(img|script|iframe|object|form)\b|url\(/i);
  });

  test("has one person in the singular and nobody in the plural", async () => {
    const one = await write(name, locale, { count: 1, accepted: 1, open: 1, asked: 1, week: 1, days: 1 });
    expect(`${one.subject} ${one.text}`).not.toMatch(
      /\b1 (Personen|people|Tage|days|Aufgaben|tasks|Praxen)\b/,
    );
    const none = await write(name, locale, { accepted: 0, open: 0, asked: 0, week: 0 });
    expect(`${none.subject} ${none.text}`).not.toMatch(/\b0\b/);
  });
});

describe("the inquiry", () => {
  test("says how many, which methods, where, by when, from which source, and how to object", async () => {
    const { subject, text } = await write("inquiry", "de");
    expect(subject).toBe("Anfrage K7M4Q2XD: Therapieplätze für 3 Personen");
    for (const part of [
      "Sehr geehrte Frau Dr. Muster",
      "Verhaltenstherapie",
      "aus den Postleitzahlgebieten 50 und 52",
      "7. Dezember 2026",
      "Quelle: Arztsuche, 11. März 2026",
      "Art. 14 DSGVO",
      "Hier widersprechen Sie: https://lotse.example/respond/beispiel#widerspruch",
    ]) {
      expect(text).toContain(part);
    }
  });

  test("shows words to click on in HTML, and the addresses behind them in the text only", async () => {
    const { html, text } = await write("inquiry", "de");
    expect(html).toMatch(/href="https:\/\/lotse\.example\/privacy"[^>]*>Wie wir mit Daten umgehen/);
    const shown = html.replaceAll(/<[^>]+>/g, " ");
    expect(shown).not.toMatch(/https?:|[\u0001-\u0008]/);
    expect(text).not.toMatch(/[\u0001-\u0008]/);
    expect(text.match(/https:\/\/\S+/g)).toHaveLength(3);
  });

  test("has one person in the singular", async () => {
    const { subject, text } = await write("inquiry", "de", { count: 1 });
    expect(subject).toContain("Therapieplatz für 1 Person");
    expect(text).toContain("eine Person");
    expect(text).not.toContain("Personen");
  });

  test("guesses no gender", async () => {
    const greeting = { salutation: "unknown", name: "Dr. Muster" } as const;
    const { text } = await renderLetter("inquiry", { ...sampleLetter("inquiry", "de"), greeting });
    expect(text).toContain("Guten Tag Dr. Muster");
  });
});

describe("what comes from outside", () => {
  test("carries no markup, no line of its own and no pattern into a mail", async () => {
    const greeting = {
      salutation: "female",
      name: "<b>{count}</b>\r\n\r\nBcc: alle@example.org \u0001hier\u0002https://boese.example\u0003",
    } as const;
    const sample = sampleLetter("inquiry", "de");
    const values = {
      ...sample.values,
      source: "</p><script>x</script>",
      reference: "K7\r\nBcc: a@example.org",
    };
    const { subject, html, text } = await renderLetter("inquiry", { ...sample, greeting, values });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<script|<b>|href="https:\/\/boese/);
    expect(text).not.toMatch(/^Bcc/m);
    expect(text).toContain("{count}");
  });
});

test("mails have the colours of the product, light and dark, whose contrasts are tested there", async () => {
  const { html } = await write("inquiry", "de");
  const product = readFileSync("app/globals.css", "utf8");
  const used = [...new Set(html.match(/#[0-9a-f]{6}\b/g))];
  expect(used.length).toBeGreaterThan(8);
  for (const colour of used) expect(product, colour).toContain(colour);
});

test("the version of a mail tells its words from every other's", async () => {
  const versions = await Promise.all(names.map(async (name) => (await write(name, "de")).version));
  expect(new Set(versions).size).toBe(names.length);
  expect(versions.every((version) => /^[\da-f]{10}$/.test(version))).toBe(true);
});

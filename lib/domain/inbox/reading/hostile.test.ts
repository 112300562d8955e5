import { describe, expect, test } from "vitest";
import { refusalIn } from "@/lib/email/address-unknown";
import { sanitisedHtml, textOfHtml } from "@/lib/email/sanitised-html";
import { finishes } from "@/tests/support/finishes";
import { bounceOf } from "./bounce";
import { objectionIn } from "./objection";
import { outOfOfficeOf } from "./out-of-office";
import { splitQuoted } from "./own-words";
import { suggestOutcomes } from "./suggest-outcomes";

const today = "2026-11-25";
/** The longest text and the longest HTML that are read. */
const longestText = 200_000;
const longestHtml = 500_000;

/** Pieces whose repetition keeps a careless search going back and forth, in one line or in many. */
const pieces = [
  "1.",
  "a.",
  "a-",
  "@",
  "a@",
  "<",
  "<a@",
  "<a@b",
  "<a>",
  "<@",
  ">",
  "- ",
  "_",
  " ",
  "\n",
  "\n ",
  " \n",
  "\t",
].concat(
  [
    "4.1.1",
    "550 ",
    "Message-ID:",
    "Message-ID: \n",
    "Message-ID: <",
    "Action: \n",
    "Am ",
    "Am 3 schrieb ",
    "> ",
  ],
  [
    "von: ",
    "An: ",
    "1 und ",
    "1, ",
    "Nr. 1 ",
    "Person 1 und ",
    "kann ",
    "kann nicht ",
    "keine ",
    "gern ",
    "ja ",
  ],
  [
    "ab ",
    "ab 1.",
    "bis zum ",
    "haben Sie ",
    "haben Sie? ",
    "bitte keine ",
    "aus dem ",
    "wieder ab mo",
    "bin ich ",
  ],
  ["leider ", "nicht ", "nicht. ", "im ", "in 3 ", "; ", ". A", ", ", ",  ", "-- ", "gibt es "],
);
/** The same piece over and over, as long as is read, with an end at which it does not fit. */
const repeated = (piece: string, length: number) => `${piece.repeat(length / piece.length - 1)}x!`;

const bounced = (text: string, status = "") => ({
  from: { address: "mailer-daemon@mx.example" },
  subject: "Undelivered Mail Returned to Sender",
  text,
  answers: [],
  headers: new Map<string, string>(),
  report: status ? { status, returned: text } : null,
});

describe("a mail that is built to keep the server busy is read in good time", () => {
  test.each(pieces)("text of “%s” over and over", (piece) => {
    const text = repeated(piece, longestText);
    const broken = text.replace(/(.{60,72}) ?/g, "$1\n");
    for (const own of [text, broken]) {
      finishes(() => bounceOf(bounced(own)));
      finishes(() => bounceOf(bounced(own.slice(0, 32_000), own.slice(0, 32_000))));
      finishes(() => refusalIn(own));
      finishes(() => splitQuoted(own));
      finishes(() => suggestOutcomes(own, { people: 3, today }));
      finishes(() => outOfOfficeOf({ subject: own.slice(0, 500), own, headers: new Map(), today }));
      finishes(() => objectionIn(own));
    }
  });

  test.each(
    [
      "<",
      "<!--",
      "<p ",
      "<p",
      "< ",
      "</",
      "<a>",
      "<br>",
      "<br ",
      "<blockquote",
      "<blockquote>",
      "&lt;",
      "&",
      " ",
    ].concat([
      "<!---->",
      "<!",
      "<?",
      "<![CDATA[",
      "\u00a0",
      "<a href='",
      "<script>",
      "<style>",
      "<title>",
      "<p a='<' ",
      '="',
    ]),
  )("HTML of “%s” over and over", (piece) => {
    const all = repeated(piece, longestHtml);
    const fewTags = `${piece.repeat(Math.min(19_000, longestHtml / piece.length - 1))}x!`;
    for (const html of [all, fewTags]) {
      finishes(() => textOfHtml(html));
      finishes(() => sanitisedHtml(html));
    }
  });
});

test("an address that is half a mail long is left out of its link, and kept where it is one", () => {
  const long = `<a href="${"x".repeat(350_000)}${"<!---->".repeat(19_000)}">hier</a>`;
  expect(finishes(() => [1, 2, 3].map(() => sanitisedHtml(long)))[0]).toContain(">hier</a>");
  expect(sanitisedHtml(long)).not.toContain("href");
  expect(sanitisedHtml('<a href="https://praxis.example/x" target="_top">hier</a>')).toBe(
    '<a href="https://praxis.example/x" rel="noopener noreferrer nofollow" target="_blank">hier</a>',
  );
});

describe("what is read of a mail that is far too long", () => {
  test("the words of HTML with too many tags are kept, without them", () => {
    const html = `<p class="a">Person 1: ja</p>${"<b>".repeat(20_000)}und <i>Person 2</i>: 3 < 4`;
    expect(textOfHtml(html)).toBe("Person 1: ja und Person 2 : 3 < 4");
  });

  test("whom a bounce is about is found at its beginning, and the mail that came back below it", () => {
    const text = `Sorry: praxis.nord@example.org\n550 5.1.1 user unknown\n${"quoted\n".repeat(2000)}Message-ID: <one@lotse.example>`;
    expect(bounceOf(bounced(text))).toEqual({
      severity: "hard",
      isFinal: true,
      recipient: "praxis.nord@example.org",
      mailIds: ["<one@lotse.example>"],
    });
  });
});

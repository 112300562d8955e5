import { describe, expect, test } from "vitest";
import { mimeOf, safeFileName } from "./sniff-attachment";
import { attachmentTypes, inboundStates, inboundStatesBefore, openInboundStates } from "./status";

describe("states of a mail that came in", () => {
  test.each([
    ["new", ["settled", "dismissed"]],
    ["assigned", ["new", "assigned", "settled", "dismissed"]],
    ["settled", ["new", "assigned"]],
    ["dismissed", ["new", "assigned"]],
  ] as const)("%s is entered from %j only", (to, from) => expect(inboundStatesBefore(to)).toEqual(from));

  test("what is done leaves the list of what waits, and every state is reachable", () => {
    for (const done of inboundStates.filter((state) => !openInboundStates.some((open) => open === state)))
      expect(inboundStatesBefore(done)).toEqual([...openInboundStates]);
  });
});

describe("the name a file is saved under", () => {
  test.each([
    ["rechnung.js", "text", "rechnung.txt"],
    ["foto.png.exe", "png", "foto.png"],
    ["../../etc/passwd", "text", "etc passwd.txt"],
    ["C:\\Windows\\x.pdf", "pdf", "C Windows x.pdf"],
    [".htaccess", "text", "anhang.txt"],
    ["", "pdf", "anhang.pdf"],
    ["Zeile\r\nSet-Cookie: x", "text", "Zeile Set-Cookie x.txt"],
    ["Ärztlicher Bericht 3.11.pdf", "pdf", "Ärztlicher Bericht 3.11.pdf"],
    ["a".repeat(500), "docx", `${"a".repeat(100)}.docx`],
  ] as const)("“%s” as %s is “%s”", (name, type, saved) => expect(safeFileName(name, type)).toBe(saved));

  test("no kept file is of a kind that a browser would run", () => {
    for (const type of attachmentTypes) expect(mimeOf(type)).not.toMatch(/html|xml$|javascript|svg/);
  });
});

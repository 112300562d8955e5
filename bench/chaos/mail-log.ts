import { closeSync, openSync, readSync } from "node:fs";
import type { Arrival } from "./story";

export type Letter = Arrival & { messageId: string; subject: string; text: string };

/** Reads what the mail server wrote down since the last time. */
export function mailLog(file: string): () => Letter[] {
  let position = 0;
  let unfinished = "";
  return () => {
    const handle = openSync(file, "r");
    const chunks: string[] = [];
    const buffer = Buffer.alloc(1 << 20);
    for (let size; (size = readSync(handle, buffer, 0, buffer.length, position)) > 0; position += size)
      chunks.push(buffer.toString("latin1", 0, size));
    closeSync(handle);
    const lines = `${unfinished}${chunks.join("")}`.split("\n");
    unfinished = lines.pop() ?? "";
    return lines.flatMap((line) => letterIn(line) ?? []);
  };
}

/** Null for a line that was half written when the mail server was killed: it never said that it took that mail. */
function letterIn(line: string): Letter | null {
  try {
    const { to, text } = JSON.parse(line) as { to: string; text: string };
    const messageId = /^Message-ID: <(.+?)>/im.exec(text)?.[1] ?? "";
    const subject = decoded(/^Subject: ((?:.*)(?:\r\n[ \t].*)*)/im.exec(text)?.[1] ?? "");
    return { to, messageId, id: messageId.split("@")[0]!, subject, text: text.replaceAll("=\r\n", "") };
  } catch {
    return null;
  }
}

/** A header whose words are encoded as RFC 2047 has it. */
function decoded(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, "?==?")
    .replaceAll(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_whole, how: string, word: string) =>
      how.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("utf8")
        : Buffer.from(
            word
              .replaceAll("_", " ")
              .replaceAll(/=([0-9a-f]{2})/gi, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16))),
            "latin1",
          ).toString("utf8"),
    );
}

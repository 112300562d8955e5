/**
 * A mail server that can be killed at any moment: it writes down each mail it takes, in the file named first, before it
 * says that it took it. Started as a program: `tsx bench/chaos/mail-server.ts FILE PORT`.
 */
import { appendFileSync } from "node:fs";
import { SMTPServer } from "smtp-server";

const [file = "", port = ""] = process.argv.slice(2);

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData: (stream, session, answer) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const to = session.envelope.rcptTo[0]?.address ?? "";
      const text = Buffer.concat(chunks).toString("latin1");
      // Begins with a new line too: the one before may have been cut off by a kill.
      appendFileSync(file, `\n${JSON.stringify({ to, text })}\n`, "latin1");
      // Long enough for a kill to fall between taking a mail and saying so.
      setTimeout(() => answer(null, "taken"), Math.random() * 20);
    });
  },
});
// Whoever talks to it may be killed in the middle of a word.
server.on("error", () => {});
server.listen(Number(port), "127.0.0.1");

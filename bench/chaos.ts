/**
 * Sends inquiries while engine, web server, mail server and mailbox are killed at random, and says what came of it:
 * `tsx bench/chaos.ts [--inquiries N] [--seconds N] [--stand-in] [--without-mailbox]`. Each finding is a line of its own,
 * the last line is JSON; exit code 1 when a mail was lost or sent twice, or something is not what the answers make of it.
 */
import { count, flag } from "@/scripts/command-line/options";
import { optionsOf } from "@/scripts/command-line/read-options";
import { runChaos } from "./chaos/run-chaos";

const values = optionsOf({
  call: "npm run bench:chaos",
  about: `Sends inquiries while engine, web server, mail server and mailbox are killed at random, and says what came of it.
Exit code 1 when a mail was lost or sent twice, or something is not what the answers make of it.`,
  options: {
    inquiries: count(1000, "inquiries"),
    seconds: count(180, "how long they are sent"),
    "stand-in": flag("a small program in place of the web server"),
    "without-mailbox": flag("no mail comes in"),
  },
});

try {
  const { findings, checked, ...result } = await runChaos({
    inquiries: values.inquiries,
    seconds: values.seconds,
    web: values["stand-in"] ? "stand-in" : "server",
    withMailbox: !values["without-mailbox"],
  });
  for (const { kind, what } of findings) console.log(`${kind}: ${what}`);
  console.log(JSON.stringify({ checked }));
  const less = {
    ...(values["stand-in"] && { withoutWebServer: true }),
    ...(values["without-mailbox"] && { withoutMailbox: true }),
  };
  console.log(JSON.stringify({ ...result, ...less }));
  process.exit(findings.length === 0 ? 0 : 1);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

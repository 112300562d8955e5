/**
 * Sends inquiries while engine, web server, mail server and mailbox are killed at random, and says what came of it:
 * `tsx bench/chaos.ts [--inquiries N] [--seconds N] [--stand-in] [--without-mailbox]`. Each finding is a line of its own,
 * the last line is JSON; exit code 1 when a mail was lost or sent twice, or something is not what the answers make of it.
 */
import { parseArgs } from "node:util";
import { runChaos } from "./chaos/run-chaos";

const { values } = parseArgs({
  options: {
    inquiries: { type: "string", default: "1000" },
    seconds: { type: "string", default: "180" },
    "stand-in": { type: "boolean", default: false },
    "without-mailbox": { type: "boolean", default: false },
  },
});

try {
  const { findings, checked, ...result } = await runChaos({
    inquiries: Number(values.inquiries),
    seconds: Number(values.seconds),
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

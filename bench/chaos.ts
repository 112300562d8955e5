/**
 * Sends inquiries while engine, workflows, mail server and mailbox are killed at random, and says what came of it:
 * `tsx bench/chaos.ts [--inquiries N] [--seconds N]`. The last line is JSON; exit code 1 when a mail was lost or sent
 * twice, or an inquiry is not what its answers make of it.
 */
import { parseArgs } from "node:util";
import { runChaos } from "./chaos/run-chaos";

const { values } = parseArgs({
  options: {
    inquiries: { type: "string", default: "1000" },
    seconds: { type: "string", default: "180" },
  },
});

const result = await runChaos({ inquiries: Number(values.inquiries), seconds: Number(values.seconds) });
console.log(JSON.stringify(result));
process.exit(result.lost + result.twice + result.wrongState === 0 ? 0 : 1);

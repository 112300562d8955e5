import { expect, test } from "vitest";
import { runChaos } from "./run-chaos";

test("engine, workflows, mail server and mailbox are killed at random: no mail twice, none lost, no state wrong", async () => {
  const result = await runChaos({ inquiries: 20, seconds: 8 });
  expect(result.kills).toBeGreaterThan(2);
  expect(result.mails).toBeGreaterThanOrEqual(20);
  expect(result).toMatchObject({ inquiries: 20, lost: 0, twice: 0, wrongState: 0 });
}, 400_000);

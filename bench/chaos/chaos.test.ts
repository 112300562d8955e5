import { expect, test } from "vitest";
import { findDovecot } from "@/tests/support/dovecot";
import { runChaos } from "./run-chaos";

test("engine, workflows, mail server and mailbox are killed at random: no mail twice, none lost, no state wrong", async () => {
  const withMailbox = findDovecot() !== undefined;
  const result = await runChaos({ inquiries: 20, seconds: 8, web: "stand-in", withMailbox });
  expect(result.findings).toEqual([]);
  expect(result).toMatchObject({ inquiries: 20, lost: 0, twice: 0, wrongState: 0 });
  expect(result.kills).toBeGreaterThan(2);
  expect(result.mails).toBeGreaterThanOrEqual(100);
}, 400_000);

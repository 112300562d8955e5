import { expect, test } from "vitest";
import type { PairExplanation } from "@/lib/domain/matching/fits/explain-pair";
import { doubtsOfAll } from "./doubts";

const pair = (...unknown: string[]): PairExplanation => ({
  verdict: "check",
  undetermined: false,
  km: 1,
  minutes: 2,
  isExact: false,
  location: 0,
  rules: [
    { rule: "payer", verdict: "pass", sentence: "Die Praxis hat einen Kassensitz." },
    ...unknown.map((sentence) => ({ rule: "times" as const, verdict: "unknown" as const, sentence })),
  ],
});

test("a doubt is told once only when everybody who still searches has it, word for word", () => {
  expect(doubtsOfAll([pair("Zeiten", "Zugang"), pair("Zeiten"), null])).toEqual(["Zeiten"]);
  expect(doubtsOfAll([pair("Zeiten"), pair("Zugang")])).toEqual([]);
  expect(doubtsOfAll([pair("Zeiten"), pair()])).toEqual([]);
  expect(doubtsOfAll([pair("Zeiten"), null]), "with one person it stands with them").toEqual([]);
  expect(doubtsOfAll([])).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { settingsSchema } from "../settings/settings";
import { type PlacementState, nextPlacementStep } from "./next-step";
import { placementStatuses } from "./status";

const spans = settingsSchema.parse({});
const day = (count: number) => new Date(Date.UTC(2026, 10, 2, 10) + count * 86_400_000);
const accepted: PlacementState = {
  status: "accepted",
  acceptedAt: day(0),
  confirmedAt: null,
  firstTalkOn: null,
  firstTalkAt: null,
  trialSessionsAt: null,
  askedAt: null,
  handedOverAt: null,
};
const next = (changes: Partial<PlacementState>) => nextPlacementStep({ ...accepted, ...changes }, spans);

describe("what comes next after an acceptance", () => {
  test.each([
    ["the patient is reminded once", {}, "remind", day(3)],
    ["the offer lapses after the reminder", { askedAt: day(3) }, "lapse", day(7)],
    ["a late reminder puts off the end", { askedAt: day(10) }, "lapse", day(14)],
    [
      "without a day the first talk is asked about later",
      { status: "confirmed", confirmedAt: day(2) },
      "ask",
      day(16),
    ],
    [
      "with a day the question comes on the day after",
      { status: "confirmed", confirmedAt: day(2), firstTalkOn: "2026-12-10" },
      "ask",
      new Date("2026-12-11T08:00:00Z"),
    ],
    [
      "no answer makes a task",
      { status: "confirmed", confirmedAt: day(2), askedAt: day(16) },
      "hand-over",
      day(23),
    ],
    ["a person has it now", { status: "confirmed", askedAt: day(16), handedOverAt: day(23) }, "wait", null],
    [
      "after the first talk the trial sessions",
      { status: "first_talk", firstTalkAt: day(20) },
      "ask",
      day(48),
    ],
    ["then the start", { status: "trial_sessions", trialSessionsAt: day(50) }, "ask", day(92)],
    ["nothing follows the start", { status: "started" }, "end", null],
    ["nothing follows a failure", { status: "failed" }, "end", null],
  ] as const)("%s", (_, changes, action, at) => {
    expect(next(changes)).toEqual({ action, at });
  });

  test("no open state is left without somebody who sees to it", () => {
    for (const status of placementStatuses.filter((one) => one !== "started" && one !== "failed")) {
      const step = next({ status });
      expect(step.at, status).toBeInstanceOf(Date);
    }
  });
});

import { describe, expect, test } from "vitest";
import { formatDateShort, formatDateTimeShort } from "@/lib/format";
import { settingsSchema } from "../settings/settings";
import { type PlacementState, lastDayToConfirm, nextPlacementStep } from "./next-step";
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
  reach: "heard",
};
const next = (changes: Partial<PlacementState>) => nextPlacementStep({ ...accepted, ...changes }, spans);

describe("what comes next after an acceptance", () => {
  test.each([
    ["the patient is reminded once", {}, "remind", day(3)],
    ["the offer lapses after its last day", { askedAt: day(3) }, "lapse", new Date("2026-11-09T23:00:00Z")],
    ["a late reminder puts off the end", { askedAt: day(10) }, "lapse", new Date("2026-11-16T23:00:00Z")],
    [
      "who did not hear of it loses nothing: a person decides",
      { askedAt: day(3), reach: "unheard" },
      "hand-over",
      new Date("2026-11-09T23:00:00Z"),
    ],
    ["as long as the call waits, the offer does", { askedAt: day(3), reach: "to_call" }, "wait", null],
    ["a person decides about the offer", { askedAt: day(3), handedOverAt: day(9) }, "wait", null],
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

  test.each(["2026-11-05T00:01:00+01:00", "2026-11-05T23:59:00+01:00", "2026-03-26T09:00:00+01:00"])(
    "the whole day that the mails name is left to answer, reminded at %s",
    (iso) => {
      const askedAt = new Date(iso);
      const state = { ...accepted, askedAt };
      const promised = lastDayToConfirm(state, spans);
      const { at } = nextPlacementStep(state, spans);
      expect(formatDateTimeShort(new Date(at!.getTime() - 1), "de")).toBe(
        `${formatDateShort(promised, "de")}, 23:59`,
      );
    },
  );

  test("no open state is left without somebody who sees to it", () => {
    for (const status of placementStatuses.filter((one) => one !== "started" && one !== "failed")) {
      const step = next({ status });
      expect(step.at, status).toBeInstanceOf(Date);
    }
  });
});

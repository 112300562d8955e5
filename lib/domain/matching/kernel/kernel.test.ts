import { describe, expect, test } from "vitest";
import { matchingDay, patientRecord, therapistRecord } from "@/tests/support/matching-records";
import { createJudge } from "./kernel";
import type { MatchingExclusion } from "./records";
import { ruleBits, rulesIn } from "./rules";
import { takeSnapshot } from "./snapshot";
import { later, site, here, wishing, judged } from "@/tests/support/judged-pair";

describe("not-excluded", () => {
  const exclusion: MatchingExclusion = {
    patientId: "patient-1",
    therapistId: "therapist-1",
    reason: "capacity",
    until: null,
  };

  test.each([
    ["for good", exclusion, true],
    ["until a millisecond from now", { ...exclusion, until: later }, true],
    ["until now", { ...exclusion, until: matchingDay }, false],
    ["of another patient", { ...exclusion, patientId: "patient-2" }, false],
    ["of another therapist", { ...exclusion, therapistId: "therapist-2" }, false],
  ])("excluded %s", (_, given, fails) => {
    const { failed } = judged({}, {}, {}, [given]);
    expect(rulesIn(failed)).toEqual(fails ? ["not-excluded"] : []);
  });
});

describe("the verdict on a pair", () => {
  test("nothing fails and nothing is unknown: fit", () => {
    expect(judged({}, {})).toMatchObject({ verdict: "fit", undetermined: false });
  });

  test("hours not known: to check", () => {
    expect(judged({}, { officeHours: {} })).toMatchObject({ verdict: "check", undetermined: false });
  });

  test("seat not known: kept out as undetermined, however good the rest", () => {
    expect(judged({}, { statutorySeat: "unknown" })).toMatchObject({ verdict: "out", undetermined: true });
  });

  test("a failed rule is out, not undetermined", () => {
    expect(judged({ wantedMethods: ["AP"] }, { statutorySeat: "unknown" })).toMatchObject({
      verdict: "out",
      undetermined: false,
    });
  });

  test("an ignored rule counts as passed", () => {
    const ignore = ruleBits["search-open"] | ruleBits.payer;
    expect(judged({ searchClosed: "paused" }, { statutorySeat: "unknown" }, { ignore })).toMatchObject({
      verdict: "fit",
    });
  });
});

describe("a mailbox", () => {
  test("that cools for one therapist cools for all who share it", () => {
    const therapists = [therapistRecord(), therapistRecord({ id: "therapist-2", coolingUntil: later })];
    const snapshot = takeSnapshot({ patients: [patientRecord()], therapists, exclusions: [] }, matchingDay);
    const { pair, judge } = createJudge(snapshot);
    judge(0, 0);
    expect(rulesIn(pair.failed)).toEqual(["contactable"]);
  });
});

test("more languages and diagnoses than fit into one word of bits are kept apart", () => {
  const codes = Array.from(
    { length: 80 },
    (_, i) => `${String.fromCharCode(113 + Math.floor(i / 20))}${String.fromCharCode(97 + (i % 20))}`,
  );
  const diagnoses = Array.from({ length: 80 }, (_, i) => `F${10 + i}`);
  const patients = codes.map((code, i) =>
    patientRecord({ id: code, languages: [code], diagnoses: [diagnoses[i]!] }),
  );
  const therapists = codes.map((code, i) =>
    therapistRecord({
      id: code,
      mailbox: code,
      languages: [code],
      ...wishing({ diagnoses: [diagnoses[i]!] }),
    }),
  );
  const { pair, judge } = createJudge(takeSnapshot({ patients, therapists, exclusions: [] }, matchingDay));
  for (const p of patients.keys()) {
    for (const t of therapists.keys()) {
      judge(p, t);
      expect(rulesIn(pair.failed)).toEqual(p === t ? [] : ["language", "diagnosis"]);
    }
  }
});

describe("distance and access", () => {
  const near = { lat: 50.78, lon: 6.1 };
  const steps = { id: "steps", coordinates: here, stepFree: "no" as const };

  test("must hold at the same site: a near one with steps and a far one without do not add up", () => {
    const { failed } = judged({ stepFreeAccess: true }, { locations: [steps, site] });
    expect(rulesIn(failed)).toEqual(["access"]);
  });

  test("the farther site wins when only that one is step-free and near enough", () => {
    const { failed, unknown, location } = judged(
      { stepFreeAccess: true },
      { locations: [steps, { id: "ramp", coordinates: near, stepFree: "yes" }] },
    );
    expect({ failed, unknown, location }).toEqual({ failed: 0, unknown: 0, location: 1 });
  });

  test("km and minutes are those of the chosen site", () => {
    const { km, minutes } = judged(
      {},
      { locations: [site, { id: "near", coordinates: near, stepFree: "yes" }] },
    );
    expect(km).toBeCloseTo(1.25, 2);
    expect(minutes).toBeCloseTo((1.25 * 1.3 * 60) / 40, 1);
  });

  test("exact minutes decide where they are known, the estimate elsewhere", () => {
    const changes = { locations: [{ id: "near", coordinates: near, stepFree: "yes" as const }] };
    expect(rulesIn(judged({}, changes, { exactMinutes: () => 31 }).failed)).toEqual(["distance"]);
    expect(judged({}, changes, { exactMinutes: () => 30 })).toMatchObject({ failed: 0, minutes: 30 });
    expect(judged({}, changes, { exactMinutes: () => undefined }).minutes).toBeLessThan(5);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { matchingDay, patientRecord, therapistRecord } from "@/tests/support/matching-records";
import { crowdedWorlds, worlds } from "@/tests/support/matching-worlds";
import { type FactOfRecord, countMissingFacts } from "./fact-counts";
import { judgeAllPairs } from "../kernel/judge-pairs";
import { type FactKind, keepsOut, kindOf, missingFacts } from "./missing-facts";
import type { MatchingPatient, MatchingTherapist } from "../kernel/records";
import { isUndetermined, rulesIn, undeterminedRules } from "../kernel/rules";
import { atOnce } from "../kernel/slices";
import { type SnapshotRecords, takeSnapshot } from "../kernel/snapshot";

const site = (lat: number | null) => [
  { id: "s", coordinates: lat === null ? null : { lat, lon: 6.0839 }, stepFree: "yes" as const },
];
const patient = (id: string, changes: Partial<MatchingPatient> = {}) => patientRecord({ id, ...changes });
const therapist = (id: string, changes: Partial<MatchingTherapist> = {}) =>
  therapistRecord({ id, mailbox: id, locations: site(50.79), ...changes });
const count = (records: Pick<SnapshotRecords, "patients" | "therapists">) =>
  new Map(
    atOnce(countMissingFacts(takeSnapshot({ ...records, exclusions: [] }, matchingDay))).map((fact) => [
      fact.kind,
      fact,
    ]),
  );

test("a fact counts the pairs that it alone keeps out, and the people in them once", () => {
  const counts = count({
    patients: [patient("a"), patient("b"), patient("private", { payer: "pkv" })],
    therapists: [
      therapist("known"),
      therapist("seat unknown", { statutorySeat: "unknown" }),
      therapist("seat unknown too", { statutorySeat: "unknown" }),
      therapist("far", { statutorySeat: "unknown", locations: site(54) }),
    ],
  });
  const most = ["seat unknown", "seat unknown too"].map((id) => ({ id, pairs: 2, withOthers: 0 }));
  expect([...counts.values()]).toEqual([{ kind: "therapist-seat", records: 2, pairs: 4, others: 2, most }]);
});

test("where two facts are missing, neither opens the pair alone", () => {
  const counts = count({
    patients: [patient("a", { payer: "gkv", gender: "not_stated" })],
    therapists: [
      therapist("t", {
        statutorySeat: "unknown",
        wishes: { ...therapistRecord().wishes, genders: ["female"] },
      }),
    ],
  });
  expect(counts.get("therapist-seat")!.most).toEqual([{ id: "t", pairs: 0, withOthers: 1 }]);
  expect(counts.get("patient-gender")!.most).toEqual([{ id: "a", pairs: 0, withOthers: 1 }]);
});

test("without a place or a limit somebody is told as lost, if searching", () => {
  const counts = count({
    patients: [
      patient("nowhere", { coordinates: null }),
      patient("paused", { coordinates: null, searchClosed: "paused" }),
      patient("no limit", { travel: { mode: "car", maxKm: null, maxMinutes: null } }),
    ],
    therapists: [
      therapist("nowhere", { locations: site(null) }),
      therapist("objected", { locations: site(null), objected: true }),
      therapist("half known", { locations: [...site(null), ...site(50.79)] }),
    ],
  });
  const lost = (id: string) => ({ records: 1, pairs: null, others: null, most: [{ id, pairs: null }] });
  expect(counts.get("patient-place")).toMatchObject(lost("nowhere"));
  expect(counts.get("patient-limit")).toMatchObject(lost("no limit"));
  expect(counts.get("therapist-place")).toMatchObject(lost("nowhere"));
});

test("in random worlds every count is that of the judged pairs, and facts that keep out are no facts to check", () => {
  fc.assert(
    fc.property(fc.oneof(worlds, crowdedWorlds), (world) => {
      const snapshot = takeSnapshot(world, world.at);
      const expected = new Map<string, Omit<FactOfRecord, "id">>();
      judgeAllPairs(snapshot, {}, ({ patient: p, therapist: t, failed, unknown }) => {
        const isOut = isUndetermined(failed, unknown);
        const [one, other] = [snapshot.patients.records[p]!, snapshot.therapists.records[t]!];
        const facts = missingFacts(one, other, rulesIn(isOut ? undeterminedRules(unknown) : unknown));
        for (const fact of facts) {
          expect(keepsOut(kindOf(fact))).toBe(isOut);
          const key = `${kindOf(fact)} ${fact.of === "patient" ? one.id : other.id}`;
          const { pairs, withOthers } = expected.get(key) ?? { pairs: 0, withOthers: 0 };
          expected.set(
            key,
            facts.length === 1 ? { pairs: pairs! + 1, withOthers } : { pairs, withOthers: withOthers + 1 },
          );
        }
      });
      const found = atOnce(countMissingFacts(snapshot)).flatMap(({ kind, most }) =>
        most.flatMap(({ id, pairs, withOthers }): [string, unknown][] =>
          pairs === null ? [] : [[`${kind} ${id}`, { pairs, withOthers }]],
        ),
      );
      const lost: FactKind[] = ["patient-place", "patient-limit", "therapist-place"];
      const judged = [...expected].filter(([key]) => !lost.some((kind) => key.startsWith(`${kind} `)));
      const told = found.filter(([key]) => !lost.some((kind) => key.startsWith(`${kind} `)));
      expect(new Map(told)).toEqual(new Map(judged));
    }),
    { numRuns: 300 },
  );
});

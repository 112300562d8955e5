import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isNearByHand, judgeByHand } from "@/tests/support/matching-oracle";
import { takeSnapshot } from "@/lib/domain/matching/kernel/snapshot";
import { readOptions } from "../command-line/read-options";
import { UsageError } from "../command-line/usage-error";
import { matchProgram } from "./program";
import { readMatchFiles } from "./read-files";
import { writePairs } from "./write-pairs";

const captures = ["aachen", "dueren", "koeln"].map((town) => `samples/arztsuche-${town}.json`);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lotse-match-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the pairs of the sample files are those that the slow implementation finds, verdict by verdict", () => {
  const at = new Date("2026-11-18T11:00:00Z");
  const read = readMatchFiles(captures, "samples/patients.json", at, () => {});
  const records = { ...read.records, patients: read.records.patients.filter((_, i) => i % 3 === 0) };
  const file = join(folder, "pairs.jsonl");
  writePairs(file, takeSnapshot(records, at), { reach: 2, failing: true, unlocated: true });
  const world = {
    at,
    patients: [...records.patients],
    therapists: [...records.therapists],
    exclusions: [...records.exclusions],
  };
  const expected = world.patients.flatMap((patient) =>
    world.therapists.flatMap((therapist) => {
      const hand = judgeByHand(world, patient, therapist);
      if (!isNearByHand(patient, therapist, 2) && hand.rules.distance !== "unknown") return [];
      const those = (verdict: string) =>
        Object.entries(hand.rules)
          .filter(([, each]) => each === verdict)
          .map(([id]) => id);
      return [
        `${patient.id} ${therapist.id} ${hand.verdict} ${those("fail").join()} ${those("unknown").join()} ${hand.location}`,
      ];
    }),
  );
  const written = readLines(file).map(
    ({ patient, therapist, verdict, failed, unknown, location }) =>
      `${patient} ${therapist} ${verdict} ${failed.join()} ${unknown.join()} ${location}`,
  );
  expect(written.length).toBeGreaterThan(3000);
  expect(written.toSorted()).toEqual(expected.toSorted());
});

describe("npm run match", () => {
  test("prints a summary as its last line and writes one line per pair", async () => {
    const pairs = join(folder, "out.jsonl");
    const { code, out } = await run(
      "--therapists",
      captures[1]!,
      "--patients",
      "samples/patients.json",
      "--at",
      "2026-11-18",
      "--pairs",
      pairs,
    );
    const summary = JSON.parse(out.trimEnd().split("\n").at(-1)!);
    const lines = readLines(pairs);
    const counted = { fit: 0, check: 0, out: 0 };
    for (const { verdict } of lines) counted[verdict]++;
    expect(code).toBe(0);
    expect(summary).toMatchObject({ pairs: counted, therapists: { refused: 3 }, patients: { refused: 0 } });
    expect(summary.kernelMs).toBeGreaterThan(0);
    expect(Object.keys(lines[0]!)).toEqual([
      "patient",
      "therapist",
      "verdict",
      "failed",
      "unknown",
      "km",
      "minutes",
      "location",
    ]);
  });

  test("tells how it is used", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    expect(out).toContain("--pairs");
  });

  test("says in one line what is wrong, ends with 2 and writes nothing", async () => {
    const [broken, pairs] = [join(folder, "broken.json"), join(folder, "unwritten.jsonl")];
    writeFileSync(
      broken,
      '[{"id": 7, "firstName": "Mira", "lastName": "Sand", "travel": {"maxMinutes": "30"}}]',
    );
    const { code, out, err } = await run(
      "--therapists",
      captures[1]!,
      "--patients",
      broken,
      "--pairs",
      pairs,
    );
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trim().split("\n").at(-1)).toBe(`${broken}, entry 1 (7): address is missing.`);
    expect(existsSync(pairs)).toBe(false);
  });
});

describe("arguments", () => {
  const read = (...argv: string[]) => readOptions(matchProgram, argv);

  test("several therapist files, a day, an output", () => {
    const given = read("--patients", "p", "--therapists", "a", "b", "--at", "2028-02-29", "--pairs", "o");
    const at = new Date("2028-02-29T11:00:00Z");
    expect(given).toEqual({ therapists: ["a", "b"], patients: "p", at, pairs: "o", words: [] });
  });

  test.each(["18.11.2026", "2026-02-30", "2026-11-18T25:00:00Z"])("%s is no day", (day) => {
    const argv = ["--therapists", "a", "--patients", "p", "--at", day];
    expect(() => read(...argv)).toThrow(`--at takes a date such as 2026-11-18, not “${day}”.`);
    expect(() => read(...argv)).toThrow(UsageError);
  });
});

describe("files that cannot be used", () => {
  test.each([
    ["not json", "{", "[]", "is not JSON: it breaks off."],
    ["no capture", '{"a":1}', "[]", "holds no therapists"],
    ["patients that are no list", '{"arztPraxisDatas":[]}', "{}", "holds no list of patients."],
  ])("%s", (_, therapists, patients, message) => {
    const [first, second] = [join(folder, "t.json"), join(folder, "p.json")];
    writeFileSync(first, therapists);
    writeFileSync(second, patients);
    expect(() => readMatchFiles([first], second, new Date(), () => {})).toThrow(message);
  });

  test("an output that cannot be written, or not to its end", () => {
    const empty = takeSnapshot({ patients: [], therapists: [], exclusions: [] }, new Date());
    expect(() => writePairs(join(folder, "no/such/folder"), empty, {})).toThrow("cannot be written");
    const { records } = readMatchFiles(captures, "samples/patients.json", new Date(), () => {});
    const full = takeSnapshot(records, new Date());
    expect(() => writePairs("/dev/full", full, { failing: true })).toThrow(
      "/dev/full cannot be written: the disk is full.",
    );
  });

  test("an output that is one of the inputs, under another name too, is left as it is", async () => {
    const [patients, link] = [join(folder, "own.json"), join(folder, "link.json")];
    writeFileSync(patients, "[]");
    symlinkSync(patients, link);
    for (const pairs of [patients, link]) {
      const { code, err } = await run("--therapists", captures[1]!, "--patients", patients, "--pairs", pairs);
      expect({ code, err: err.trim() }).toEqual({
        code: 2,
        err: `${pairs} is read: name another file for the pairs.`,
      });
    }
    expect(readFileSync(patients, "utf8")).toBe("[]");
  });

  test("a file of patients given as therapists", () => {
    expect(() =>
      readMatchFiles(["samples/patients.json"], "samples/patients.json", new Date(), () => {}),
    ).toThrow("holds no therapists");
  });
});

type Line = {
  patient: string;
  therapist: string;
  verdict: "fit" | "check" | "out";
  failed: string[];
  unknown: string[];
  location: number | null;
};

function readLines(file: string): Line[] {
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

async function run(...args: string[]) {
  const started = promisify(execFile)(process.execPath, [
    "node_modules/tsx/dist/cli.mjs",
    "scripts/match.ts",
    ...args,
  ]);
  return started.then(
    ({ stdout }) => ({ code: 0, out: stdout, err: "" }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  );
}

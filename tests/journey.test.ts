import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const node = process.execPath;
const capture = "samples/arztsuche-dueren.json";
const lastLine = (output: string) => JSON.parse(output.trim().split("\n").at(-1)!) as Record<string, unknown>;

describe("npm run journey", () => {
  test("goes the whole way; its verdicts are those of npm run match, and every accepted patient has one place", () => {
    const patients = (JSON.parse(readFileSync("samples/patients.json", "utf8")) as { id: string }[]).slice(
      0,
      25,
    );
    const file = join(mkdtempSync(join(tmpdir(), "lotse-journey-")), "patients.json");
    writeFileSync(file, JSON.stringify(patients));
    const files = ["--therapists", capture, "--patients", file];
    const run = (script: string) =>
      execFileSync(node, ["--import", "tsx", script, ...files], { encoding: "utf8", stdio: "pipe" });
    const journey = lastLine(run("scripts/journey.ts")) as Record<
      "patients" | "inquiries" | "mails" | "answers" | "placed" | "conflicts",
      number
    > & {
      therapists: object;
      pairs: object;
    };
    const match = lastLine(run("scripts/match.ts"));
    expect(journey.pairs).toEqual(match.pairs);
    expect(journey.therapists).toEqual({ added: 97, refused: 3 });
    expect(journey.patients).toBe(25);
    expect(journey.placed + journey.conflicts).toBe(journey.answers);
    expect(journey.answers).toBeLessThanOrEqual(journey.inquiries);
    expect(journey.placed).toBeGreaterThan(0);
  }, 180_000);

  test.each([
    ["a missing file", ["--therapists", "nowhere.json"], /nowhere\.json cannot be read/],
    ["a file of another kind", ["--therapists", "package.json"], /package\.json is not an Arztsuche capture/],
    ["an unknown flag", ["--people", "x"], /Use: npm run journey/],
  ])(
    "%s ends with one sentence and code 2",
    (_, args, sentence) => {
      const { status, stderr } = spawnSync(node, ["--import", "tsx", "scripts/journey.ts", ...args], {
        encoding: "utf8",
      });
      expect(status).toBe(2);
      expect(stderr).toMatch(sentence);
      expect(stderr).not.toContain("    at ");
    },
    60_000,
  );
});

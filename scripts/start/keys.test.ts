import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { readOrCreateKeys } from "./keys";

const directory = mkdtempSync(join(tmpdir(), "lotse-keys-"));
const file = join(directory, "keys.json");
afterAll(() => rmSync(directory, { recursive: true }));

describe("the keys of this machine", () => {
  test("are not made anew while there is data that only the old ones can read", () => {
    expect(() => readOrCreateKeys(file, true)).toThrow(/is missing, and the database holds fields/);
  });

  test("are made once, for our eyes only, and are what the application accepts", () => {
    const made = readOrCreateKeys(file, false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readOrCreateKeys(file, true)).toEqual(made);
    const addresses = { DATABASE_URL: "postgres://127.0.0.1/lotse", APP_URL: "http://127.0.0.1:3000" };
    expect(readEnv({ ...made, ...addresses }).ENCRYPTION_KEYS).toBe(made.ENCRYPTION_KEYS);
  });

  test("that are damaged are refused, and left as they are", () => {
    const half = readFileSync(file, "utf8").slice(0, 40);
    writeFileSync(file, half);
    expect(() => readOrCreateKeys(file, true)).toThrow(/is damaged/);
    expect(readFileSync(file, "utf8")).toBe(half);
  });
});

import { afterEach, describe, expect, test, vi } from "vitest";
import { readSettings } from "./settings";

afterEach(() => vi.unstubAllEnvs());

function settingsWith(variables: Record<string, string>) {
  // What the test run itself has set is not meant for the start.
  const clear = { DATABASE_URL: "", APP_URL: "", PORT: "", HOST: "", DEMO: "", INNGEST_BASE_URL: "" };
  for (const [name, value] of Object.entries({ ...clear, ...variables })) vi.stubEnv(name, value);
  return readSettings([]);
}

describe("what the environment says about a start", () => {
  test("nothing set: this machine only, a database of its own, invented people", () => {
    expect(settingsWith({})).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      appUrl: "http://127.0.0.1:3000",
      databaseUrl: null,
      inngestUrl: null,
      demo: true,
    });
  });

  test("a database of somebody's own is not filled with invented people unless they say so", () => {
    const own = { DATABASE_URL: "postgres://127.0.0.1/own" };
    expect(settingsWith(own)).toMatchObject({ databaseUrl: own.DATABASE_URL, demo: false });
    expect(settingsWith({ ...own, DEMO: "1" }).demo).toBe(true);
  });

  test.each([
    ["PORT", "3000a"],
    ["PORT", "70000"],
    ["DEMO", "yes"],
    ["DATABASE_URL", "mysql://127.0.0.1/x"],
    ["APP_URL", "lotse.example"],
    ["SMTP_URL", "http://mail.example"],
    ["ENCRYPTION_KEYS", "not-a-key"],
    ["NEXTAUTH_SECRET", "short"],
    ["INNGEST_BASE_URL", "nowhere"],
  ])("a wrong %s is named in one sentence, without its value", (name, value) => {
    const attempt = () => settingsWith({ [name]: value });
    expect(attempt).toThrow(new RegExp(`^The environment is not (right|complete): ${name} \\(`));
    expect(attempt).not.toThrow(value);
  });

  test("a server that listens everywhere is reached at the loopback address", () => {
    expect(settingsWith({ HOST: "0.0.0.0", PORT: "8080" }).localUrl).toBe("http://127.0.0.1:8080");
    expect(settingsWith({ HOST: "::1" }).localUrl).toBe("http://[::1]:3000");
  });
});

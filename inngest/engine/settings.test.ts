import { describe, expect, it } from "vitest";
import { readSettings } from "./settings";

const good = {
  DATABASE_URL: "postgres://u:p@db/lotse",
  ENGINE_APP_URL: "http://127.0.0.1:3000/api/inngest",
  INNGEST_EVENT_KEY: "event-key-1",
  INNGEST_SIGNING_KEY: "signkey-test-00112233",
};

describe("the engine's environment", () => {
  it("has defaults for all but the two addresses and the two keys", () => {
    expect(readSettings(good)).toMatchObject({
      host: "127.0.0.1",
      port: 8288,
      leaseMs: 5000,
      testClock: false,
    });
  });

  it("prefers the engine's own database", () => {
    const env = { ...good, ENGINE_DATABASE_URL: "postgresql://u:p@other/x" };
    expect(readSettings(env).databaseUrl).toBe("postgresql://u:p@other/x");
  });

  it("arms a fault only with the test clock", () => {
    expect(readSettings({ ...good, ENGINE_KILL_AT: "take.before" }).killAt).toBeNull();
    expect(readSettings({ ...good, ENGINE_KILL_AT: "x", ENGINE_TEST_CLOCK: "1" }).killAt).toBe("x");
  });

  it.each([
    [{ DATABASE_URL: "" }, "Set ENGINE_DATABASE_URL or DATABASE_URL"],
    [{ DATABASE_URL: "mysql://x/y" }, "DATABASE_URL must begin with postgres://"],
    [{ DATABASE_URL: "nowhere" }, "DATABASE_URL is not an address"],
    [{ ENGINE_APP_URL: "" }, "Set ENGINE_APP_URL"],
    [{ ENGINE_APP_URL: "ftp://x/" }, "ENGINE_APP_URL must begin with http"],
    [{ INNGEST_EVENT_KEY: "" }, "Set INNGEST_EVENT_KEY"],
    [{ INNGEST_EVENT_KEY: "with/a/slash" }, "INNGEST_EVENT_KEY is part of an address"],
    [{ INNGEST_SIGNING_KEY: "short" }, "INNGEST_SIGNING_KEY must be 8 to 200"],
    [{ ENGINE_PORT: "70000" }, "ENGINE_PORT must be a whole number from 0 to 65535"],
    [{ ENGINE_LEASE_MS: "1.5" }, "ENGINE_LEASE_MS must be a whole number"],
    [{ ENGINE_TEST_CLOCK: "yes" }, "ENGINE_TEST_CLOCK must be 1, 0 or unset"],
  ])("names what is wrong: %j", (wrong, message) => {
    expect(() => readSettings({ ...good, ...wrong })).toThrow(message);
  });
});

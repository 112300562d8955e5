export type Settings = {
  databaseUrl: string;
  host: string;
  port: number;
  appUrl: string;
  eventKey: string;
  signingKey: string;
  testClock: boolean;
  killAt: string | null;
  leaseMs: number;
  pollMs: number;
  callTimeoutMs: number;
  maxRuns: number;
  maxCalls: number;
  retentionDays: number;
};

/** A wrong environment value; the message is one sentence that names the variable. */
export class SettingsError extends Error {}

type Environment = Record<string, string | undefined>;

/** Reads the engine's environment. Throws a SettingsError for a missing or wrong value. */
export function readSettings(env: Environment): Settings {
  const testClock = flag(env, "ENGINE_TEST_CLOCK");
  return {
    databaseUrl: databaseUrl(env),
    host: env.ENGINE_HOST || "127.0.0.1",
    port: integer(env, "ENGINE_PORT", 8288, 0, 65_535),
    appUrl: appUrl(env),
    eventKey: eventKey(env),
    signingKey: key(env, "INNGEST_SIGNING_KEY"),
    testClock,
    killAt: testClock ? env.ENGINE_KILL_AT || null : null,
    leaseMs: integer(env, "ENGINE_LEASE_MS", 5_000, 500, 600_000),
    pollMs: integer(env, "ENGINE_POLL_MS", 500, 10, 60_000),
    callTimeoutMs: integer(env, "ENGINE_CALL_TIMEOUT_MS", 300_000, 100, 7_200_000),
    maxRuns: integer(env, "ENGINE_MAX_RUNS", 100, 1, 10_000),
    maxCalls: integer(env, "ENGINE_MAX_CALLS", 20, 1, 1_000),
    retentionDays: integer(env, "ENGINE_RETENTION_DAYS", 30, 1, 3_650),
  };
}

function databaseUrl(env: Environment): string {
  const name = env.ENGINE_DATABASE_URL ? "ENGINE_DATABASE_URL" : "DATABASE_URL";
  const value = env[name];
  if (!value)
    throw new SettingsError("Set ENGINE_DATABASE_URL or DATABASE_URL to the engine's Postgres database.");
  const protocol = parseUrl(name, value, "postgres://user:password@host:5432/name").protocol;
  if (protocol !== "postgres:" && protocol !== "postgresql:") {
    throw new SettingsError(`${name} must begin with postgres://.`);
  }
  return value;
}

function appUrl(env: Environment): string {
  const value = env.ENGINE_APP_URL;
  if (!value) {
    throw new SettingsError(
      "Set ENGINE_APP_URL to the application's Inngest address, such as http://127.0.0.1:3000/api/inngest.",
    );
  }
  const url = parseUrl("ENGINE_APP_URL", value, "http://127.0.0.1:3000/api/inngest");
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new SettingsError("ENGINE_APP_URL must begin with http:// or https://.");
  }
  return url.href;
}

function parseUrl(name: string, value: string, example: string): URL {
  if (!URL.canParse(value))
    throw new SettingsError(`${name} is not an address; it should look like ${example}.`);
  return new URL(value);
}

function eventKey(env: Environment): string {
  const value = key(env, "INNGEST_EVENT_KEY");
  if (encodeURIComponent(value) === value) return value;
  throw new SettingsError("INNGEST_EVENT_KEY is part of an address: use letters, digits and -_.!~*'() only.");
}

function key(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new SettingsError(`Set ${name} to the same value as in the application.`);
  if (!/^[\x21-\x7e]{8,200}$/.test(value)) {
    throw new SettingsError(`${name} must be 8 to 200 printable characters without spaces.`);
  }
  return value;
}

function flag(env: Environment, name: string): boolean {
  const value = env[name];
  if (!value || value === "0") return false;
  if (value === "1") return true;
  throw new SettingsError(`${name} must be 1, 0 or unset.`);
}

function integer(env: Environment, name: string, fallback: number, least: number, most: number): number {
  const value = env[name];
  if (!value) return fallback;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new SettingsError(`${name} must be a whole number from ${least} to ${most}.`);
  }
  return number;
}

import type { Keys } from "./keys";
import type { Settings } from "./settings";

export type Running = { databaseUrl: string; inngestUrl: string; demo: boolean };

/**
 * The environment that the application, its commands and the engine run with: what was made for this machine, and on
 * top of it whatever the person has set.
 */
export function applicationEnvironment(settings: Settings, keys: Keys, running: Running): NodeJS.ProcessEnv {
  const { INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, ...own } = keys;
  // A server that somebody else runs has keys of its own.
  const engineKeys = settings.inngestUrl ? {} : { INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY };
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  return {
    NODE_ENV: settings.dev ? "development" : "production",
    APP_URL: settings.appUrl,
    NEXT_TELEMETRY_DISABLED: "1",
    ...own,
    ...engineKeys,
    ...given,
    DATABASE_URL: running.databaseUrl,
    INNGEST_BASE_URL: running.inngestUrl,
    DEMO: running.demo ? "1" : "0",
  };
}

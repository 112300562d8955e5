import { existsSync } from "node:fs";
import { z } from "zod";
import { readEnv } from "@/lib/env";
import { newKeys } from "./keys";
import { Problem } from "./problem";

const portError = { error: "must be a whole number from 1 to 65535" };
const schema = z.object({
  PORT: z.coerce.number(portError).int(portError).min(1, portError).max(65_535, portError).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DEMO: z.enum(["0", "1"], { error: "must be 0 or 1" }).optional(),
  DATABASE_URL: z.string().optional(),
  INNGEST_BASE_URL: z.string().optional(),
  APP_URL: z.string().optional(),
});

/** What the environment says about this start. */
export type Settings = {
  dev: boolean;
  host: string;
  port: number;
  appUrl: string;
  /** Where this machine reaches the web server. */
  localUrl: string;
  /** Null: we start our own. */
  databaseUrl: string | null;
  inngestUrl: string | null;
  /** Invented people in an empty database. On unless somebody brings a database of their own. */
  demo: boolean;
};

/** Reads the environment and the file .env. Throws a Problem that names every wrong value, before anything starts. */
export function readSettings(args: string[]): Settings {
  loadFile(".env");
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = schema.safeParse(present);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
    throw new Problem(`The environment is not right: ${wrong.join(", ")}. See docs/operations.md.`);
  }
  const { PORT: port, HOST: host, ...given } = result.data;
  const settings: Settings = {
    dev: args.includes("--dev"),
    host,
    port,
    appUrl: given.APP_URL ?? `http://${reachable(host)}:${port}`,
    localUrl: `http://${reachable(host)}:${port}`,
    databaseUrl: given.DATABASE_URL ?? null,
    inngestUrl: given.INNGEST_BASE_URL ?? null,
    demo: given.DEMO ? given.DEMO === "1" : given.DATABASE_URL === undefined,
  };
  checkApplication(settings, present);
  return settings;
}

/** The application reads its own variables later; a wrong one must be told now, not in a log. */
function checkApplication(settings: Settings, present: Record<string, string | undefined>): void {
  const made = { ...newKeys(), DATABASE_URL: "postgres://127.0.0.1/lotse", APP_URL: settings.appUrl };
  try {
    readEnv({ ...made, ...present });
  } catch (error) {
    throw new Problem((error as Error).message);
  }
}

function loadFile(file: string): void {
  try {
    if (existsSync(file)) process.loadEnvFile(file);
  } catch (error) {
    throw new Problem(`The file ${file} cannot be read: ${(error as Error).message}`);
  }
}

/** A server that listens everywhere is reached at the loopback address; an IPv6 address stands in brackets. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

import { join } from "node:path";
import type { Service } from "./service";

const next = join("node_modules", "next", "dist", "bin", "next");

type Web = {
  dev: boolean;
  host: string;
  port: number;
  localUrl: string;
  env: NodeJS.ProcessEnv;
  logs: string;
};

/** The web application; healthy once its database is migrated and its relay runs. */
export function webService({ dev, host, port, localUrl, env, logs }: Web): Service {
  return {
    name: "web server",
    args: [next, dev ? "dev" : "start", "--port", String(port), "--hostname", host],
    env,
    healthUrl: `${localUrl}/api/health/ready`,
    log: join(logs, "web.log"),
    show: dev ? () => true : isError,
  };
}

type Engine = { port: number; webUrl: string; databaseUrl: string; env: NodeJS.ProcessEnv; logs: string };

/** The embedded engine, which needs the database and its two keys, and nothing else of the application. */
export function engineService({ port, webUrl, databaseUrl, env, logs }: Engine): Service {
  const { INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, NODE_ENV, PATH, HOME, TMPDIR, TZ } = env;
  const tuning = Object.entries(env).filter(([name]) => name.startsWith("ENGINE_"));
  return {
    name: "engine",
    args: ["--import", "tsx", join("inngest", "engine", "main.ts")],
    env: {
      ...Object.fromEntries(tuning),
      INNGEST_EVENT_KEY,
      INNGEST_SIGNING_KEY,
      NODE_ENV,
      PATH,
      HOME,
      TMPDIR,
      TZ,
      ENGINE_DATABASE_URL: databaseUrl,
      ENGINE_HOST: "127.0.0.1",
      ENGINE_PORT: String(port),
      ENGINE_APP_URL: `${webUrl}/api/inngest`,
    },
    healthUrl: `http://127.0.0.1:${port}/health`,
    log: join(logs, "engine.log"),
    show: isError,
  };
}

/** Errors are logged as one line of JSON each. */
function isError(line: string): boolean {
  return line.startsWith("{") && /"level":"(error|fatal)"/.test(line);
}

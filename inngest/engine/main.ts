import { errorFields, log } from "./log";
import { SettingsError, readSettings } from "./settings";
import { startEngine } from "./start-engine";

const longestStopMs = 15_000;

/** Starts the engine from the environment; ends with code 0 on SIGTERM or SIGINT, with 1 and one sentence when it cannot run. */
async function main(): Promise<void> {
  process.on("uncaughtException", onUncaught);
  const settings = readSettings(process.env);
  const engine = await startEngine(settings);
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log("info", "stopping", { signal });
    // A database that is gone must not keep us: everything that matters is stored or will be done again.
    setTimeout(() => process.exit(1), longestStopMs).unref();
    engine.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
  const outcome = await engine.firstSync;
  if (outcome?.state !== "refused") return;
  await engine.stop();
  fail(outcome.problems.join("\n"));
}

/**
 * node-postgres emits the end of a connection on a client that nobody listens to for a moment while the pool hands it
 * over. Whoever has that client gets the error with the next statement, so there is nothing more to do.
 */
function onUncaught(error: Error & { code?: string }): void {
  if (
    /^(57P|08|ECONNRESET|EPIPE|ETIMEDOUT)/.test(error.code ?? "") ||
    error.message.startsWith("Connection terminated")
  ) {
    log("warn", "a database connection was cut", errorFields(error));
    return;
  }
  log("error", "unexpected", errorFields(error));
  process.exit(1);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  const { code, port, message } = error as { code?: string; port?: number; message?: string };
  if (code === "EADDRINUSE") return `Port ${port} is taken; set ENGINE_PORT to another one.`;
  if (code === "EACCES" || code === "EADDRNOTAVAIL")
    return "The engine may not listen there; check ENGINE_HOST and ENGINE_PORT.";
  if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "CONNECT_TIMEOUT") {
    return "The engine's database cannot be reached; check ENGINE_DATABASE_URL or DATABASE_URL.";
  }
  if (code === "28P01" || code === "28000") return "The engine's database refuses the user or the password.";
  if (code === "3D000") return "The engine's database does not exist.";
  if (code === "42501") return "The engine's database user may not create the schemas it needs.";
  return `The engine could not start: ${message ?? String(error)}`;
}

main().catch((error: unknown) => fail(explain(error)));

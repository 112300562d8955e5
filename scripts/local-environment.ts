import { existsSync } from "node:fs";
import { join } from "node:path";
import { runningAddresses } from "./start/claim";
import { readOrCreateKeys } from "./start/keys";
import { Problem } from "./start/problem";

/**
 * Gives a command the environment of the Lotse it is meant for: the variables that are set when there is a
 * DATABASE_URL among them (or in the file .env), otherwise those of the start that runs on this machine. Throws a
 * Problem when there is neither.
 */
export function useLocalEnvironment(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (process.env.DATABASE_URL) return;
  const addresses = runningAddresses(join(".data", "running.json"));
  if (!addresses)
    throw new Problem(
      "Lotse is not running here: begin with npm start, or set DATABASE_URL to its database.",
    );
  const keys = readOrCreateKeys(join(".data", "keys.json"), true);
  for (const [name, value] of Object.entries({ ...keys, ...addresses })) process.env[name] ??= value;
}

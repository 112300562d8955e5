import { spawnSync } from "node:child_process";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bareEnvironment } from "@/scripts/processes/bare-environment";
import { type Home, makeOwned } from "./home";

/** The version that the package brings; data of another one cannot be opened. */
const majorVersion = "18";

/** Makes an empty cluster unless there is one. It appears in one move, so that a killed start leaves no half of it. */
export function initialise(home: Home, password: string): void {
  if (existsSync(home.data)) return checkVersion(home.data);
  const unfinished = join(home.directory, "data.unfinished");
  rmSync(unfinished, { recursive: true, force: true });
  makeOwned(unfinished, home.user);
  const passwordFile = join(home.directory, "password.unfinished");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.user) chownSync(passwordFile, home.user.uid, home.user.gid);
  // The built-in locale sorts and folds Unicode the same way on every system.
  const result = spawnSync(
    home.files.initdb,
    [
      `--pgdata=${unfinished}`,
      "--username=lotse",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ],
    { cwd: unfinished, env: bareEnvironment({ LC_ALL: "C" }), encoding: "utf8", ...home.user },
  );
  rmSync(passwordFile);
  if (result.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not set up ${home.data}: ${complaintIn(result.stderr ?? "")}`);
  }
  renameSync(unfinished, home.data);
}

function checkVersion(data: string): void {
  const file = join(data, "PG_VERSION");
  const version = existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
  if (version === majorVersion) return;
  throw new Error(
    version
      ? `The data in ${data} belongs to PostgreSQL ${version}, and this is ${majorVersion}: see “Upgrade” in docs/operations.md.`
      : `The data in ${data} is damaged: its file PG_VERSION is missing.`,
  );
}

/** The line of a log that says why, without its time and process number; the last lines when none does. */
export function complaintIn(log: string): string {
  const lines = log.split("\n").filter((line) => line.trim() !== "");
  const line = lines.findLast((text) => /\b(FATAL|PANIC|error):/.test(text));
  if (line) return line.replace(/^.*?\b(FATAL|PANIC|error):\s*/, "").trim();
  return lines.slice(-3).join(" ").trim() || "it gave no reason";
}

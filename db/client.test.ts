import { type Server, connect as dial, createServer } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { connect } from "./client";

let database: TestDatabase;
let between: Server;
/** Statements that were sent before the one before them was answered. */
let early = 0;
let statements = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const { hostname, port } = new URL(database.url);
  between = createServer((client) => {
    const server = dial(Number(port), hostname);
    let waiting = false;
    client.on("data", (sent) => {
      // A statement begins with Parse or Query.
      if ("PQ".includes(String.fromCharCode(sent[0]!))) {
        statements++;
        if (waiting) early++;
        waiting = true;
      }
      server.write(sent);
    });
    server.on("data", (answer) => {
      // ReadyForQuery is the last that the server says.
      if (answer.at(-6) === "Z".charCodeAt(0)) waiting = false;
      client.write(answer);
    });
    for (const side of [client, server]) {
      side.on("error", () => {});
      side.on("close", () => (client.destroy(), server.destroy()));
    }
  });
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  between.close();
  await database.drop();
});

test("a connection waits for each answer, so that PgBouncer loses none", async () => {
  const url = new URL(database.url);
  const { port } = between.address() as { port: number };
  Object.assign(url, { hostname: "127.0.0.1", port: String(port) });
  const { db, close } = connect(url.href, 1);
  await db.execute(sql`select 0`);
  const answers = await Promise.all(
    [1, 2, 3].flatMap((n) => [db.execute(sql`select 0`), db.execute(sql`select ${n}::int as n`)]),
  );
  await db.transaction((tx) => tx.execute(sql`select 0`));
  await close();
  expect(answers[5]).toEqual([{ n: 3 }]);
  expect(statements).toBeGreaterThanOrEqual(10);
  expect(early).toBe(0);
});

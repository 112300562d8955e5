import { sql } from "drizzle-orm";
import type { Connection } from "./client";
import journal from "./migrations/meta/_journal.json";

/** Whether every migration that this program was built with has been applied. Rejects when the database is away. */
export async function hasAllMigrations(db: Connection): Promise<boolean> {
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  const [table] = await db.execute<{ name: string | null }>(
    sql`select to_regclass('drizzle.__drizzle_migrations')::text as name`,
  );
  if (!table?.name) return false;
  const [row] = await db.execute<{ latest: string | null }>(
    sql`select max(created_at)::text as latest from drizzle.__drizzle_migrations`,
  );
  return Number(row?.latest ?? 0) >= newest;
}

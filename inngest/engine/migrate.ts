import { type Database, transaction } from "./database";
import { faultPoint } from "./faults";
import { migrations } from "./migrations";

const lockKey = 7_281_903_455;

/** Brings the schema `engine` up to date. Several engines may start at once; each migration commits as a whole. */
export async function migrate(db: Database): Promise<void> {
  faultPoint("migrate.before");
  await transaction(db, async (tx) => {
    await tx`select pg_advisory_xact_lock(${lockKey})`;
    await tx`create schema if not exists engine`;
    await tx`create table if not exists engine.migration (
      version integer primary key, applied_at timestamptz not null default now())`;
    const [row] = await tx<
      { version: number }[]
    >`select coalesce(max(version), 0)::int as version from engine.migration`;
    const applied = row?.version ?? 0;
    if (applied > migrations.length) {
      throw new Error("The engine's tables come from a newer version of this program.");
    }
    for (let version = applied + 1; version <= migrations.length; version++) {
      await tx.script(migrations[version - 1] ?? "");
      await tx`insert into engine.migration (version) values (${version})`;
    }
  });
  faultPoint("migrate.committed");
}

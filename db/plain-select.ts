import { setImmediate } from "node:timers/promises";
import { type GetColumnData, SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Connection } from "./client";

type Columns = Record<string, PgColumn | SQL>;
type DataOf<C> = C extends PgColumn ? GetColumnData<C> : C extends SQL<infer Data> ? Data : never;
type RowOf<C extends Columns> = { [Name in keyof C]: DataOf<C[Name]> };
type Named<C extends Columns> = { [Name in keyof C]: SQL.Aliased<DataOf<C[Name]>> };

/** So many rows are decoded between two pauses: a few milliseconds, in which the process answers nobody. */
const rowsPerSlice = 500;

/**
 * Reads thousands of rows. Drizzle asks for each value of each row anew what it is, which takes as long as all that the
 * driver does; here each column is asked once. `query` selects what it is given, under these names.
 */
export async function plainSelect<C extends Columns>(
  db: Connection,
  columns: C,
  query: (named: Named<C>) => SQLWrapper,
): Promise<RowOf<C>[]> {
  const entries = Object.entries(columns);
  const named = Object.fromEntries(entries.map(([name, column]) => [name, sql`${column}`.as(name)]));
  const decoded = entries.flatMap(([name, column]) =>
    column instanceof SQL ? [] : [[name, column] as const],
  );
  const rows: Record<string, unknown>[] = await db.execute(query(named as Named<C>));
  for (const [index, row] of rows.entries()) {
    for (const [name, column] of decoded)
      if (row[name] !== null) row[name] = column.mapFromDriverValue(row[name]);
    if ((index + 1) % rowsPerSlice === 0) await setImmediate();
  }
  return rows as RowOf<C>[];
}

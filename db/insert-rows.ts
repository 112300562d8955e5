import { type InferInsertModel, getTableColumns, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Connection } from "./client";

/**
 * Inserts many rows at once, as one JSON value instead of one parameter per field, which PostgreSQL and the driver
 * would spend most of the time on. All rows give the same columns; the others get their defaults.
 */
export async function insertRows<Table extends PgTable>(
  db: Connection,
  table: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries(getTableColumns(table)).filter(
    ([key, { defaultFn }]) => key in rows[0]! || defaultFn,
  );
  const values = rows.map((row) =>
    Object.fromEntries(columns.map(([key, column]) => [nameOf(column), jsonOf(column, valueOf(row, key))])),
  );
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(nameOf(column))),
    sql`, `,
  );
  await db.execute(
    sql`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(values)}::jsonb)`,
  );
}

const valueOf = (row: object, key: string): unknown => (row as Record<string, unknown>)[key];

const nameOf = (column: PgColumn): string => (column.keyAsName ? toSnakeCase(column.name) : column.name);

/** As PostgreSQL reads it from JSON: what the driver would be given, and JSON as it is. */
function jsonOf(column: PgColumn, given: unknown): unknown {
  const value = given === undefined ? column.defaultFn?.() : given;
  if (value === null || value === undefined || column.dataType === "json") return value ?? null;
  return column.mapToDriverValue(value);
}

import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { TherapistInput } from "@/lib/domain/therapists/schemas";
import { createdAt, id, instant } from "../columns";
import { staff } from "./staff";

export const imports = pgTable("imports", {
  id: id(),
  source: text().$type<"arztsuche">().notNull(),
  fileName: text().notNull(),
  status: text().$type<"requested" | "running" | "finished" | "failed">().notNull().default("requested"),
  createdAt: createdAt(),
  createdBy: uuid().references(() => staff.id),
  finishedAt: instant(),
  total: integer().notNull(),
  counts: jsonb().$type<{ added: number; changed: number; unchanged: number; refused: number }>().notNull(),
});

/** One record of an uploaded file and what became of it. */
export const importRecords = pgTable(
  "import_records",
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    /** Position in the file, from 1. */
    line: integer().notNull(),
    sourceKey: text(),
    /** Further keys of the same person in this file. */
    otherKeys: text().array().notNull().default([]),
    therapist: jsonb().$type<TherapistInput>(),
    outcome: text()
      .$type<"waiting" | "added" | "changed" | "unchanged" | "refused">()
      .notNull()
      .default("waiting"),
    reason: text(),
    warnings: jsonb().$type<string[]>().notNull().default([]),
    therapistId: uuid(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.line] })],
);

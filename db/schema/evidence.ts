import { date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { OwnContactDetails } from "@/lib/domain/evidence/schemas";
import { createdAt, encryptedJson, id } from "../columns";
import { patients } from "./patients";

/** Practices that a patient asked by themselves, as they or the team wrote it down. */
export const ownContacts = pgTable(
  "own_contacts",
  {
    id: id(),
    patientId: uuid()
      .notNull()
      .references(() => patients.id, { onDelete: "cascade" }),
    contactedOn: date().notNull(),
    details: encryptedJson<OwnContactDetails>("own_contacts.details").notNull(),
    addedBy: text().$type<"patient" | "staff">().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.patientId)],
);

/** What else the evidence for a health insurer has to say about a patient. */
export const evidenceFacts = pgTable("evidence_facts", {
  patientId: uuid()
    .primaryKey()
    .references(() => patients.id, { onDelete: "cascade" }),
  /** When the patient signed that the service may make the evidence on their behalf. */
  mandateOn: date(),
  /** When the insurer was asked for a place or for reimbursement. */
  insurerAskedOn: date(),
});

import { eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { patients, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { type TestDatabase, createTestDatabase } from "./database";
import { registerPatient } from "@/lib/domain/patients/register-patient";
import { type PatientInput, patientInput } from "@/lib/domain/patients/schemas";

/** What the tests of registering share; each file that imports it has a database of its own. */
let database: TestDatabase;
export let ctx: Context;
export let system: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = { db: database.db, actor: { kind: "public" }, now: new Date() };
  system = { ...ctx, actor: { kind: "system", job: "test" } };
});
afterAll(() => database.drop());

let counter = 0;
export const typed = (changes: Partial<PatientInput> = {}): PatientInput =>
  patientInput.parse({
    firstName: "Rieke",
    lastName: "Beispiel",
    birthDate: "1991-07-08",
    address: { street: "Musterweg", houseNumber: "3", postalCode: "52062", city: "Aachen" },
    email: `rieke${(counter += 1)}@example.org`,
    payer: "gkv",
    travel: { mode: "bicycle", maxMinutes: 40 },
    ...changes,
  });
export const consented = ["processing", "sharing"] as const;
export const register = (input: PatientInput) => registerPatient(ctx, { input, consents: [...consented] });
export const confirmLink = (patientId: string) => createToken(ctx, "confirm_email", patientId);
export const searchesOf = (patientId: string) =>
  ctx.db.select().from(searches).where(eq(searches.patientId, patientId));
export const patientRow = async (id: string) =>
  (await ctx.db.select().from(patients).where(eq(patients.id, id)))[0];

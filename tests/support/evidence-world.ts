import { eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { mails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "./database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "./factories";
import type { PatientInput } from "@/lib/domain/patients/schemas";
import { contactWords } from "@/lib/domain/evidence/document-words";
import { getDossier } from "@/lib/domain/evidence/get-dossier";

/** What the tests of evidence share; each file that imports it has a database of its own. */
export let database: TestDatabase;
export let system: Context;
export const now = new Date("2026-11-02T09:00:00Z");
export const at = (iso: string): Context => ({ ...system, now: new Date(iso) });
beforeAll(async () => {
  database = await createTestDatabase();
  system = systemOn(database.db, now);
});
afterAll(() => database.drop());

export const patientLink = (patientId: string): Context => ({
  ...system,
  actor: { kind: "patient", patientId },
});
export const viewer = (): Context => ({
  ...system,
  actor: { kind: "staff", id: "x", role: "viewer", name: "Ole" },
});

export const own = {
  contactedOn: "2026-10-28",
  therapistName: "Praxis Sanddorn",
  city: "Köln",
  seat: "yes",
  channel: "phone",
  result: "waiting_list",
  namedWaitWeeks: 40,
} as const;

export async function givenAsked(changes: Partial<PatientInput> = {}) {
  const patient = await givenPatient(system, changes);
  const therapist = await givenTherapist(system, { lastName: "Möwenfeld", statutorySeat: "yes" });
  const inquiry = await givenSentInquiry(system, therapist, [patient.searchId]);
  await database.db
    .update(mails)
    .set({ status: "sent", sentAt: now })
    .where(eq(mails.inquiryId, inquiry.inquiryId));
  return { patient, therapist, ...inquiry };
}

export type Asked = Awaited<ReturnType<typeof givenAsked>>;

export const rowsOf = async (patientId: string) =>
  (await getDossier(system, patientId)).contacts.map((contact) => {
    const { when, channel, result, seat } = contactWords(contact);
    return [when, channel, result, seat].join(" | ");
  });

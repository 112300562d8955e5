import { readFileSync } from "node:fs";
import { systemContext } from "@/lib/core/context";
import { requestImport } from "@/lib/domain/directory/request-import";
import { finishImport, importChunk, startImport } from "@/lib/domain/directory/run-import";
import { updateSettings } from "@/lib/domain/settings/settings";
import { createStaff } from "@/lib/domain/staff/create-staff";
import { activateTherapists } from "@/lib/domain/therapists/activate-therapists";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";

export const people = {
  admin: { name: "Ada Lindgrund", email: "admin@lotse.example", role: "admin" },
  coordinator: { name: "Kim Wattenberg", email: "koordination@lotse.example", role: "coordinator" },
  viewer: { name: "Ole Sandbank", email: "lesen@lotse.example", role: "viewer" },
} as const;

/** A team, the therapists around Düren, and a few patients of whom some were asked for already. */
export async function fillDatabase(): Promise<void> {
  const ctx = () => systemContext("e2e");
  for (const person of Object.values(people))
    await createStaff(ctx(), { ...person, password: process.env.E2E_PASSWORD! });
  // Mails leave at once, as most tests wait for them.
  await updateSettings(ctx(), { sendDelaySeconds: 0 });
  const text = readFileSync("samples/arztsuche-dueren.json", "utf8");
  const { importId } = await requestImport(ctx(), { fileName: "arztsuche-dueren.json", text });
  const { chunks } = await startImport(ctx(), importId);
  for (let chunk = 0; chunk < chunks; chunk++) await importChunk(ctx(), importId, chunk);
  await finishImport(ctx(), importId);
  await activateTherapists(ctx(), { importId });
  for (let i = 0; i < 4; i++) {
    const patients = [await givenPatient(ctx()), await givenPatient(ctx(), { gender: "male" })];
    await givenSentInquiry(
      ctx(),
      await givenTherapist(ctx()),
      patients.map((patient) => patient.searchId),
    );
  }
}

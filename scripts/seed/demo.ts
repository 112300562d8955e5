import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { isNull } from "drizzle-orm";
import { z } from "zod";
import { locations, patients } from "@/db/schema";
import { type Context, systemContext } from "@/lib/core/context";
import { requestImport } from "@/lib/domain/directory/request-import";
import { finishImport, importChunk, startImport } from "@/lib/domain/directory/run-import";
import { geocodeAddress } from "@/lib/domain/geo/geocode-address";
import { requestMatchingRun } from "@/lib/domain/matching/run/request-run";
import { runMatching } from "@/lib/domain/matching/run/run-matching";
import { createPatient } from "@/lib/domain/patients/create-patient";
import { patientFileEntry } from "@/lib/domain/patients/schemas";
import { createStaff } from "@/lib/domain/staff/create-staff";
import { activateTherapists } from "@/lib/domain/therapists/activate-therapists";
import { answerSome } from "./answer-some";
import { demoMails } from "./demo-mails";
import { createDemoPassword, demoStaff } from "./demo-staff";

const captures = ["aachen", "koeln", "dueren"].map((place) => `samples/arztsuche-${place}.json`);

/**
 * Fills an empty database with invented people in every state of the work: a team, therapists, patients, proposals to
 * review, inquiries under way, answers, a few placed. Goes through the same verbs as the web. Returns what there is.
 */
export async function seedDemo(): Promise<string> {
  const ctx = () => systemContext("seed");
  const password = createDemoPassword();
  for (const person of demoStaff) await createStaff(ctx(), { ...person, password });
  for (const file of captures) await importNow(ctx, file);
  const people = await enterPatients(ctx, "samples/patients.json");
  await geocodeAll(ctx);
  await matchNow(ctx);
  const { sent, answered } = await answerSome(ctx);
  const letters = await demoMails(ctx);
  return `${people} patients, ${sent} inquiries sent, ${answered} answered, ${letters} mails came in`;
}

async function importNow(ctx: () => Context, file: string): Promise<void> {
  const { importId } = await requestImport(ctx(), {
    fileName: basename(file),
    text: readFileSync(file, "utf8"),
  });
  const { chunks } = await startImport(ctx(), importId);
  for (let chunk = 0; chunk < chunks; chunk++) await importChunk(ctx(), importId, chunk);
  await finishImport(ctx(), importId);
  await activateTherapists(ctx(), { importId });
}

async function enterPatients(ctx: () => Context, file: string): Promise<number> {
  const entries = z.array(patientFileEntry).parse(JSON.parse(readFileSync(file, "utf8")));
  for (const { id: _, waitingSince, excludedTherapists: __, ...entry } of entries) {
    await createPatient(ctx(), { ...entry, waitingSince: waitingSince ? new Date(waitingSince) : undefined });
  }
  return entries.length;
}

/** The workflow would do it too, but the proposals should be there when the first page opens. */
async function geocodeAll(ctx: () => Context): Promise<void> {
  const { db } = ctx();
  for (const { id } of await db.select({ id: patients.id }).from(patients).where(isNull(patients.lat))) {
    await geocodeAddress(ctx(), { subject: "patient", subjectId: id });
  }
  for (const { id } of await db.select({ id: locations.id }).from(locations).where(isNull(locations.lat))) {
    await geocodeAddress(ctx(), { subject: "location", subjectId: id });
  }
}

async function matchNow(ctx: () => Context): Promise<void> {
  const { runId } = await requestMatchingRun(ctx());
  await runMatching(ctx(), runId);
}

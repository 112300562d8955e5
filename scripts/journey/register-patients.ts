import { inArray } from "drizzle-orm";
import { therapistSourceKeys, therapists } from "@/db/schema";
import { createContext } from "@/lib/core/context";
import { requiredConsents } from "@/lib/domain/consents/status";
import { createPatient } from "@/lib/domain/patients/create-patient";
import { registerPatient } from "@/lib/domain/patients/register-patient";
import type { PatientFileEntry } from "@/lib/domain/patients/schemas";
import { verifyPatient } from "@/lib/domain/patients/verify-patient";
import { addExclusion } from "@/lib/domain/therapists/exclusions";
import { inParallel } from "./in-parallel";
import { linksInMails } from "./kept-mails";
import type { World } from "./world";

/**
 * Registers everybody as the form does and confirms each address by the link out of the mail. Who has no address
 * or has not consented to a search is entered as staff would. Returns how many people there are.
 */
export async function registerPatients(world: World, entries: PatientFileEntry[]): Promise<number> {
  const ids = await inParallel(entries, (entry) => register(world, entry));
  await world.untilQuiet("deliver-mail");
  const secrets = await linksInMails(world.ctx(), "confirm_email", "confirm");
  await inParallel(secrets, (secret) => verifyPatient(createContext({ kind: "public" }), secret));
  await exclude(world, entries, ids);
  await world.untilQuiet("geocode-address", "open-search", "deliver-mail");
  return entries.length;
}

async function register(world: World, entry: PatientFileEntry): Promise<string> {
  const { id: _, waitingSince: day, excludedTherapists: __, consents, ...input } = entry;
  const waitingSince = day ? new Date(day) : undefined;
  const canRegister = input.email && requiredConsents.every((kind) => consents.includes(kind));
  if (!canRegister) return (await createPatient(world.ctx(), { ...input, consents, waitingSince })).id;
  return (await registerPatient(world.ctx(), { input, consents, waitingSince })).patientId;
}

/** The file names therapists as their directory does. */
async function exclude(world: World, entries: PatientFileEntry[], patientIds: string[]): Promise<void> {
  const keyOf = (id: string) => `arztsuche:${id}`;
  const keys = entries.flatMap((entry) => entry.excludedTherapists.map(keyOf));
  if (keys.length === 0) return;
  const { db } = world.ctx();
  const rows = [
    ...(await db
      .select({ id: therapists.id, key: therapists.sourceKey })
      .from(therapists)
      .where(inArray(therapists.sourceKey, keys))),
    ...(await db
      .select({ id: therapistSourceKeys.therapistId, key: therapistSourceKeys.key })
      .from(therapistSourceKeys)
      .where(inArray(therapistSourceKeys.key, keys))),
  ];
  for (const [i, entry] of entries.entries()) {
    const named = entry.excludedTherapists.map(keyOf);
    for (const id of new Set(rows.filter(({ key }) => named.includes(key!)).map((row) => row.id))) {
      await addExclusion(world.ctx(), {
        patientId: patientIds[i]!,
        therapistId: id,
        reason: "patient_wish",
        until: null,
      });
    }
  }
}

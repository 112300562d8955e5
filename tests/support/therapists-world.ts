import { eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { newId } from "@/db/columns";
import { locations, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "./database";
import { createTherapist } from "@/lib/domain/therapists/create-therapist";
import { type TherapistInput, therapistInput } from "@/lib/domain/therapists/schemas";

/** What the tests of the verbs about therapists share; each file that imports it has a database of its own. */
let database: TestDatabase;
export let ctx: Context;
export let system: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  const base = { db: database.db, now: new Date() };
  ctx = { ...base, actor: { kind: "staff", id: newId(), role: "coordinator", name: "Kim" } };
  system = { ...base, actor: { kind: "system", job: "import" } };
});
afterAll(() => database.drop());

export const site = (street: string, changes: object = {}) => ({
  address: { street, houseNumber: "1", postalCode: "52062", city: "Aachen" },
  ...changes,
});
/** Every field filled in, so that a field that gets lost on the way is noticed. */
export const full = (): TherapistInput =>
  therapistInput.parse({
    salutation: "Frau",
    title: "Dr.",
    gender: "female",
    firstName: "Thea",
    lastName: "Vollständig",
    practiceName: "Praxis am Beispiel",
    locations: [
      site("Hauptstraße", { coordinates: { lat: 50.77, lon: 6.08 }, stepFree: "yes" }),
      site("Nebenstraße"),
    ],
    phone: "0241 123456",
    fax: "0241 123457",
    email: `thea-${newId()}@example.org`,
    website: "https://example.org",
    statutorySeat: "yes",
    offers: [{ method: "VT", ageGroup: "adult", setting: "individual" }],
    languages: ["tr"],
    phoneHours: { mon: [{ from: "08:00", to: "09:00" }] },
    officeHours: { mon: [{ from: "09:00", to: "17:00" }] },
    qualifications: ["EMDR"],
    specialOffers: ["Onlinetermine"],
    video: "yes",
    wishes: {
      ageMin: 18,
      ageMax: 60,
      genders: ["female"],
      diagnoses: ["F40"],
      excludedDiagnoses: [],
      groupOnly: false,
    },
    capacity: { individual: 2, group: 0, from: "2026-12-01", notedOn: "2026-11-01" },
    potentiallyAvailable: true,
    potentiallyAvailableNote: "ab Januar",
    informed: true,
    notes: "Nur dienstags",
  });
export const given = (changes: Partial<TherapistInput> = {}) =>
  createTherapist(ctx, { ...full(), ...changes });
export const rowOf = async (id: string) =>
  (await ctx.db.select().from(therapists).where(eq(therapists.id, id)))[0]!;
export const sitesOf = (id: string) =>
  ctx.db.select().from(locations).where(eq(locations.therapistId, id)).orderBy(locations.id);

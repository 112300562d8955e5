import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, database } from "@/db/client";
import { locations, patients } from "@/db/schema";
import { type Context, systemContext } from "@/lib/core/context";
import { type Candidates, whoFitsPatient, whoFitsTherapist } from "@/lib/domain/matching/fits/who-fits";
import { type Snapshot, takeSnapshot } from "@/lib/domain/matching/kernel/snapshot";
import { loadAround, loadMatchingRecords } from "@/lib/domain/matching/load/load-records";
import { patientIdsNear } from "@/lib/domain/matching/load/patients-near";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { fillDatabase } from "./fill-database";

/** As "who fits?" looks: twice the travel limit, also whom a rule keeps out. */
const reach = 2;
const options = { reach, withFailing: true };
const unlocated = true;

let own: TestDatabase;
let ctx: Context;
let whole: Snapshot;

beforeAll(async () => {
  own = await createTestDatabase();
  process.env.DATABASE_URL = own.url;
  ctx = systemContext("bench");
  await fillDatabase(database(), 2000, 100);
  // Some places and limits are not known, and some people set no bounds to speak of.
  await ctx.db.update(locations).set({ lat: null, lon: null }).where(some(locations.id, 11));
  await ctx.db.update(patients).set({ lat: null, lon: null }).where(some(patients.id, 13));
  await ctx.db
    .update(patients)
    .set({ travelMaxKm: null, travelMaxMinutes: null })
    .where(some(patients.id, 17));
  await ctx.db
    .update(patients)
    .set({ travelMaxKm: 900, travelMaxMinutes: null })
    .where(some(patients.id, 19));
  whole = takeSnapshot(await loadMatchingRecords(ctx), ctx.now);
});
afterAll(async () => {
  await closeDatabase();
  await own.drop();
});

/** Every so many rows, by a hash of the id. */
const some = (id: typeof locations.id | typeof patients.id, every: number) =>
  sql`mod(abs(hashtext(${id}::text)), ${every}) = 0`;

test("who fits a patient is the same from what is loaded around the patient as from the whole country", async () => {
  let seen = 0;
  for (const [p, patient] of whole.patients.records.entries()) {
    // Without a place or a limit all the country is undetermined, and the page says what is missing instead.
    if (patient.coordinates === null || whole.patients.hasLimit[p] === 0) continue;
    const near = takeSnapshot(await loadAround(ctx, [patient], reach, { unlocated }), ctx.now);
    const found = whoFitsPatient(near, 0, options);
    expect(found).toEqual(whoFitsPatient(whole, p, options));
    seen += sizeOf(found);
  }
  expect(seen).toBeGreaterThan(2000);
});

test("who fits a therapist is the same from the patients near as from all", async () => {
  let seen = 0;
  const { records } = whole.therapists;
  for (let t = 0; t < records.length; t += 25) {
    const therapistId = records[t]!.id;
    const patientIds = await patientIdsNear(ctx, therapistId, reach, { unlocated });
    const near = takeSnapshot(await loadMatchingRecords(ctx, { patientIds, therapistId }), ctx.now);
    const found = whoFitsTherapist(near, 0, options);
    expect(found).toEqual(whoFitsTherapist(whole, t, options));
    seen += sizeOf(found);
  }
  expect(seen).toBeGreaterThan(200);
});

function sizeOf(found: Candidates): number {
  return Object.values(found).reduce((sum, list) => sum + list.length, 0);
}

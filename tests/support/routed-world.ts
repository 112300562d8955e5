import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import type { Context } from "@/lib/core/context";
import type { ExactMinutes } from "@/lib/domain/matching/kernel/place-judge";
import { collectPairs } from "@/lib/domain/matching/kernel/pair-table";
import { takeSnapshot } from "@/lib/domain/matching/kernel/snapshot";
import { type TestDatabase, createTestDatabase } from "./database";
import { systemOn } from "./factories";
import { type Answer, type ForeignServer, json, startForeignServer } from "./foreign-server";
import { matchingDay, patientRecord, therapistRecord } from "./matching-records";

export const home = { lat: 50.7753, lon: 6.0839 };
/** A place so many kilometres north of home. */
export const north = (km: number) => ({ lat: home.lat + km / 111.2, lon: home.lon });
export const therapistAt = (id: string, ...kms: number[]) =>
  therapistRecord({
    id,
    mailbox: id,
    locations: kms.map((km, i) => ({ id: `${id}-${i}`, coordinates: north(km), stepFree: "yes" as const })),
  });
export const patientBy = (changes: Parameters<typeof patientRecord>[0] = {}) =>
  patientRecord({ coordinates: home, travel: { mode: "car", maxMinutes: 30, maxKm: null }, ...changes });
export const world = (patients = [patientBy()], therapists = [therapistAt("near", 10)]) =>
  takeSnapshot({ patients, therapists, exclusions: [] }, matchingDay);

/** A place as it stands in a question. */
export const cellBefore = ({ lat, lon }: { lat: number; lon: number }) =>
  `${Number(lon.toFixed(3))},${Number(lat.toFixed(3))}`;
/** So many people a kilometre apart, the first waiting longest. */
export const homesInARow = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    patientBy({ id: `p${i}`, coordinates: north(i), waitingSince: `2026-01-0${i + 1}T00:00:00Z` }),
  );

/** Answers as OSRM would, with minutes by kilometres to the north of home. */
export const minutesBy =
  (rule: (km: number) => number | null): Answer =>
  (response, request) => {
    const places = decodeURI(request.url!)
      .replace(/^.*driving\/|\?.*$/g, "")
      .split(";");
    const durations = places.map((place) => {
      const minutes = rule(Math.round((Number(place.split(",")[1]) - home.lat) * 111.2));
      return minutes === null ? null : minutes * 60;
    });
    json({ code: "Ok", durations: [durations] })(response, request, "");
  };
/** The rule for one home, another answer for the rest. */
export const onlyFrom =
  (start: { lat: number; lon: number }, inside: Answer, outside: Answer): Answer =>
  (response, request, body) => {
    const isIt = request.url!.includes(`/driving/${cellBefore(start)};`);
    (isIt ? inside : outside)(response, request, body);
  };
export const forMs = 5000;
export const fitting = (snapshot: ReturnType<typeof world>, exactMinutes: ExactMinutes | undefined) => {
  const slices = collectPairs(snapshot, { exactMinutes });
  for (;;) {
    const slice = slices.next();
    if (!slice.done) continue;
    const { table } = slice.value;
    return Array.from({ length: table.length }, (_, row) => [
      snapshot.therapists.records[table.therapist[row]!]!.id,
      Math.round(table.minutes[row]!),
    ]);
  }
};

/**
 * A database and a router of its own for a test file, the cache empty before each test. `exact` are the verbs that know
 * this router: the environment is read once, so they are loaded after it was set.
 */
export function routedWorld() {
  const given = {} as { ctx: Context; router: ForeignServer; exact: Awaited<ReturnType<typeof exactFor>> };
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    given.ctx = systemOn(database.db, matchingDay);
    given.router = await startForeignServer(json({}, 500));
    given.exact = await exactFor(`${given.router.url}table/v1/driving`);
  });
  afterAll(async () => {
    delete process.env.ROUTER_CAR_URL;
    given.router.close();
    await database.drop();
  });
  beforeEach(async () => {
    given.router.requests.length = 0;
    await given.ctx.db.execute(sql`truncate travel_times, service_gates`);
  });
  return given;
}

/** The verbs about exact minutes, as they are where this router is configured. */
export async function exactFor(routerUrl: string) {
  process.env.ROUTER_CAR_URL = routerUrl;
  vi.resetModules();
  const { askRouters, exactMinutesFor } = await import("@/lib/domain/matching/ways/exact-minutes");
  const { loadExactMinutes } = await import("@/lib/domain/matching/ways/load-exact-minutes");
  return { askRouters, exactMinutesFor, loadExactMinutes };
}

import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { sql } from "drizzle-orm";
import { travelTimes } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type * as ExactMinutesModule from "./exact-minutes";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { systemOn } from "@/tests/support/factories";
import {
  type Answer,
  type ForeignServer,
  hang,
  json,
  startForeignServer,
} from "@/tests/support/foreign-server";
import { matchingDay, patientRecord, therapistRecord } from "@/tests/support/matching-records";
import { explainPair } from "./explain-pair";
import { collectPairs } from "./pair-table";
import { takeSnapshot } from "./snapshot";
import { whoFitsPatient, whoFitsTherapist } from "./who-fits";

let database: TestDatabase;
let ctx: Context;
let router: ForeignServer;
let exact: typeof ExactMinutesModule;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db, matchingDay);
  router = await startForeignServer(json({}, 500));
  process.env.ROUTER_CAR_URL = `${router.url}table/v1/driving`;
  vi.resetModules();
  exact = await import("./exact-minutes");
});
afterAll(async () => {
  delete process.env.ROUTER_CAR_URL;
  router.close();
  await database.drop();
});
beforeEach(async () => {
  router.requests.length = 0;
  await ctx.db.execute(sql`truncate travel_times, service_gates`);
});

const home = { lat: 50.7753, lon: 6.0839 };
/** A place so many kilometres north of home. */
const north = (km: number) => ({ lat: home.lat + km / 111.2, lon: home.lon });
const therapistAt = (id: string, ...kms: number[]) =>
  therapistRecord({
    id,
    mailbox: id,
    locations: kms.map((km, i) => ({ id: `${id}-${i}`, coordinates: north(km), stepFree: "yes" as const })),
  });
const patientBy = (changes: Parameters<typeof patientRecord>[0] = {}) =>
  patientRecord({ coordinates: home, travel: { mode: "car", maxMinutes: 30, maxKm: null }, ...changes });
const world = (patients = [patientBy()], therapists = [therapistAt("near", 10)]) =>
  takeSnapshot({ patients, therapists, exclusions: [] }, matchingDay);

/** Answers as OSRM would, with minutes by kilometres to the north of home. */
const minutesBy =
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
const forMs = 5000;
const fitting = (
  snapshot: ReturnType<typeof world>,
  exactMinutes: Awaited<ReturnType<typeof exact.loadExactMinutes>>,
) => {
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

describe("minutes of a router", () => {
  test("decide both ways: what is near but slow is out, what is far but quick is in", async () => {
    // By the estimate 30 minutes reach 15.4 km.
    const snapshot = world(
      [patientBy()],
      [therapistAt("slow", 10), therapistAt("quick", 30), therapistAt("same", 5)],
    );
    router.answer(minutesBy((km) => (km === 10 ? 45 : km === 30 ? 25 : 12)));
    expect(
      fitting(snapshot, undefined)
        .map(([id]) => id)
        .sort(),
    ).toEqual(["same", "slow"]);
    expect(await exact.askRouters(ctx, snapshot, { forMs })).toEqual({ asked: 1, left: 0 });
    const minutes = await exact.loadExactMinutes(ctx, snapshot);
    expect(fitting(snapshot, minutes).sort()).toEqual([
      ["quick", 25],
      ["same", 12],
    ]);
    const found = whoFitsPatient(snapshot, 0, { exactMinutes: minutes, withFailing: true });
    expect(found.fit.map(({ therapistId }) => therapistId).sort()).toEqual(["quick", "same"]);
    expect(found.out.map(({ therapistId }) => therapistId)).toEqual(["slow"]);
    const quick = snapshot.therapists.indexById.get("quick")!;
    expect(whoFitsTherapist(snapshot, quick, { exactMinutes: minutes }).fit).toHaveLength(1);
    expect(whoFitsTherapist(snapshot, quick).fit).toHaveLength(0);
  });

  test("are asked for in one question, only where they decide, and only once", async () => {
    const therapists = [
      therapistAt("two-sites", 4, 8),
      therapistAt("beyond-any-car", 51),
      therapistRecord({ ...therapistAt("full", 3), status: "inactive" }),
      therapistRecord({ ...therapistAt("men-only", 3), gender: "male" }),
    ];
    const patient = patientBy({ wantedTherapistGender: "female" });
    router.answer(minutesBy(() => 20));
    await exact.askRouters(ctx, world([patient], therapists), { forMs });
    expect(router.requests).toHaveLength(1);
    expect(router.requests[0]!.url).toMatch(/6\.084,50\.775;6\.084,50\.811;6\.084,50\.847\?/);
    await exact.askRouters(ctx, world([patient], therapists), { forMs });
    expect(router.requests).toHaveLength(1);
    await exact.askRouters(ctx, world([patient], [...therapists, therapistAt("new", 6)]), { forMs });
    expect(router.requests[1]!.url).toMatch(/driving\/6\.084,50\.775;6\.084,50\.829\?/);
  });

  test("are not asked for people without a limit in minutes, of another mode, or without a place", async () => {
    const patients = [
      patientBy({ id: "km", travel: { mode: "car", maxMinutes: null, maxKm: 20 } }),
      patientBy({ id: "bus", travel: { mode: "transit", maxMinutes: 30, maxKm: null } }),
      patientBy({ id: "nowhere", coordinates: null }),
      patientBy({ id: "paused", searchClosed: "paused" }),
    ];
    await exact.askRouters(ctx, world(patients), { forMs });
    expect(router.requests).toEqual([]);
  });

  test("are shared by neighbours, and asked in tables of a hundred at the most", async () => {
    const therapists = Array.from({ length: 230 }, (_, i) => therapistAt(`t${i}`, 1 + i / 5));
    const patients = [
      patientBy({ id: "a" }),
      patientBy({ id: "b", coordinates: { lat: 50.7754, lon: 6.0841 } }),
    ];
    router.answer(minutesBy(() => 29));
    expect(await exact.askRouters(ctx, world(patients, therapists), { forMs })).toMatchObject({ asked: 1 });
    const sizes = router.requests.map(({ url }) => url.split(";").length);
    expect(sizes).toEqual([100, 100, 33]);
  });

  test("of people who wait longer come first when time is short", async () => {
    const patients = [
      patientBy({ id: "new", waitingSince: "2026-11-01T00:00:00Z" }),
      patientBy({ id: "old", coordinates: north(1), waitingSince: "2026-01-01T00:00:00Z" }),
    ];
    const once: Answer = (response, request, body) =>
      setTimeout(() => minutesBy(() => 9)(response, request, body), 400);
    router.answer(once);
    expect(await exact.askRouters(ctx, world(patients), { forMs: 300 })).toEqual({ asked: 1, left: 1 });
    const minutes = (await exact.loadExactMinutes(ctx, world(patients)))!;
    expect([minutes(0, 0, 0), minutes(1, 0, 0)]).toEqual([undefined, 9]);
    expect(await exact.askRouters(ctx, world(patients), { forMs })).toEqual({ asked: 1, left: 0 });
  });
});

describe("where a router gives no answer", () => {
  /** Minutes for ten kilometres. */
  const estimate = 19;

  test.each<[string, Answer]>([
    ["fails", json({}, 503)],
    ["talks nonsense", json("<html>")],
    ["puts both places on one street of another region", minutesBy(() => 0)],
    ["refuses the question", json({ code: "InvalidQuery" }, 400)],
    ["finds no way to anywhere", minutesBy(() => null)],
  ])("because it %s, the estimate counts and is marked", async (_, answer) => {
    router.answer(answer);
    const snapshot = world();
    await exact.askRouters(ctx, snapshot, { forMs });
    const minutes = await exact.loadExactMinutes(ctx, snapshot);
    expect(minutes!(0, 0, 0)).toBeUndefined();
    expect(fitting(snapshot, minutes)).toEqual([["near", estimate]]);
    const { rules } = explainPair(snapshot, 0, 0, "de", { exactMinutes: minutes });
    expect(rules.find(({ rule }) => rule === "distance")!.sentence).toContain("(geschätzt)");
  });

  test("a failed question is not repeated at once, but soon", async () => {
    router.answer(json({}, 500));
    await exact.askRouters(ctx, world(), { forMs });
    await exact.askRouters(ctx, world(), { forMs });
    expect(router.requests).toHaveLength(1);
    const later = { ...ctx, now: new Date(Date.now() + 16 * 60_000) };
    router.answer(minutesBy(() => 22));
    await exact.askRouters(later, world(), { forMs });
    expect((await exact.loadExactMinutes(later, world()))!(0, 0, 0)).toBe(22);
  });

  test("the rest of a run is not spent on it", async () => {
    router.answer(json({}, 500));
    const patients = Array.from({ length: 8 }, (_, i) => patientBy({ id: `p${i}`, coordinates: north(i) }));
    await exact.askRouters(ctx, world(patients), { forMs });
    expect(router.requests).toHaveLength(1);
  });

  test("that hangs holds a page up for three seconds, no longer", async () => {
    router.answer(hang);
    const startedAt = Date.now();
    const minutes = await exact.exactMinutesFor(ctx, world());
    expect(Date.now() - startedAt).toBeLessThan(4000);
    expect(minutes!(0, 0, 0)).toBeUndefined();
    router.dropAll();
    await vi.waitFor(async () => expect(await ctx.db.$count(travelTimes)).toBe(1));
  });

  test("a place that no way leads to is too far also when it is asked about alone, later", async () => {
    const sites = [therapistAt("island", 10), therapistAt("near", 5)];
    router.answer(minutesBy((km) => (km === 10 ? null : 12)));
    await exact.askRouters(ctx, world([patientBy()], [sites[1]!]), { forMs });
    await exact.askRouters(ctx, world([patientBy()], sites), { forMs });
    expect(router.requests).toHaveLength(2);
    const minutes = await exact.loadExactMinutes(ctx, world([patientBy()], sites));
    expect(fitting(world([patientBy()], sites), minutes)).toEqual([["near", 12]]);
  });

  test("a place that no way leads to is too far, and it is said so", async () => {
    const snapshot = world([patientBy()], [therapistAt("island", 10), therapistAt("near", 5)]);
    router.answer(minutesBy((km) => (km === 10 ? null : 12)));
    const minutes = await exact.exactMinutesFor(ctx, snapshot);
    expect(fitting(snapshot, minutes)).toEqual([["near", 12]]);
    const island = snapshot.therapists.indexById.get("island")!;
    const explained = explainPair(snapshot, 0, island, "de", { exactMinutes: minutes });
    expect(explained).toMatchObject({ verdict: "out", minutes: null, isExact: true });
    const estimated = explainPair(snapshot, 0, island, "de");
    expect(estimated).toMatchObject({ isExact: false, minutes: expect.any(Number) as number });
    expect(explained.rules.find(({ rule }) => rule === "distance")!.sentence).toBe(
      "Der Weg ist zu weit: keine Verbindung mit dem Auto.",
    );
  });
});

test("the cache tells nobody where somebody lives: no place can be read in it", async () => {
  router.answer(minutesBy(() => 20));
  await exact.askRouters(ctx, world([patientBy()], [therapistAt("a", 4), therapistAt("b", 9)]), { forMs });
  const rows = await ctx.db.execute(sql`select * from travel_times`);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/50\.7|6\.08|driving|car/);
  const [row] = await ctx.db.select().from(travelTimes);
  expect(Object.keys(row!.minutes)).toEqual(["50.811,6.084", "50.856,6.084"]);
});

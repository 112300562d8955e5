import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { sql } from "drizzle-orm";
import { travelTimes } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type * as ExactMinutesModule from "./exact-minutes";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { systemOn } from "@/tests/support/factories";
import { type Answer, type ForeignServer, json, startForeignServer } from "@/tests/support/foreign-server";
import { matchingDay, therapistRecord } from "@/tests/support/matching-records";
import {
  fitting,
  forMs,
  home,
  minutesBy,
  north,
  patientBy,
  therapistAt,
  world,
} from "@/tests/support/routed-world";
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
    expect(await exact.askRouters(ctx, snapshot, { forMs })).toMatchObject({ asked: 1, left: 0 });
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
    expect(await exact.askRouters(ctx, world(patients), { forMs: 300 })).toMatchObject({ asked: 1, left: 1 });
    const minutes = (await exact.loadExactMinutes(ctx, world(patients)))!;
    expect([minutes(0, 0, 0), minutes(1, 0, 0)]).toEqual([undefined, 9]);
    expect(await exact.askRouters(ctx, world(patients), { forMs })).toMatchObject({ asked: 1, left: 0 });
  });
});

test("time binds within one home too: no question begins after it, and the rest is asked later", async () => {
  const therapists = Array.from({ length: 230 }, (_, i) => therapistAt(`t${i}`, 1 + i / 5));
  const snapshot = world([patientBy()], therapists);
  router.answer((...args) => void setTimeout(() => minutesBy(() => 29)(...args), 400));
  expect(await exact.askRouters(ctx, snapshot, { forMs: 300 })).toMatchObject({ asked: 0, left: 1 });
  expect(await exact.askRouters(ctx, snapshot, { forMs })).toMatchObject({ asked: 1, left: 0 });
  expect(router.requests.map(({ url }) => url.split(";").length)).toEqual([100, 100, 33]);
});

test("a router that takes few places at once is asked for fewer, and all are answered", async () => {
  const therapists = Array.from({ length: 60 }, (_, i) => therapistAt(`t${i}`, 1 + i / 2));
  const snapshot = world([patientBy()], therapists);
  router.answer((response, request, body) => {
    const isTooBig = request.url!.split(";").length > 20;
    (isTooBig ? json({ code: "TooBig" }, 400) : minutesBy(() => 29))(response, request, body);
  });
  expect(await exact.askRouters(ctx, snapshot, { forMs })).toMatchObject({ asked: 1, left: 0 });
  const minutes = (await exact.loadExactMinutes(ctx, snapshot))!;
  expect(therapists.map((_, t) => minutes(0, t, 0))).toEqual(therapists.map(() => 29));
  expect(router.requests.map(({ url }) => url.split(";").length)).toEqual([61, 31, 16, 16, 16, 16]);
});

test("between a few thousand homes the process answers others, also when nobody need be asked", async () => {
  let read = 0;
  const patients = Array.from({ length: 9000 }, (_, i) => {
    const patient = patientBy({ id: `p${i}`, travel: { mode: "car", maxMinutes: null, maxKm: 20 } });
    return Object.defineProperty(patient, "coordinates", { get: () => (read++, home) });
  });
  const snapshot = world(patients, []);
  const longest = async (work: () => Promise<unknown>) => {
    let [before, most, isOver] = [(read = 0), 0, false];
    const look = () => {
      most = Math.max(most, read - before);
      before = read;
      if (!isOver) setImmediate(look);
    };
    setImmediate(look);
    await work();
    isOver = true;
    expect(read).toBeGreaterThanOrEqual(9000);
    return Math.max(most, read - before);
  };
  expect(await longest(() => exact.loadExactMinutes(ctx, snapshot))).toBeLessThan(3000);
  expect(await longest(() => exact.askRouters(ctx, snapshot, { forMs }))).toBeLessThan(3000);
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

import { describe, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { travelTimes } from "@/db/schema";
import { type Answer, json } from "@/tests/support/foreign-server";
import { therapistRecord } from "@/tests/support/matching-records";
import {
  fitting,
  forMs,
  home,
  minutesBy,
  north,
  patientBy,
  therapistAt,
  routedWorld,
  world,
} from "@/tests/support/routed-world";
import { whoFitsPatient, whoFitsTherapist } from "../fits/who-fits";

const given = routedWorld();

describe("minutes of a router", () => {
  test("decide both ways: what is near but slow is out, what is far but quick is in", async () => {
    // By the estimate 30 minutes reach 15.4 km.
    const snapshot = world(
      [patientBy()],
      [therapistAt("slow", 10), therapistAt("quick", 30), therapistAt("same", 5)],
    );
    given.router.answer(minutesBy((km) => (km === 10 ? 45 : km === 30 ? 25 : 12)));
    expect(
      fitting(snapshot, undefined)
        .map(([id]) => id)
        .sort(),
    ).toEqual(["same", "slow"]);
    expect(await given.exact.askRouters(given.ctx, snapshot, { forMs })).toEqual({ asked: 1, left: 0 });
    const minutes = await given.exact.loadExactMinutes(given.ctx, snapshot);
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
    given.router.answer(minutesBy(() => 20));
    await given.exact.askRouters(given.ctx, world([patient], therapists), { forMs });
    expect(given.router.requests).toHaveLength(1);
    expect(given.router.requests[0]!.url).toMatch(/6\.084,50\.775;6\.084,50\.811;6\.084,50\.847\?/);
    await given.exact.askRouters(given.ctx, world([patient], therapists), { forMs });
    expect(given.router.requests).toHaveLength(1);
    await given.exact.askRouters(given.ctx, world([patient], [...therapists, therapistAt("new", 6)]), {
      forMs,
    });
    expect(given.router.requests[1]!.url).toMatch(/driving\/6\.084,50\.775;6\.084,50\.829\?/);
  });

  test("are not asked for people without a limit in minutes, of another mode, or without a place", async () => {
    const patients = [
      patientBy({ id: "km", travel: { mode: "car", maxMinutes: null, maxKm: 20 } }),
      patientBy({ id: "bus", travel: { mode: "transit", maxMinutes: 30, maxKm: null } }),
      patientBy({ id: "nowhere", coordinates: null }),
      patientBy({ id: "paused", searchClosed: "paused" }),
    ];
    await given.exact.askRouters(given.ctx, world(patients), { forMs });
    expect(given.router.requests).toEqual([]);
  });

  test("are shared by neighbours, and asked in tables of a hundred at the most", async () => {
    const therapists = Array.from({ length: 230 }, (_, i) => therapistAt(`t${i}`, 1 + i / 5));
    const patients = [
      patientBy({ id: "a" }),
      patientBy({ id: "b", coordinates: { lat: 50.7754, lon: 6.0841 } }),
    ];
    given.router.answer(minutesBy(() => 29));
    expect(await given.exact.askRouters(given.ctx, world(patients, therapists), { forMs })).toEqual({
      asked: 1,
      left: 0,
    });
    const sizes = given.router.requests.map(({ url }) => url.split(";").length);
    expect(sizes).toEqual([100, 100, 33]);
  });

  test("of people who wait longer come first when time is short", async () => {
    const patients = [
      patientBy({ id: "new", waitingSince: "2026-11-01T00:00:00Z" }),
      patientBy({ id: "old", coordinates: north(1), waitingSince: "2026-01-01T00:00:00Z" }),
    ];
    const once: Answer = (response, request, body) =>
      setTimeout(() => minutesBy(() => 9)(response, request, body), 400);
    given.router.answer(once);
    expect(await given.exact.askRouters(given.ctx, world(patients), { forMs: 300 })).toEqual({
      asked: 1,
      left: 1,
    });
    const minutes = (await given.exact.loadExactMinutes(given.ctx, world(patients)))!;
    expect([minutes(0, 0, 0), minutes(1, 0, 0)]).toEqual([undefined, 9]);
    expect(await given.exact.askRouters(given.ctx, world(patients), { forMs })).toEqual({
      asked: 1,
      left: 0,
    });
  });
});

test("time binds within one home too: no question begins after it, and the rest is asked later", async () => {
  const therapists = Array.from({ length: 230 }, (_, i) => therapistAt(`t${i}`, 1 + i / 5));
  const snapshot = world([patientBy()], therapists);
  given.router.answer((...args) => void setTimeout(() => minutesBy(() => 29)(...args), 400));
  expect(await given.exact.askRouters(given.ctx, snapshot, { forMs: 300 })).toEqual({ asked: 0, left: 1 });
  expect(await given.exact.askRouters(given.ctx, snapshot, { forMs })).toEqual({ asked: 1, left: 0 });
  expect(given.router.requests.map(({ url }) => url.split(";").length)).toEqual([100, 100, 33]);
});

test("a router that takes few places at once is asked for fewer, and all are answered", async () => {
  const therapists = Array.from({ length: 60 }, (_, i) => therapistAt(`t${i}`, 1 + i / 2));
  const snapshot = world([patientBy()], therapists);
  given.router.answer((response, request, body) => {
    const isTooBig = request.url!.split(";").length > 20;
    (isTooBig ? json({ code: "TooBig" }, 400) : minutesBy(() => 29))(response, request, body);
  });
  expect(await given.exact.askRouters(given.ctx, snapshot, { forMs })).toEqual({ asked: 1, left: 0 });
  const minutes = (await given.exact.loadExactMinutes(given.ctx, snapshot))!;
  expect(therapists.map((_, t) => minutes(0, t, 0))).toEqual(therapists.map(() => 29));
  expect(given.router.requests.map(({ url }) => url.split(";").length)).toEqual([61, 31, 16, 16, 16, 16]);
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
  expect(await longest(() => given.exact.loadExactMinutes(given.ctx, snapshot))).toBeLessThan(3000);
  expect(await longest(() => given.exact.askRouters(given.ctx, snapshot, { forMs }))).toBeLessThan(3000);
});

test("the cache tells nobody where somebody lives: no place can be read in it", async () => {
  given.router.answer(minutesBy(() => 20));
  await given.exact.askRouters(given.ctx, world([patientBy()], [therapistAt("a", 4), therapistAt("b", 9)]), {
    forMs,
  });
  const rows = await given.ctx.db.execute(sql`select * from travel_times`);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/50\.7|6\.08|driving|car/);
  const [row] = await given.ctx.db.select().from(travelTimes);
  expect(Object.keys(row!.minutes)).toEqual(["50.811,6.084", "50.856,6.084"]);
});

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
import { matchingDay } from "@/tests/support/matching-records";
import {
  cellBefore,
  fitting,
  forMs,
  home,
  homesInARow,
  minutesBy,
  north,
  onlyFrom,
  patientBy,
  therapistAt,
  world,
} from "@/tests/support/routed-world";
import { explainPair } from "./explain-pair";

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

const dayMs = 24 * 60 * 60 * 1000;
const on = (day: number) => ({ ...ctx, now: new Date(matchingDay.getTime() + day * dayMs) });
/** When the pause after a failure is over. */
const soon = () => on(16 / (24 * 60));

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
    router.answer(minutesBy(() => 22));
    await exact.askRouters(soon(), world(), { forMs });
    expect((await exact.loadExactMinutes(soon(), world()))!(0, 0, 0)).toBe(22);
  });

  test("to five homes in a row, the rest of a run is not spent on it", async () => {
    router.answer(json({}, 500));
    await exact.askRouters(ctx, world(homesInARow(8)), { forMs });
    expect(router.requests).toHaveLength(5);
  });

  test("to one home, everybody behind it is asked about, and it comes last the next time", async () => {
    const snapshot = world(homesInARow(6));
    router.answer(
      onlyFrom(
        north(0),
        json({}, 500),
        minutesBy(() => 12),
      ),
    );
    expect(await exact.askRouters(ctx, snapshot, { forMs })).toMatchObject({ asked: 5, left: 0 });
    expect(router.requests).toHaveLength(6);
    const minutes = (await exact.loadExactMinutes(ctx, snapshot))!;
    expect([0, 1, 2, 3, 4, 5].map((p) => minutes(p, 0, 0))).toEqual([undefined, 12, 12, 12, 12, 12]);
    router.requests.length = 0;
    const more = world([...homesInARow(6), patientBy({ id: "new", coordinates: north(9) })]);
    await exact.askRouters(soon(), more, { forMs });
    expect(router.requests.map(({ url }) => /driving\/([^;]*);/.exec(url)![1])).toEqual([
      cellBefore(north(9)),
      cellBefore(north(0)),
    ]);
  });

  test("to many homes at the head of the queue, the next run gets past them", async () => {
    const snapshot = world(homesInARow(9));
    const good = onlyFrom(
      north(8),
      minutesBy(() => 12),
      json({}, 500),
    );
    router.answer(good);
    expect(await exact.askRouters(ctx, snapshot, { forMs })).toMatchObject({ asked: 0, left: 0 });
    await ctx.db.execute(sql`truncate service_gates`);
    router.answer((...args) =>
      onlyFrom(
        north(7),
        minutesBy(() => 12),
        good,
      )(...args),
    );
    expect(await exact.askRouters(soon(), snapshot, { forMs })).toMatchObject({ asked: 2, left: 0 });
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

  test("that no way leads somewhere is believed for a day only, minutes longer", async () => {
    const snapshot = world([patientBy()], [therapistAt("island", 10), therapistAt("near", 5)]);
    router.answer(minutesBy((km) => (km === 10 ? null : 12)));
    await exact.askRouters(ctx, snapshot, { forMs });
    const minutesOn = async (day: number) => {
      const minutes = await exact.loadExactMinutes(on(day), snapshot);
      return ["island", "near"].map((id) => minutes!(0, snapshot.therapists.indexById.get(id)!, 0));
    };
    expect(await minutesOn(0.9)).toEqual([Infinity, 12]);
    expect(await minutesOn(1.1)).toEqual([undefined, 12]);
    router.answer(minutesBy(() => 21));
    await exact.askRouters(on(1.1), snapshot, { forMs });
    expect(router.requests[1]!.url).toMatch(/driving\/6\.084,50\.775;6\.084,50\.865\?/);
    expect(await minutesOn(80)).toEqual([21, 12]);
    expect(await minutesOn(91)).toEqual([undefined, undefined]);
  });

  test("renewing what is doubtful keeps nobody waiting who was never asked about", async () => {
    const sites = [therapistAt("island", 10), therapistAt("near", 5)];
    const [old, recent] = [patientBy({ id: "old" }), patientBy({ id: "recent", coordinates: north(1) })];
    router.answer(minutesBy((km) => (km === 10 ? null : 12)));
    await exact.askRouters(ctx, world([old], sites), { forMs });
    const both = world([old, { ...recent, waitingSince: "2026-11-20T00:00:00Z" }], sites);
    await exact.askRouters(on(1.1), both, { forMs });
    const askedFrom = router.requests.map(({ url }) => /driving\/([^;]*);/.exec(url)![1]);
    expect(askedFrom).toEqual([home, north(1), home].map(cellBefore));
  });

  test("a home from which no way leads to the hundred nearest practices is left at that for a day", async () => {
    const therapists = Array.from({ length: 230 }, (_, i) => therapistAt(`t${i}`, 1 + i / 5));
    const snapshot = world([patientBy()], therapists.toReversed());
    router.answer(minutesBy(() => null));
    expect(await exact.askRouters(ctx, snapshot, { forMs })).toMatchObject({ asked: 1, left: 0 });
    await exact.askRouters(on(0.9), snapshot, { forMs });
    expect(router.requests).toHaveLength(1);
    expect(router.requests[0]!.url).toMatch(/driving\/6\.084,50\.775;6\.084,50\.784;6\.084,50\.786;/);
    const minutes = (await exact.loadExactMinutes(ctx, snapshot))!;
    expect(therapists.filter((_, t) => minutes(0, t, 0) !== undefined)).toEqual([]);
    router.answer(minutesBy(() => 29));
    await exact.askRouters(on(1.1), snapshot, { forMs });
    const mended = (await exact.loadExactMinutes(on(1.1), snapshot))!;
    expect(therapists.filter((_, t) => mended(0, t, 0) !== 29)).toEqual([]);
  });

  test("what another router said before does not count", async () => {
    router.answer(minutesBy((km) => (km === 10 ? null : 12)));
    const snapshot = world([patientBy()], [therapistAt("island", 10), therapistAt("near", 5)]);
    await exact.askRouters(ctx, snapshot, { forMs });
    process.env.ROUTER_CAR_URL = `${router.url}other/table/v1/driving`;
    vi.resetModules();
    const anew = await import("./exact-minutes");
    const minutesNow = async () => {
      const minutes = (await anew.loadExactMinutes(ctx, snapshot))!;
      return [minutes(0, 0, 0), minutes(0, 1, 0)];
    };
    expect(await minutesNow()).toEqual([undefined, undefined]);
    router.answer(minutesBy(() => 23));
    await anew.askRouters(ctx, snapshot, { forMs });
    expect(await minutesNow()).toEqual([23, 23]);
  });

  test("a failure is remembered also where older answers have expired, and does not bring them back", async () => {
    router.answer(minutesBy(() => 22));
    await exact.askRouters(ctx, world(), { forMs });
    await ctx.db.update(travelTimes).set({ expiresAt: new Date(matchingDay.getTime() - 1000) });
    router.answer(json({}, 500));
    await exact.askRouters(ctx, world(), { forMs });
    await exact.askRouters(ctx, world(), { forMs });
    expect(router.requests).toHaveLength(2);
    expect((await exact.loadExactMinutes(ctx, world()))!(0, 0, 0)).toBeUndefined();
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

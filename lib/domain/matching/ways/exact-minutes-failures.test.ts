import { describe, expect, test, vi } from "vitest";
import { sql } from "drizzle-orm";
import { travelTimes } from "@/db/schema";
import { type Answer, hang, json } from "@/tests/support/foreign-server";
import { matchingDay } from "@/tests/support/matching-records";
import {
  cellBefore,
  exactFor,
  fitting,
  forMs,
  home,
  homesInARow,
  minutesBy,
  north,
  onlyFrom,
  patientBy,
  therapistAt,
  routedWorld,
  world,
} from "@/tests/support/routed-world";
import { explainPair } from "../fits/explain-pair";

const given = routedWorld();

const dayMs = 24 * 60 * 60 * 1000;
const on = (day: number) => ({ ...given.ctx, now: new Date(matchingDay.getTime() + day * dayMs) });
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
    given.router.answer(answer);
    const snapshot = world();
    await given.exact.askRouters(given.ctx, snapshot, { forMs });
    const minutes = await given.exact.loadExactMinutes(given.ctx, snapshot);
    expect(minutes!(0, 0, 0)).toBeUndefined();
    expect(fitting(snapshot, minutes)).toEqual([["near", estimate]]);
    const { rules } = explainPair(snapshot, 0, 0, "de", { exactMinutes: minutes });
    expect(rules.find(({ rule }) => rule === "distance")!.sentence).toContain("(geschätzt)");
  });

  test("a failed question is not repeated at once, but soon", async () => {
    given.router.answer(json({}, 500));
    await given.exact.askRouters(given.ctx, world(), { forMs });
    await given.exact.askRouters(given.ctx, world(), { forMs });
    expect(given.router.requests).toHaveLength(1);
    given.router.answer(minutesBy(() => 22));
    await given.exact.askRouters(soon(), world(), { forMs });
    expect((await given.exact.loadExactMinutes(soon(), world()))!(0, 0, 0)).toBe(22);
  });

  test("to five homes in a row, the rest of a run is not spent on it", async () => {
    given.router.answer(json({}, 500));
    await given.exact.askRouters(given.ctx, world(homesInARow(8)), { forMs });
    expect(given.router.requests).toHaveLength(5);
  });

  test("to one home, everybody behind it is asked about, and it comes last the next time", async () => {
    const snapshot = world(homesInARow(6));
    given.router.answer(
      onlyFrom(
        north(0),
        json({}, 500),
        minutesBy(() => 12),
      ),
    );
    expect(await given.exact.askRouters(given.ctx, snapshot, { forMs })).toEqual({ asked: 5, left: 0 });
    expect(given.router.requests).toHaveLength(6);
    const minutes = (await given.exact.loadExactMinutes(given.ctx, snapshot))!;
    expect([0, 1, 2, 3, 4, 5].map((p) => minutes(p, 0, 0))).toEqual([undefined, 12, 12, 12, 12, 12]);
    given.router.requests.length = 0;
    const more = world([...homesInARow(6), patientBy({ id: "new", coordinates: north(9) })]);
    await given.exact.askRouters(soon(), more, { forMs });
    expect(given.router.requests.map(({ url }) => /driving\/([^;]*);/.exec(url)![1])).toEqual([
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
    given.router.answer(good);
    expect(await given.exact.askRouters(given.ctx, snapshot, { forMs })).toEqual({ asked: 0, left: 0 });
    await given.ctx.db.execute(sql`truncate service_gates`);
    given.router.answer((...args) =>
      onlyFrom(
        north(7),
        minutesBy(() => 12),
        good,
      )(...args),
    );
    expect(await given.exact.askRouters(soon(), snapshot, { forMs })).toEqual({ asked: 2, left: 0 });
  });

  test("that hangs holds a page up for three seconds, no longer", async () => {
    given.router.answer(hang);
    const startedAt = Date.now();
    const minutes = await given.exact.exactMinutesFor(given.ctx, world());
    expect(Date.now() - startedAt).toBeLessThan(4000);
    expect(minutes!(0, 0, 0)).toBeUndefined();
    given.router.dropAll();
    await vi.waitFor(async () => expect(await given.ctx.db.$count(travelTimes)).toBe(1));
  });

  test("a place that no way leads to is too far also when it is asked about alone, later", async () => {
    const sites = [therapistAt("island", 10), therapistAt("near", 5)];
    given.router.answer(minutesBy((km) => (km === 10 ? null : 12)));
    await given.exact.askRouters(given.ctx, world([patientBy()], [sites[1]!]), { forMs });
    await given.exact.askRouters(given.ctx, world([patientBy()], sites), { forMs });
    expect(given.router.requests).toHaveLength(2);
    const minutes = await given.exact.loadExactMinutes(given.ctx, world([patientBy()], sites));
    expect(fitting(world([patientBy()], sites), minutes)).toEqual([["near", 12]]);
  });

  test("that no way leads somewhere is believed for a day only, minutes longer", async () => {
    const snapshot = world([patientBy()], [therapistAt("island", 10), therapistAt("near", 5)]);
    given.router.answer(minutesBy((km) => (km === 10 ? null : 12)));
    await given.exact.askRouters(given.ctx, snapshot, { forMs });
    const minutesOn = async (day: number) => {
      const minutes = await given.exact.loadExactMinutes(on(day), snapshot);
      return ["island", "near"].map((id) => minutes!(0, snapshot.therapists.indexById.get(id)!, 0));
    };
    expect(await minutesOn(0.9)).toEqual([Infinity, 12]);
    expect(await minutesOn(1.1)).toEqual([undefined, 12]);
    given.router.answer(minutesBy(() => 21));
    await given.exact.askRouters(on(1.1), snapshot, { forMs });
    expect(given.router.requests[1]!.url).toMatch(/driving\/6\.084,50\.775;6\.084,50\.865\?/);
    expect(await minutesOn(80)).toEqual([21, 12]);
    expect(await minutesOn(91)).toEqual([undefined, undefined]);
  });

  test("renewing what is doubtful keeps nobody waiting who was never asked about", async () => {
    const sites = [therapistAt("island", 10), therapistAt("near", 5)];
    const [old, recent] = [patientBy({ id: "old" }), patientBy({ id: "recent", coordinates: north(1) })];
    given.router.answer(minutesBy((km) => (km === 10 ? null : 12)));
    await given.exact.askRouters(given.ctx, world([old], sites), { forMs });
    const both = world([old, { ...recent, waitingSince: "2026-11-20T00:00:00Z" }], sites);
    await given.exact.askRouters(on(1.1), both, { forMs });
    const askedFrom = given.router.requests.map(({ url }) => /driving\/([^;]*);/.exec(url)![1]);
    expect(askedFrom).toEqual([home, north(1), home].map(cellBefore));
  });

  test("a home from which no way leads to the hundred nearest practices is left at that for a day", async () => {
    const therapists = Array.from({ length: 230 }, (_, i) => therapistAt(`t${i}`, 1 + i / 5));
    const snapshot = world([patientBy()], therapists.toReversed());
    given.router.answer(minutesBy(() => null));
    expect(await given.exact.askRouters(given.ctx, snapshot, { forMs })).toEqual({ asked: 1, left: 0 });
    await given.exact.askRouters(on(0.9), snapshot, { forMs });
    expect(given.router.requests).toHaveLength(1);
    expect(given.router.requests[0]!.url).toMatch(/driving\/6\.084,50\.775;6\.084,50\.784;6\.084,50\.786;/);
    const minutes = (await given.exact.loadExactMinutes(given.ctx, snapshot))!;
    expect(therapists.filter((_, t) => minutes(0, t, 0) !== undefined)).toEqual([]);
    given.router.answer(minutesBy(() => 29));
    await given.exact.askRouters(on(1.1), snapshot, { forMs });
    const mended = (await given.exact.loadExactMinutes(on(1.1), snapshot))!;
    expect(therapists.filter((_, t) => mended(0, t, 0) !== 29)).toEqual([]);
  });

  test("what another router said before does not count", async () => {
    given.router.answer(minutesBy((km) => (km === 10 ? null : 12)));
    const snapshot = world([patientBy()], [therapistAt("island", 10), therapistAt("near", 5)]);
    await given.exact.askRouters(given.ctx, snapshot, { forMs });
    const anew = await exactFor(`${given.router.url}other/table/v1/driving`);
    const minutesNow = async () => {
      const minutes = (await anew.loadExactMinutes(given.ctx, snapshot))!;
      return [minutes(0, 0, 0), minutes(0, 1, 0)];
    };
    expect(await minutesNow()).toEqual([undefined, undefined]);
    given.router.answer(minutesBy(() => 23));
    await anew.askRouters(given.ctx, snapshot, { forMs });
    expect(await minutesNow()).toEqual([23, 23]);
  });

  test("a failure is remembered also where older answers have expired, and does not bring them back", async () => {
    given.router.answer(minutesBy(() => 22));
    await given.exact.askRouters(given.ctx, world(), { forMs });
    await given.ctx.db.update(travelTimes).set({ expiresAt: new Date(matchingDay.getTime() - 1000) });
    given.router.answer(json({}, 500));
    await given.exact.askRouters(given.ctx, world(), { forMs });
    await given.exact.askRouters(given.ctx, world(), { forMs });
    expect(given.router.requests).toHaveLength(2);
    expect((await given.exact.loadExactMinutes(given.ctx, world()))!(0, 0, 0)).toBeUndefined();
  });

  test("a place that no way leads to is too far, and it is said so", async () => {
    const snapshot = world([patientBy()], [therapistAt("island", 10), therapistAt("near", 5)]);
    given.router.answer(minutesBy((km) => (km === 10 ? null : 12)));
    const minutes = await given.exact.exactMinutesFor(given.ctx, snapshot);
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

import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { systemOn } from "@/tests/support/factories";
import {
  type Answer,
  type ForeignServer,
  brokenAnswers,
  drip,
  hang,
  json,
  startForeignServer,
} from "@/tests/support/foreign-server";
import { ServiceUnavailable, isOwnServer } from "./ask-service";
import { motisMinutes } from "./motis-one-to-many";
import { osrmMinutes } from "./osrm-table";
import { noWay } from "./routed-minutes";

let database: TestDatabase;
let ctx: Context;
let server: ForeignServer | undefined;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db, new Date("2026-11-25T12:00:00Z"));
});
afterAll(() => database.drop());
afterEach(() => server?.close());

const aachen = { lat: 50.776, lon: 6.084 };
const sites = [
  { lat: 50.768, lon: 6.09 },
  { lat: 50.801, lon: 6.12 },
];

/** A waypoint as osrm-routed writes it. */
const waypoint = (distance = 4.15, name = "Probeweg") => ({ distance, name, location: [6.084, 50.776] });
const table = (
  durations: unknown[],
  destinations = durations.map(() => waypoint()),
  source = waypoint(),
) => ({
  code: "Ok",
  durations: [durations],
  sources: [source],
  destinations,
});
async function osrm(answer: Answer, to = sites) {
  server = await startForeignServer(answer);
  return osrmMinutes(ctx, `${server.url}table/v1/driving`, aachen, to);
}

describe("an OSRM table", () => {
  test("gives minutes in the order of the question, the start left out", async () => {
    expect(await osrm(json(table([0, 390, 1254.6])))).toEqual([6.5, 20.91]);
    expect(server!.requests[0]).toMatchObject({
      method: "GET",
      url: "/table/v1/driving/6.084,50.776;6.09,50.768;6.12,50.801?sources=0&generate_hints=false",
    });
    expect(server!.requests[0]!.headers["user-agent"]).toMatch(/^Lotse \(.+\)$/);
  });

  test("may do without waypoints", async () => {
    expect(await osrm(json({ code: "Ok", durations: [[0, 60, 120]] }))).toEqual([1, 2]);
  });

  test("with an empty field knows no way there", async () => {
    expect(await osrm(json(table([0, null, 600])))).toEqual([noWay, 10]);
  });

  test("that moved a place to a far street does not know it", async () => {
    expect(await osrm(json(table([0, 0, 600], [waypoint(), waypoint(250_000), waypoint()])))).toEqual([
      null,
      10,
    ]);
    const elsewhere = table([0, 0, 0], undefined, waypoint(250_000));
    expect(await osrm(json(elsewhere))).toEqual([null, null]);
  });

  test.each(["NoTable", "NoSegment", "InvalidQuery", "InvalidValue", "NotImplemented"])(
    "that answers %s says nothing, and is no broken server",
    async (code) => {
      expect(await osrm(json({ code, message: "Query string malformed close to position 12" }, 400))).toEqual(
        [null, null],
      );
      for (let i = 0; i < 6; i++) await osrmMinutes(ctx, `${server!.url}table/v1/driving`, aachen, sites);
      expect(server!.requests).toHaveLength(7);
    },
  );

  test("that takes fewer places at once says so; with a single one it says nothing", async () => {
    const tooBig = json({ code: "TooBig", message: "Too many table coordinates" }, 400);
    expect(await osrm(tooBig)).toBe("too-many");
    expect(await osrm(tooBig, sites.slice(0, 1))).toEqual([null]);
  });

  test.each([
    ...brokenAnswers,
    ["a table of another size", json(table([0, 1]))],
    [
      "two rows",
      json({
        code: "Ok",
        durations: [
          [0, 1, 2],
          [1, 0, 2],
        ],
      }),
    ],
    ["negative times", json(table([0, -5, 5]))],
    ["texts for numbers", json(table([0, "5", 5]))],
    ["success without a table", json({ code: "Ok" })],
  ] as [string, Answer][])("with %s is no answer, never a short way", async (_, answer) => {
    await expect(osrm(answer)).rejects.toBeInstanceOf(ServiceUnavailable);
  });

  test("that says when to come again is not asked before", async () => {
    await expect(osrm(json({}, 429, { "retry-after": "60" }))).rejects.toMatchObject({ wasAsked: true });
    server!.answer(json(table([0, 60, 60])));
    const again = osrmMinutes(ctx, `${server!.url}table/v1/driving`, aachen, sites);
    await expect(again).rejects.toMatchObject({ wasAsked: false });
    expect(server!.requests).toHaveLength(1);
  });
});

const places = (...transit: unknown[][]) => ({
  street_durations: transit.map(() => ({})),
  transit_durations: transit,
});
async function motis(answer: Answer, to = sites, at = ctx.now) {
  server = await startForeignServer(answer);
  const url = `${server.url}api/experimental/one-to-many-intermodal`;
  return motisMinutes({ ...ctx, now: at }, url, aachen, to);
}

describe("MOTIS", () => {
  test("gives the quickest connection, on foot where that is quicker", async () => {
    const answer = {
      street_durations: [{ duration: 600 }, {}],
      transit_durations: [
        [{ duration: 1080, transfers: 0 }],
        [
          { duration: 2400, transfers: 0 },
          { duration: 1500, transfers: 2 },
        ],
      ],
    };
    expect(await motis(json(answer))).toEqual([10, 25]);
    const { method, url, body } = server!.requests[0]!;
    expect([method, url]).toEqual(["POST", "/api/experimental/one-to-many-intermodal"]);
    expect(JSON.parse(body)).toMatchObject({
      one: "50.776,6.084",
      many: ["50.768,6.09", "50.801,6.12"],
      time: "2026-12-01T08:00:00Z",
      arriveBy: false,
      // Minutes for the whole way, seconds for its parts.
      maxTravelTime: 240,
      maxPreTransitTime: 1800,
      maxPostTransitTime: 1800,
      maxDirectTime: 3600,
    });
  });

  test("is asked about a working day, over the holidays too", async () => {
    await motis(json(places([], [])), sites, new Date("2029-12-20T12:00:00Z"));
    expect(JSON.parse(server!.requests[0]!.body)).toMatchObject({ time: "2030-01-08T08:00:00Z" });
  });

  test.each([
    ["without any connection", [{}, {}]],
    ["that knows no streets", undefined],
    ["with distances", [{ distance: 900 }, { duration: 1200, distance: 1500 }]],
  ])("%s to a place knows no way there", async (_, streets) => {
    const answer = { ...places([], [{ duration: 900, transfers: 1 }]), street_durations: streets };
    expect(await motis(json(answer))).toEqual([noWay, 15]);
  });

  test("without a connection to anywhere has an old timetable: only ways on foot are believed", async () => {
    expect(await motis(json({ ...places([], []), street_durations: [{ duration: 600 }, {}] }))).toEqual([
      10,
      null,
    ]);
  });

  test("that takes fewer places at once says so, and is no broken server; with a single one it says nothing", async () => {
    const message = "number of many locations too high (2 > 1). The server admin can change this limit";
    expect(await motis(json({ error: message }, 422))).toBe("too-many");
    const ask = (to: typeof sites) => motisMinutes(ctx, server!.url, aachen, to);
    for (let i = 0; i < 6; i++) expect(await ask(sites)).toBe("too-many");
    expect(await ask(sites.slice(0, 1))).toEqual([null]);
  });

  test.each([
    ...brokenAnswers,
    ["too few places", json({ street_durations: [{}], transit_durations: [[]] })],
    ["too many ways on foot", json({ ...places([], []), street_durations: [{}, {}, {}] })],
    ["null for a place", json({ street_durations: [{}, {}], transit_durations: [null, []] })],
    ["null for a way on foot", json({ ...places([], []), street_durations: [null, {}] })],
    ["a connection without its time", json(places([], [{ transfers: 1 }]))],
    ["negative times", json(places([], [{ duration: -60, transfers: 0 }]))],
    ["an error and success", json({ error: "number of many locations too high" })],
    ["a refusal without a reason", json("<html>Unprocessable</html>", 422)],
    ["a place it cannot read", json({ error: "x is not a valid geo coordinate" }, 400)],
    ["an unknown address", json({ error: "Not found" }, 404)],
    ["no timetable", json({ street_durations: [{ duration: 60 }, {}] })],
    ["the minutes of the street service", json([{ duration: 1 }, { duration: 2 }])],
  ] as [string, Answer][])("with %s is no answer, never a short way", async (_, answer) => {
    await expect(motis(answer)).rejects.toBeInstanceOf(ServiceUnavailable);
  });
});

describe.each([
  ["OSRM", osrm],
  ["MOTIS", motis],
])("%s", (_, ask) => {
  test.each([
    ["hangs", hang],
    ["sends one byte now and then without end", drip],
  ])("that %s is given up after its time", async (_, answer) => {
    const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.timeout(150));
    await expect(ask(answer)).rejects.toBeInstanceOf(ServiceUnavailable);
    expect(timeout).toHaveBeenCalledWith(20_000);
    timeout.mockRestore();
  });
});

test.each([
  ["localhost", true],
  ["osrm-car", true],
  ["127.0.0.1", true],
  ["10.1.2.3", true],
  ["172.20.0.5", true],
  ["192.168.1.9", true],
  ["[::1]", true],
  ["[fd12:3456::1]", true],
  ["router.internal", true],
  ["172.32.0.1", false],
  ["routing.openstreetmap.de", false],
  ["nominatim.openstreetmap.org", false],
  ["8.8.8.8", false],
  ["[2001:db8::1]", false],
  ["10.example.org", false],
])("%s is a server of one's own: %s", (host, own) => expect(isOwnServer(host)).toBe(own));

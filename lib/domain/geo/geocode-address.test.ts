import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { outbox, patients } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenTherapist, systemOn } from "@/tests/support/factories";
import {
  type Answer,
  type ForeignServer,
  brokenAnswers,
  drip,
  hang,
  json,
  startForeignServer,
} from "@/tests/support/foreign-server";

let database: TestDatabase;
let ctx: Context;
let server: ForeignServer | undefined;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db);
});
afterAll(() => database.drop());
afterEach(() => {
  server?.close();
  delete process.env.GEOCODER_URL;
});

/** A geocoder that answers as `answer` says; the modules are loaded anew, since the address is read once. */
async function withGeocoder(answer: Answer) {
  server = await startForeignServer(answer);
  process.env.GEOCODER_URL = server.url;
  vi.resetModules();
  return import("./geocode-address");
}

/** As Nominatim writes a house in the format jsonv2. */
const house = (lat = "50.7753", lon = "6.0839", more = {}) => ({
  place_id: 1234567,
  licence: "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright",
  osm_type: "node",
  osm_id: 1234567890,
  lat,
  lon,
  category: "place",
  type: "house",
  place_rank: 30,
  importance: 0.0000625,
  addresstype: "place",
  name: "",
  display_name: "3, Ortlose Gasse, Aachen, Nordrhein-Westfalen, 52062, Deutschland",
  boundingbox: ["50.7752", "50.7754", "6.0838", "6.0840"],
  ...more,
});

let street = 0;
/** Each with an address of its own, so that the cache of one test does not answer another. */
async function givenUnplaced() {
  street += 1;
  const address = {
    street: `Ortlose Gasse ${street}`,
    houseNumber: "3",
    postalCode: "52062",
    city: "Aachen",
  };
  const { id } = await givenPatient(ctx, { coordinates: null, address });
  await ctx.db
    .update(patients)
    .set({ lat: null, lon: null, coordinateSource: "none" })
    .where(eq(patients.id, id));
  return id;
}
const placeOf = async (id: string) => {
  const [row] = await ctx.db.select().from(patients).where(eq(patients.id, id));
  return { lat: row!.lat, lon: row!.lon, source: row!.coordinateSource };
};

describe("placing an address", () => {
  test("takes the geocoder's answer, and asks only once for the same address", async () => {
    const { geocodeAddress } = await withGeocoder(json([house()]));
    const id = await givenUnplaced();
    await geocodeAddress(ctx, { subject: "patient", subjectId: id });
    await ctx.db
      .update(patients)
      .set({ lat: null, lon: null, coordinateSource: "none" })
      .where(eq(patients.id, id));
    await geocodeAddress(ctx, { subject: "patient", subjectId: id });
    expect(await placeOf(id)).toEqual({ lat: 50.7753, lon: 6.0839, source: "geocoder" });
    const { requests } = server!;
    expect(requests).toHaveLength(1);
    expect(requests[0]!.url).toMatch(/^\/search\?.*postalcode=52062/);
    expect(requests[0]!.headers["user-agent"]).toMatch(/^Lotse \(.+\)$/);
  });

  test.each<[string, Answer, boolean]>([
    ["an empty answer", json([]), true],
    ["a question it does not understand", json({ error: { code: 400, message: "Bad" } }, 400), true],
    ["an error that means it found nothing", json({ error: "Unable to geocode" }), true],
    ["any other error in place of places", json({ error: "Bandwidth limit exceeded" }), false],
    ["a page that says error", json("<html><h1>503 Backend fetch failed</h1></html>", 503), false],
    ["a town instead of a street", json([house("50.7763", "6.0836", { place_rank: 16 })]), true],
    ["a street of the same name far away", json([house("48.137", "11.575")]), true],
    ["a place in the sea", json([house("0", "0")]), true],
    ["coordinates that are none", json([house("north", "6")]), false],
    ...brokenAnswers.map(([name, answer]): [string, Answer, boolean] => [name, answer, false]),
  ])(
    "%s falls back to the postcode's centroid, marked as such, and is asked again unless it answered",
    async (_, answer, isFinal) => {
      const { geocodeAddress } = await withGeocoder(answer);
      const id = await givenUnplaced();
      const placing = geocodeAddress(ctx, { subject: "patient", subjectId: id });
      if (isFinal) expect(await placing).toBe("postcode");
      else await expect(placing).rejects.toMatchObject({ code: "unavailable" });
      const place = await placeOf(id);
      expect(place.source).toBe("postcode");
      expect(Math.abs(place.lat! - 50.77)).toBeLessThan(0.05);
    },
  );

  test.each([
    ["hangs", hang],
    ["sends one byte now and then without end", drip],
  ])(
    "a geocoder that %s holds nobody up: after its time the address stands at its postcode",
    async (_, answer) => {
      const short = AbortSignal.timeout(150);
      const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(short);
      const { geocodeAddress } = await withGeocoder(answer);
      const id = await givenUnplaced();
      const placing = geocodeAddress(ctx, { subject: "patient", subjectId: id });
      await expect(placing).rejects.toMatchObject({ code: "unavailable" });
      expect((await placeOf(id)).source).toBe("postcode");
      expect(timeout).toHaveBeenCalledWith(8000);
      timeout.mockRestore();
    },
  );

  test("coordinates of the source stay, and nobody is asked", async () => {
    const { geocodeAddress } = await withGeocoder(json([house("51", "7")]));
    const { id } = await givenPatient(ctx, { coordinates: { lat: 50.7, lon: 6.1 } });
    expect(await geocodeAddress(ctx, { subject: "patient", subjectId: id })).toBe("source");
    expect(await placeOf(id)).toEqual({ lat: 50.7, lon: 6.1, source: "source" });
    expect(server!.requests).toEqual([]);
  });

  test.each<[string, Answer]>([
    ["knows another place", json([house()])],
    ["does not know the address", json([])],
    ["fails", json({}, 500)],
  ])("coordinates of the source that come while a geocoder is asked stay when it %s", async (_, answer) => {
    const id = await givenUnplaced();
    const { geocodeAddress } = await withGeocoder((response, request, body) => {
      const theirs = { lat: 50.7, lon: 6.1, coordinateSource: "source" as const };
      void ctx.db
        .update(patients)
        .set(theirs)
        .where(eq(patients.id, id))
        .then(() => answer(response, request, body));
    });
    expect(await geocodeAddress(ctx, { subject: "patient", subjectId: id })).toBe("source");
    expect(server!.requests).toHaveLength(1);
    expect(await placeOf(id)).toEqual({ lat: 50.7, lon: 6.1, source: "source" });
  });

  test("an address that changes while a geocoder is asked does not get the old one's place", async () => {
    const id = await givenUnplaced();
    const { geocodeAddress } = await withGeocoder((response, request, body) => {
      void ctx.db
        .update(patients)
        .set({ street: "Neue Gasse" })
        .where(eq(patients.id, id))
        .then(() => json([house()])(response, request, body));
    });
    expect(await geocodeAddress(ctx, { subject: "patient", subjectId: id })).toBe("none");
    expect(await placeOf(id)).toEqual({ lat: null, lon: null, source: "none" });
  });

  test("an unknown postcode has no place, never a wrong one", async () => {
    vi.resetModules();
    const { geocodeAddress } = await import("./geocode-address");
    const { id } = await givenPatient(ctx, {
      coordinates: null,
      address: { street: "", houseNumber: "", postalCode: "00000", city: "" },
    });
    expect(await geocodeAddress(ctx, { subject: "patient", subjectId: id })).toBe("none");
    expect(await placeOf(id)).toEqual({ lat: null, lon: null, source: "none" });
  });
});

describe("addresses that only their postcode places", () => {
  /** What a sweep announced, counted by id. */
  async function sweep(at = ctx) {
    await ctx.db.delete(outbox);
    const { sweepAddresses } = await import("./sweep-addresses");
    const announced = await sweepAddresses(at);
    const rows = await ctx.db.select().from(outbox).where(eq(outbox.name, "address/changed"));
    expect(rows).toHaveLength(announced);
    return rows.map((row) => row.data.subjectId);
  }
  const later = (days: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) });

  test("are asked about again once a geocoder is there, until it has answered", async () => {
    vi.resetModules();
    const { geocodeAddress } = await import("./geocode-address");
    const id = await givenUnplaced();
    await geocodeAddress(ctx, { subject: "patient", subjectId: id });
    expect((await placeOf(id)).source).toBe("postcode");
    expect(await sweep()).toEqual([]);
    const withServer = await withGeocoder(json([]));
    expect(await sweep()).toContain(id);
    await withServer.geocodeAddress(ctx, { subject: "patient", subjectId: id });
    expect(await sweep()).not.toContain(id);
    expect(await sweep(later(31))).toContain(id);
    server!.answer(json([house()]));
    await withServer.geocodeAddress(later(31), { subject: "patient", subjectId: id });
    expect((await placeOf(id)).source).toBe("geocoder");
    expect(await sweep(later(90))).not.toContain(id);
  });

  test("of practices are asked about too; without a street, or placed by the directory, they are not", async () => {
    const site = (street: string, coordinates: { lat: number; lon: number } | null) => ({
      address: { street, houseNumber: "1", postalCode: "52062", city: "Aachen" },
      coordinates,
      stepFree: "unknown" as const,
    });
    const sites = [
      site("Ortlose Allee", null),
      site("", null),
      site("Bekannte Allee", { lat: 50.77, lon: 6.1 }),
    ];
    const therapist = await givenTherapist(ctx, { locations: sites });
    await withGeocoder(json([]));
    const announced = await sweep();
    const { locations } = await import("@/db/schema");
    const rows = await ctx.db.select().from(locations).where(eq(locations.therapistId, therapist.id));
    expect(rows.filter((row) => announced.includes(row.id)).map((row) => row.street)).toEqual([
      "Ortlose Allee",
    ]);
  });
});

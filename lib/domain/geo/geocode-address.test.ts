import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { patients } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, systemOn } from "@/tests/support/factories";

let database: TestDatabase;
let ctx: Context;
let server: Server;
let requests: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db);
});
afterAll(() => database.drop());
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  delete process.env.GEOCODER_URL;
  requests = [];
});

/** A geocoder that answers as `answer` says; the modules are loaded anew, since the address is read once. */
async function withGeocoder(answer: (response: ServerResponse, request: IncomingMessage) => void) {
  server = createServer((request, response) => {
    requests.push(request.url ?? "");
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.GEOCODER_URL = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
  vi.resetModules();
  return import("./geocode-address");
}

const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse) => {
    response
      .writeHead(status, { "content-type": "application/json" })
      .end(typeof body === "string" ? body : JSON.stringify(body));
  };
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
  return (await givenPatient(ctx, { coordinates: null, address })).id;
}
const placeOf = async (id: string) => {
  const [row] = await ctx.db.select().from(patients).where(eq(patients.id, id));
  return { lat: row!.lat, lon: row!.lon, source: row!.coordinateSource };
};

describe("placing an address", () => {
  test("takes the geocoder's answer, and asks only once for the same address", async () => {
    const { geocodeAddress } = await withGeocoder(json([{ lat: "50.7753", lon: "6.0839" }]));
    const id = await givenUnplaced();
    await geocodeAddress(ctx, { subject: "patient", subjectId: id });
    await ctx.db
      .update(patients)
      .set({ lat: null, lon: null, coordinateSource: "none" })
      .where(eq(patients.id, id));
    await geocodeAddress(ctx, { subject: "patient", subjectId: id });
    expect(await placeOf(id)).toEqual({ lat: 50.7753, lon: 6.0839, source: "geocoder" });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toContain("postalcode=52062");
  });

  test.each<[string, (response: ServerResponse) => void, boolean]>([
    ["an empty answer", json([]), true],
    ["too many requests", json({ error: "slow down" }, 429), false],
    ["an error", json("<html>", 500), false],
    ["nonsense", json("{"), false],
    ["a place outside Germany", json([{ lat: "0", lon: "0" }]), false],
    ["a broken connection", (response) => response.destroy(), false],
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

  test("a geocoder that hangs holds nobody up for more than ten seconds", async () => {
    const { geocodeAddress } = await withGeocoder(() => {});
    const id = await givenUnplaced();
    const startedAt = Date.now();
    const placing = geocodeAddress(ctx, { subject: "patient", subjectId: id });
    await expect(placing).rejects.toMatchObject({ code: "unavailable" });
    expect((await placeOf(id)).source).toBe("postcode");
    expect(Date.now() - startedAt).toBeLessThan(12_000);
  }, 20_000);

  test("coordinates of the source stay, and nobody is asked", async () => {
    const { geocodeAddress } = await withGeocoder(json([{ lat: "51", lon: "7" }]));
    const { id } = await givenPatient(ctx, { coordinates: { lat: 50.7, lon: 6.1 } });
    expect(await geocodeAddress(ctx, { subject: "patient", subjectId: id })).toBe("source");
    expect(await placeOf(id)).toEqual({ lat: 50.7, lon: 6.1, source: "source" });
    expect(requests).toEqual([]);
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

import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { inquiryItems } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { type ForeignServer, json, startForeignServer } from "@/tests/support/foreign-server";

let database: TestDatabase;
let ctx: Context;
let router: ForeignServer;
beforeAll(async () => {
  database = await createTestDatabase();
  router = await startForeignServer(json({}, 500));
});
afterAll(async () => {
  delete process.env.ROUTER_CAR_URL;
  router.close();
  await database.drop();
});

/** The environment is read once, so the modules are loaded anew. */
async function withRouter() {
  process.env.ROUTER_CAR_URL = `${router.url}table/v1/driving`;
  vi.resetModules();
  const factories = await import("@/tests/support/factories");
  ctx = factories.systemOn(database.db);
  const { runMatching } = await import("./run-matching");
  const { requestMatchingRun } = await import("./request-run");
  const { getLatestRun } = await import("./get-latest-run");
  const { explainProposal } = await import("./explain-proposal");
  const { findTherapistsFor } = await import("./find-therapists-for");
  const { findPatientsFor } = await import("./find-patients-for");
  const { patientIdsNear } = await import("./patients-near");
  const run = async () => runMatching(ctx, (await requestMatchingRun(ctx)).runId);
  return {
    ...factories,
    run,
    getLatestRun,
    explainProposal,
    patientIdsNear,
    findTherapistsFor,
    findPatientsFor,
  };
}

test("a run decides by the router's minutes, stores them as exact, and an estimate as an estimate", async () => {
  const lotse = await withRouter();
  const { givenPatient, givenTherapist, run, getLatestRun, explainProposal, patientIdsNear } = lotse;
  const { findTherapistsFor, findPatientsFor } = lotse;
  const site = (lat: number) => ({
    address: { street: "Testallee", houseNumber: "2", postalCode: "52064", city: "Aachen" },
    coordinates: { lat, lon: 6.084 },
    stepFree: "unknown" as const,
  });
  // Far by the estimate, but a motorway leads there; near, but across a river; and one by bus, for which nobody asks.
  const quick = await givenTherapist(ctx, { locations: [site(51.05)] });
  const slow = await givenTherapist(ctx, { locations: [site(50.8)] });
  const driver = await givenPatient(ctx);
  const rider = await givenPatient(ctx, { travel: { mode: "transit", maxMinutes: 30, maxKm: null } });
  router.answer((response, request) => {
    const places = decodeURI(request.url!)
      .replace(/^.*driving\/|\?.*$/g, "")
      .split(";");
    const minutes = (place: string) => (place.endsWith("51.05") ? 24 : place.endsWith("50.8") ? 55 : 0);
    json({ code: "Ok", durations: [places.map((place) => minutes(place) * 60)] })(response, request, "");
  });
  expect(await run()).toMatchObject({ proposals: 2 });
  expect((await getLatestRun(ctx))!.estimatedBecause).toBeNull();
  const items = await ctx.db.select().from(inquiryItems);
  const itemOf = (searchId: string) => items.find((item) => item.searchId === searchId)!;
  expect(items).toHaveLength(2);
  expect(itemOf(driver.searchId)).toMatchObject({ travelMinutes: 24, travelEstimated: false });
  expect(itemOf(rider.searchId)).toMatchObject({ travelEstimated: true });
  expect(itemOf(rider.searchId).travelMinutes).toBeLessThan(30);
  expect(router.requests).toHaveLength(1);
  const explained = await explainProposal(ctx, itemOf(driver.searchId).inquiryId, "de");
  const [explanation] = explained.values();
  expect(explanation).toMatchObject({ verdict: "fit", minutes: 24 });
  const options = { locale: "de" as const, shown: () => 10 };
  const { found } = await findTherapistsFor(ctx, driver.id, options);
  expect(found!.lists.resting.entries).toMatchObject([{ therapistId: quick.id, minutes: 24 }]);
  const { lists } = await findPatientsFor(ctx, quick.id, options);
  expect(lists.fit.entries).toMatchObject([{ patientId: driver.id, minutes: 24 }]);
  expect(await patientIdsNear(ctx, quick.id, 1)).toContain(driver.id);
  expect(await patientIdsNear(ctx, quick.id, 1)).not.toContain(rider.id);
  expect((await patientIdsNear(ctx, slow.id, 1)).sort()).toEqual([driver.id, rider.id].sort());
});

test("who is next in line follows by the router's minutes too", async () => {
  const { givenPatient, givenTherapist } = await withRouter();
  const { nextInLine } = await import("./next-in-line");
  const { originAt } = await import("../geo/travel-times");
  const { askTravelTimes } = await import("../geo/ask-travel-times");
  const address = { street: "", houseNumber: "", postalCode: "20095", city: "" };
  const therapist = await givenTherapist(ctx, {
    locations: [{ address, stepFree: "unknown", coordinates: { lat: 53.5, lon: 10 } }],
  });
  const across = await givenPatient(ctx, { coordinates: { lat: 53.51, lon: 10 } });
  const quick = await givenPatient(ctx, { coordinates: { lat: 53.52, lon: 10 } });
  router.answer(json({ code: "Ok", durations: [[0, 55 * 60]] }));
  await askTravelTimes(ctx, originAt("car", { lat: 53.51, lon: 10 })!, ["53.500,10.000"]);
  router.answer(json({ code: "Ok", durations: [[0, 12 * 60]] }));
  await askTravelTimes(ctx, originAt("car", { lat: 53.52, lon: 10 })!, ["53.500,10.000"]);
  const line = await nextInLine(ctx, therapist.id, 3);
  expect(line.map(({ patientId }) => patientId)).not.toContain(across.id);
  expect(line).toMatchObject([{ patientId: quick.id, item: { travelMinutes: 12, travelEstimated: false } }]);
});

test("a run goes on with estimates while the router is away, and says why", async () => {
  const { givenPatient, givenTherapist, run, getLatestRun } = await withRouter();
  await givenTherapist(ctx, { email: "away@example.org" });
  const patient = await givenPatient(ctx, { coordinates: { lat: 50.76, lon: 6.1 } });
  router.answer(json({}, 503));
  await run();
  expect((await getLatestRun(ctx))!.estimatedBecause).toBe("router");
  const items = await ctx.db.select().from(inquiryItems);
  const mine = items.filter((item) => item.searchId === patient.searchId);
  expect(mine.length).toBeGreaterThan(0);
  for (const item of mine) expect(item.travelEstimated).toBe(true);
});

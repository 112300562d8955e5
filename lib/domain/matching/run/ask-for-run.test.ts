import type { IncomingMessage, ServerResponse } from "node:http";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inquiryItems, searches, wayQuestions } from "@/db/schema";
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
  const { explainProposal } = await import("../fits/explain-proposal");
  const { findTherapistsFor } = await import("../fits/find-therapists-for");
  const { findPatientsFor } = await import("../fits/find-patients-for");
  const { patientIdsNear } = await import("../load/patients-near");
  const { startRun } = await import("./start-run");
  const { endRun } = await import("./end-run");
  const { findWays } = await import("./find-ways");
  const { askForRun } = await import("./ask-for-run");
  const { stopAsking } = await import("./leave-estimates");
  const run = async () => runMatching(ctx, (await requestMatchingRun(ctx)).runId);
  const startedRun = async () => {
    const { runId } = await requestMatchingRun(ctx);
    await startRun(ctx, runId);
    return runId;
  };
  const asking = { startedRun, endRun, findWays, askForRun, stopAsking };
  return {
    ...factories,
    ...asking,
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
  const { nextInLine } = await import("../fits/next-in-line");
  const { originAt } = await import("../../geo/travel-times");
  const { askTravelTimes } = await import("../../geo/ask-travel-times");
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

describe("the rounds of a run", () => {
  const lat = 48.1;
  const answerAll = (response: ServerResponse, request: IncomingMessage) => {
    const places = request.url!.split(";").length;
    json({ code: "Ok", durations: [Array.from({ length: places }, () => 600)] })(response, request, "");
  };

  /** So many homes, the first waiting longest, with one practice near them, where nobody else searches. */
  async function givenHomes(homes: number, lon: number) {
    const lotse = await withRouter();
    await ctx.db.update(searches).set({ status: "cancelled" });
    const address = { street: "", houseNumber: "", postalCode: "80331", city: "" };
    const location = { address, stepFree: "unknown" as const, coordinates: { lat, lon } };
    await lotse.givenTherapist(ctx, { email: `at-${lon}@example.org`, locations: [location] });
    const waiting = [];
    for (let home = 0; home < homes; home++)
      waiting.push(await lotse.givenPatient(ctx, { coordinates: { lat: lat + home / 100, lon } }));
    router.requests.length = 0;
    router.answer(answerAll);
    const questions = () => ctx.db.$count(wayQuestions);
    return { ...lotse, waiting, questions, runId: await lotse.startedRun() };
  }

  test("go on where the one before ended, and ask about each home once", async () => {
    const { findWays, askForRun, questions, runId, getLatestRun } = await givenHomes(6, 11);
    expect(await findWays(ctx, runId)).toEqual({ left: 6 });
    router.answer((response, request) => void setTimeout(() => answerAll(response, request), 120));
    const first = await askForRun(ctx, runId, { forMs: 200 });
    expect(first.left).toBeGreaterThan(0);
    expect(first.left).toBeLessThan(6);
    expect(await questions()).toBe(first.left);
    expect(await askForRun(ctx, runId)).toEqual({ left: 0 });
    expect(router.requests).toHaveLength(6);
    expect([await questions(), (await getLatestRun(ctx))!.estimatedBecause]).toEqual([0, null]);
  });

  test("begin with who waits longest, and store nothing from which a home can be read", async () => {
    const { findWays, askForRun, runId } = await givenHomes(3, 11.5);
    await findWays(ctx, runId);
    const rows = await ctx.db.execute(sql`select * from way_questions`);
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/48\.1|11\.5/);
    await askForRun(ctx, runId);
    const from = router.requests.map(({ url }) => /driving\/([^;]*);/.exec(url)![1]);
    expect(from).toEqual(["11.5,48.1", "11.5,48.11", "11.5,48.12"]);
  });

  test("ask nothing about people whose search has ended meanwhile", async () => {
    const { findWays, askForRun, waiting, questions, runId } = await givenHomes(3, 12);
    await findWays(ctx, runId);
    const { searchId } = waiting[1]!;
    await ctx.db.update(searches).set({ status: "cancelled" }).where(eq(searches.id, searchId));
    expect(await askForRun(ctx, runId)).toEqual({ left: 0 });
    expect(router.requests.map(({ url }) => url).join()).not.toContain("48.11;");
    expect([router.requests.length, await questions()]).toEqual([2, 0]);
  });

  test("ask nothing for a run that was ended", async () => {
    const { findWays, askForRun, endRun, runId } = await givenHomes(2, 12.5);
    await findWays(ctx, runId);
    await endRun({ ...ctx, now: new Date(ctx.now.getTime() + 3_600_000) }, runId);
    expect(await askForRun(ctx, runId)).toEqual({ left: 0 });
    expect(router.requests).toEqual([]);
  });

  test("find each question once, however often and in how many places it is looked for", async () => {
    const { findWays, askForRun, questions, runId } = await givenHomes(4, 13);
    const before = await questions();
    await Promise.all([findWays(ctx, runId), findWays(ctx, runId), findWays(ctx, runId)]);
    expect((await questions()) - before).toBe(4);
    await askForRun(ctx, runId);
    expect(await findWays(ctx, runId)).toEqual({ left: 0 });
    expect(router.requests).toHaveLength(4);
  });

  test("whose time is over leave the rest as estimates, and nothing behind", async () => {
    const { findWays, askForRun, stopAsking, questions, runId, getLatestRun } = await givenHomes(2, 13.5);
    const before = await questions();
    await findWays(ctx, runId);
    expect(await askForRun(ctx, runId, { forMs: 0 })).toEqual({ left: 2 });
    await stopAsking(ctx, runId, "time");
    expect([await questions(), (await getLatestRun(ctx))!.estimatedBecause]).toEqual([before, "time"]);
  });
});

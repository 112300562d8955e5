import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { serviceGates } from "@/db/schema";
import { ctx } from "@/tests/support/own-database";
import { advanceClock, currentTime } from "./clock";
import { noteFailure, noteSuccess, takeTurn } from "./service-gate";

afterEach(() => vi.useRealTimers());

const minute = 60_000;
const gate = (host: string, pauseMs = 0) => ({ host, pauseMs, maxWaitMs: 15_000 });
const isOpen = async (host: string) => (await takeTurn(ctx, gate(host))) !== null;
async function failTimes(host: string, times: number) {
  for (let i = 0; i < times; i++) {
    await takeTurn(ctx, gate(host));
    await noteFailure(ctx, host, null);
  }
}

describe("pace", () => {
  test("thirty questions at once get turns a second apart, and those too far off none", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const waits = await Promise.all(Array.from({ length: 30 }, () => takeTurn(ctx, gate("pace", 1000))));
    const turns = waits.filter((wait) => wait !== null).sort((a, b) => a - b);
    expect(turns).toEqual(Array.from({ length: 16 }, (_, i) => i * 1000));
    vi.setSystemTime(Date.now() + 20_000);
    expect(await takeTurn(ctx, gate("pace", 1000))).toBe(0);
  });

  test("a server of one's own need not be spared", async () => {
    const waits = await Promise.all(Array.from({ length: 10 }, () => takeTurn(ctx, gate("own"))));
    expect(Math.max(...waits.map((wait) => wait ?? Infinity))).toBeLessThan(100);
  });

  test("one service's turns are nothing to another", async () => {
    await takeTurn(ctx, gate("one", 10_000));
    expect(await takeTurn(ctx, gate("other", 10_000))).toBe(0);
  });
});

describe("a failing service", () => {
  test("is left alone after five failures in a row, then tried by one question only", async () => {
    await failTimes("down", 4);
    expect(await isOpen("down")).toBe(true);
    await noteFailure(ctx, "down", null);
    expect(await isOpen("down")).toBe(false);
    advanceClock(6 * minute);
    const tries = await Promise.all(Array.from({ length: 8 }, () => isOpen("down")));
    expect(tries.filter(Boolean)).toHaveLength(1);
    await noteFailure(ctx, "down", null);
    expect(await isOpen("down")).toBe(false);
    advanceClock(6 * minute);
    expect(await isOpen("down")).toBe(true);
    await noteSuccess(ctx, "down");
    expect(await isOpen("down")).toBe(true);
  });

  test("whose trial was never finished is tried again", async () => {
    await failTimes("crashed", 5);
    advanceClock(6 * minute);
    expect(await isOpen("crashed")).toBe(true);
    expect(await isOpen("crashed")).toBe(false);
    advanceClock(2 * minute);
    expect(await isOpen("crashed")).toBe(true);
  });

  test("that answers in between is not left alone", async () => {
    await failTimes("flaky", 4);
    await noteSuccess(ctx, "flaky");
    await failTimes("flaky", 4);
    expect(await isOpen("flaky")).toBe(true);
  });

  test("is left alone for as long as it asks, but no longer than a day", async () => {
    await takeTurn(ctx, gate("busy"));
    await noteFailure(ctx, "busy", 30 * minute);
    advanceClock(29 * minute);
    expect(await isOpen("busy")).toBe(false);
    advanceClock(2 * minute);
    expect(await isOpen("busy")).toBe(true);
    await noteFailure(ctx, "busy", 60 * minute);
    await noteFailure(ctx, "busy", null);
    await noteSuccess(ctx, "busy");
    expect(await isOpen("busy"), "what was asked before does not shorten the wait").toBe(false);
    advanceClock(61 * minute);
    await noteFailure(ctx, "busy", 999_999_999 * 1000);
    const [row] = await ctx.db.select().from(serviceGates).where(eq(serviceGates.host, "busy"));
    expect(row!.closedUntil!.getTime() - currentTime().getTime()).toBeLessThanOrEqual(24 * 60 * minute);
  });
});

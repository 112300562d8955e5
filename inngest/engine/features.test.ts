import { setTimeout as delay } from "node:timers/promises";
import { type Inngest, NonRetriableError, RetryAfterError } from "inngest";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { eventually, startBoth } from "@/tests/support/engine";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const minute = 60_000;
const day = 24 * 60 * minute;

/** What the functions did, in order. */
const journal: string[] = [];
const note = (entry: string) => void journal.push(entry);
const count = (entry: string) => journal.filter((line) => line === entry).length;
let both: Awaited<ReturnType<typeof startBoth>>;

beforeAll(async () => {
  both = await startBoth((client) => [
    ...steps(client),
    ...waits(client),
    ...failures(client),
    ...flow(client),
  ]);
});
afterAll(() => both.close());

/** Waits until the newest run of a function has stored what it did and has nothing to do for now. */
const whenIdle = (functionId: string) =>
  eventually(async () => {
    const [run] = await both.api.runsOf(functionId);
    return run && run.activity !== "executing";
  });

const send = (name: string, data: Record<string, unknown> = {}, id?: string) =>
  both.app.client.send({ name, data, ...(id ? { id } : {}) });

function steps(client: Inngest) {
  const sequence = client.createFunction(
    { id: "sequence", triggers: { event: "sequence" } },
    async ({ event, step }) => {
      const a = await step.run(
        "a",
        () => (note("a"), { x: 1, text: "\u0000ä\ud800", id: event.data.id as string }),
      );
      const b = await step.run("b", () => (note("b"), a.x + 1));
      return step.run("c", () => note(`c ${a.id} ${b} ${a.text.length}`));
    },
  );
  const parallel = client.createFunction(
    { id: "parallel", triggers: { event: "parallel" } },
    async ({ step }) => {
      note("parallel body");
      const all = await Promise.all(
        [1, 2, 3].map((n) => step.run(`p${n}`, async () => (note(`p${n}`), await delay(60), n * 10))),
      );
      return step.run("sum", () => note(`sum ${all.join("+")}`));
    },
  );
  const same = client.createFunction({ id: "same", triggers: { event: "same" } }, async ({ step }) => {
    for (const n of [1, 2, 3]) await step.run("again", () => note(`again ${n}`));
  });
  const chains = client.createFunction({ id: "chains", triggers: { event: "chains" } }, async ({ step }) => {
    const chain = async (name: string) => {
      const first = await step.run(`${name}1`, () => name);
      return step.run(`${name}2`, () => `${first}2`);
    };
    const [x, y] = await Promise.all([chain("x"), chain("y"), step.sleep("long", "2d")]);
    await step.run("end", () => note(`chains ${x} ${y}`));
  });
  const race = client.createFunction({ id: "race", triggers: { event: "race" } }, async ({ step, group }) => {
    const winner = await group.parallel({ mode: "race" }, () =>
      Promise.race([
        step.run("slow", async () => (await delay(700), note("slow ends"), "slow")),
        step.run("fast", () => "fast"),
      ]),
    );
    await step.run("winner", () => note(`winner ${winner}`));
  });
  const asleep = client.createFunction(
    { id: "asleep", triggers: { event: "asleep" } },
    async ({ event, step }) => {
      await step.sleep("week", "7d");
      await step.run("woke", () => note("woke"));
      await step.sleepUntil("until", event.data.until as string);
      await step.run("later", () => note("later"));
    },
  );
  return [sequence, parallel, same, chains, race, asleep];
}

describe("steps", () => {
  it("run one after the other, once each, and pass their results on", async () => {
    const { ids } = await send("sequence", { id: "s1" });
    expect(ids).toHaveLength(1);
    const run = await both.api.whenRun("sequence", "completed");
    expect(run.steps.map((step) => [step.name, step.state, step.attempts])).toEqual([
      ["a", "done", 1],
      ["b", "done", 1],
      ["c", "done", 1],
    ]);
    expect(journal.filter((line) => /^[abc]\b/.test(line))).toEqual(["a", "b", "c s1 2 3"]);
  });

  it("run in parallel, once each, with one look at the function after the last", async () => {
    await send("parallel");
    const run = await both.api.whenRun("parallel", "completed");
    expect(["p1", "p2", "p3", "sum 10+20+30"].map(count)).toEqual([1, 1, 1, 1]);
    expect(run.steps).toHaveLength(4);
    // Found, three steps, all memoised, ended: more would mean a needless look after each step.
    expect(count("parallel body")).toBe(6);
  });

  it("may have the same id several times", async () => {
    await send("same");
    await both.api.whenRun("same", "completed");
    expect(journal.filter((line) => line.startsWith("again"))).toEqual(["again 1", "again 2", "again 3"]);
  });

  it("go on in their chain while another branch sleeps", async () => {
    await send("chains");
    await eventually(async () => {
      const [run] = await both.api.runsOf("chains");
      return run && (await both.api.run(run.id)).steps.filter((step) => step.state === "done").length === 4;
    });
    expect(count("chains x2 y2")).toBe(0);
    await both.api.advance(2 * day);
    await both.api.whenRun("chains", "completed");
    expect(count("chains x2 y2")).toBe(1);
  });

  it("in race mode let the function go on after the first", async () => {
    await send("race");
    await both.api.whenRun("race", "completed");
    const order = journal.filter((line) => /^(winner|slow)/.test(line));
    expect(order).toEqual(["winner fast", "slow ends"]);
  });

  it("sleep for a span and until a date, on the engine's clock", async () => {
    const { body } = await both.api.call("GET", "/clock");
    await send("asleep", { until: new Date(Date.parse(body.now ?? "") + 10 * day).toISOString() });
    await eventually(async () => (await both.api.runsOf("asleep"))[0]?.activity === "waiting");
    await both.api.advance(7 * day - minute);
    await delay(300);
    expect(count("woke")).toBe(0);
    await both.api.advance(minute);
    await eventually(() => count("woke"));
    expect(count("later")).toBe(0);
    await both.api.advance(3 * day);
    await both.api.whenRun("asleep", "completed");
    expect([count("woke"), count("later")]).toEqual([1, 1]);
  });
});

function waits(client: Inngest) {
  const wait = client.createFunction({ id: "wait", triggers: { event: "wait" } }, async ({ event, step }) => {
    const answer = await step.waitForEvent("answer", { event: "answer", match: "data.id", timeout: "7d" });
    await step.run("say", () => note(`answer ${event.data.id} ${answer ? answer.data.text : "none"}`));
  });
  const waitIf = client.createFunction(
    { id: "wait-if", triggers: { event: "wait-if" } },
    async ({ step }) => {
      const opts = {
        event: "offer",
        if: "async.data.price < event.data.most && async.data.open",
        timeout: "7d",
      };
      const offer = await step.waitForEvent("offer", opts);
      await step.run("say", () => note(`offer ${offer ? offer.data.price : "none"}`));
    },
  );
  const announce = client.createFunction(
    { id: "announce", triggers: { event: "announce" } },
    async ({ step }) => {
      const [answer] = await Promise.all([
        step.waitForEvent("self", { event: "self", timeout: "1d" }),
        step.sendEvent("tell", { name: "self", data: {}, id: "self-1" }),
      ]);
      await step.run("say", () => note(`heard ${answer?.id}`));
    },
  );
  const double = client.createFunction({ id: "double", triggers: [] }, async ({ event, step }) => {
    const n = await step.run("twice", () => (event.data as { n: number }).n * 2);
    if (n > 10) throw new NonRetriableError("too much");
    return { n };
  });
  const asleepChild = client.createFunction({ id: "child-asleep", triggers: [] }, async ({ step }) => {
    await step.sleep("long", "90d");
  });
  const invoke = client.createFunction({ id: "invoke", triggers: { event: "invoke" } }, async ({ step }) => {
    const { n } = (await step.invoke("good", { function: double, data: { n: 4 } })) as { n: number };
    const bad = await step
      .invoke("bad", { function: double, data: { n: 6 } })
      .catch((error: Error) => error.message);
    const late = await step
      .invoke("late", { function: asleepChild, data: {}, timeout: "2d" })
      .catch((error: Error) => error.message);
    await step.run("say", () => note(`invoked ${n}, ${bad}, ${String(late)}`));
  });
  return [wait, waitIf, announce, double, asleepChild, invoke];
}

describe("waits and invocations", () => {
  it("end with the event whose field matches, and no other", async () => {
    for (const id of ["w1", "w2"]) await send("wait", { id });
    await eventually(async () => (await both.api.runsOf("wait")).every((run) => run.activity === "waiting"));
    await send("answer", { id: "w2", text: "yes" });
    await eventually(() => count("answer w2 yes"));
    await eventually(async () => (await both.api.runsOf("wait")).some((run) => run.status === "completed"));
    expect(count("answer w1 none")).toBe(0);
    await both.api.advance(7 * day);
    await eventually(() => count("answer w1 none"));
    await send("answer", { id: "w1", text: "too late" });
    await delay(200);
    expect(journal.filter((line) => line.startsWith("answer"))).toEqual(["answer w2 yes", "answer w1 none"]);
  });

  it("match values that are too long for an index", async () => {
    const id = "long".repeat(2000);
    await send("wait", { id });
    await eventually(async () => (await both.api.runsOf("wait"))[0]?.activity === "waiting");
    await send("answer", { id, text: "at length" });
    await eventually(() => count(`answer ${id} at length`));
    journal.pop();
  });

  it("end with the event for which the condition holds", async () => {
    await send("wait-if", { most: 100 });
    await eventually(async () => (await both.api.runsOf("wait-if"))[0]?.activity === "waiting");
    await send("offer", { price: 150, open: true });
    await send("offer", { price: 50 });
    await send("offer", { price: 70, open: true });
    await both.api.whenRun("wait-if", "completed");
    expect(journal.filter((line) => line.startsWith("offer"))).toEqual(["offer 70"]);
  });

  it("are registered before a step beside them sends the event", async () => {
    await send("announce");
    await both.api.whenRun("announce", "completed");
    expect(count("heard self-1")).toBe(1);
  });

  it("return the invoked function's result or its error, or fail when it takes too long", async () => {
    await send("invoke");
    await eventually(async () => {
      const [run] = await both.api.runsOf("invoke");
      return run && (await both.api.run(run.id)).steps.some((step) => step.name === "late");
    });
    await both.api.advance(2 * day);
    await both.api.whenRun("invoke", "completed");
    expect(count("invoked 8, too much, The invoked function did not finish in time.")).toBe(1);
  });
});

function failures(client: Inngest) {
  const flaky = client.createFunction(
    { id: "flaky", triggers: { event: "flaky" }, retries: 3 },
    async ({ attempt, step }) => {
      await step.run("before", () => note("before flaky"));
      await step.run("flaky", () => {
        note(`flaky ${attempt}`);
        if (attempt < 2) throw new Error("not yet");
      });
    },
  );
  const body = client.createFunction(
    { id: "body", triggers: { event: "body" }, retries: 2 },
    async ({ attempt, step }) => {
      await step.run("once", () => note("body once"));
      note(`body ${attempt}`);
      if (attempt < 2) throw new Error("not yet");
    },
  );
  const caught = client.createFunction(
    { id: "caught", triggers: { event: "caught" }, retries: 1 },
    async ({ step }) => {
      const text = await step
        .run("fails", () => {
          note("fails");
          throw new TypeError("broken");
        })
        .catch((error: Error) => error.message);
      await step.run("after", () => note(`caught ${text}`));
    },
  );
  const final = client.createFunction(
    {
      id: "final",
      triggers: { event: "final" },
      onFailure: async ({ event, error, step }) => {
        const { id } = event.data.event.data as { id: string };
        await step.run("report", () => note(`failure of ${id}: ${error.message}`));
      },
    },
    async ({ step }) => {
      await step.run("never again", () => {
        note("final");
        throw new NonRetriableError("for good");
      });
    },
  );
  const later = client.createFunction(
    { id: "later", triggers: { event: "later" } },
    async ({ attempt, step }) => {
      await step.run("later", () => {
        note(`asked ${attempt}`);
        if (attempt === 0) throw new RetryAfterError("busy", "3h");
      });
    },
  );
  const signal = client.createFunction({ id: "signal", triggers: { event: "signal" } }, async ({ step }) => {
    await step.waitForSignal("wait", { signal: "s", timeout: "1d", onConflict: "fail" });
  });
  return [flaky, body, caught, final, later, signal];
}

describe("failures", () => {
  it("of a step are tried again with growing pauses, and only that step", async () => {
    await send("flaky");
    await eventually(() => count("flaky 0"));
    await whenIdle("flaky");
    expect(count("flaky 1")).toBe(0);
    await both.api.advance(13_000);
    await eventually(() => count("flaky 1"));
    await whenIdle("flaky");
    await both.api.advance(26_000);
    const run = await both.api.whenRun("flaky", "completed");
    expect(["before flaky", "flaky 0", "flaky 1", "flaky 2"].map(count)).toEqual([1, 1, 1, 1]);
    expect(run.steps.map((step) => step.attempts)).toEqual([1, 3]);
  });

  it("of the function outside its steps are tried again, its steps are not", async () => {
    await send("body");
    for (const n of [0, 1]) {
      await eventually(() => count(`body ${n}`));
      await whenIdle("body");
      await both.api.advance(30_000);
    }
    await both.api.whenRun("body", "completed");
    expect(["body once", "body 0", "body 1", "body 2"].map(count)).toEqual([1, 1, 1, 1]);
  });

  it("that stay can be caught by the function", async () => {
    await send("caught");
    await eventually(() => count("fails"));
    await whenIdle("caught");
    await both.api.advance(30_000);
    await both.api.whenRun("caught", "completed");
    expect([count("fails"), count("caught broken")]).toEqual([2, 1]);
  });

  it("for good end the run at once and call its failure handler", async () => {
    await send("final", { id: "f1" });
    const run = await both.api.whenRun("final", "failed");
    expect(run.errorName).toBe("NonRetriableError");
    await eventually(() => count("failure of f1: for good"));
    expect(count("final")).toBe(1);
  });

  it("that name a time are tried again then", async () => {
    await send("later");
    await eventually(() => count("asked 0"));
    await whenIdle("later");
    await both.api.advance(2 * 60 * minute);
    await delay(200);
    expect(count("asked 1")).toBe(0);
    await both.api.advance(61 * minute);
    await both.api.whenRun("later", "completed");
    expect(count("asked 1")).toBe(1);
  });

  it("are what a run gets that uses what the engine does not support", async () => {
    await send("signal");
    await both.api.whenRun("signal", "failed");
    const [run] = await both.sql`select error from engine.run where function_id = 'shop-signal'`;
    expect(run?.error).toContain("needs WaitForSignal, which the embedded engine does not support");
  });

  it("can be retried by hand: stored steps stay, failed ones run again", async () => {
    const [failed] = await both.api.runsOf("final");
    expect((await both.api.call("POST", `/v1/runs/${failed?.id}/retry`)).status).toBe(200);
    await eventually(() => count("final") === 2);
    await both.api.whenRun("final", "failed");
    await eventually(() => count("failure of f1: for good") === 2);
  });
});

function flow(client: Inngest) {
  let executing = 0;
  const limited = client.createFunction(
    { id: "limited", triggers: { event: "limited" }, concurrency: { limit: 2, key: "event.data.group" } },
    async ({ event, step }) => {
      for (const n of [1, 2]) {
        await step.run(`work${n}`, async () => {
          if (event.data.group === "a") note(`executing ${++executing}`);
          await delay(40);
          if (event.data.group === "a") executing--;
        });
      }
      await step.sleep("pause", "1h");
      await step.run("end", () => note(`limited ${event.data.group}`));
    },
  );
  const spaced = client.createFunction(
    {
      id: "spaced",
      triggers: { event: "spaced" },
      throttle: { limit: 2, period: "1h", burst: 1, key: "event.data.k" },
    },
    async ({ event }) => note(`spaced ${event.data.n}`),
  );
  const once = client.createFunction(
    { id: "once", triggers: { event: "once" }, idempotency: "event.data.order" },
    async ({ event }) => note(`once ${event.data.order}`),
  );
  const cancellable = client.createFunction(
    {
      id: "cancellable",
      triggers: { event: "open" },
      cancelOn: [{ event: "close", match: "data.id" }],
      onFailure: async () => note("cancelled is no failure"),
    },
    async ({ event, step }) => {
      await step.sleep("long", "5d");
      await step.run("end", () => note(`not cancelled ${event.data.id}`));
    },
  );
  const urgent = client.createFunction(
    {
      id: "urgent",
      triggers: { event: "urgent" },
      concurrency: 1,
      priority: { run: "event.data.level == 'high' ? 600 : 0" },
    },
    async ({ event, step }) => step.run("go", async () => (await delay(50), note(`urgent ${event.data.n}`))),
  );
  const nightly = client.createFunction(
    { id: "nightly", triggers: { cron: "TZ=Europe/Berlin 0 3 * * *" } },
    async ({ event }) => note(`nightly ${event.name} ${new Date(event.ts ?? 0).toISOString()}`),
  );
  const some = client.createFunction(
    { id: "some", triggers: { event: "some", if: "event.data.kind == 'x'" } },
    async ({ event }) => note(`some ${event.data.kind}`),
  );
  return [limited, spaced, once, cancellable, urgent, nightly, some];
}

describe("flow control", () => {
  it("never executes more steps at once than a key's limit, and all runs end", async () => {
    await both.app.client.send(
      ["a", "a", "a", "a", "a", "b"].map((group, n) => ({ name: "limited", data: { group, n } })),
    );
    await eventually(
      async () => (await both.api.runsOf("limited")).filter((run) => run.activity === "waiting").length === 6,
    );
    expect(journal.filter((line) => line.startsWith("executing")).length).toBe(10);
    expect(journal.filter((line) => line.startsWith("executing") && !/ [12]$/.test(line))).toEqual([]);
    await both.api.advance(60 * minute);
    await eventually(() => count("limited a") === 5 && count("limited b") === 1);
    await eventually(async () =>
      (await both.api.runsOf("limited")).every((run) => run.status === "completed"),
    );
    expect(await both.sql`select * from engine.slot`).toHaveLength(0);
  });

  it("spaces the starts of a throttled function, per key", async () => {
    for (const n of [1, 2, 3]) await send("spaced", { n, k: "k" });
    await send("spaced", { n: "other", k: "l" });
    await eventually(() => count("spaced 1") && count("spaced other"));
    await delay(150);
    expect(count("spaced 2")).toBe(0);
    await both.api.advance(30 * minute);
    await eventually(() => count("spaced 2"));
    await delay(150);
    expect(count("spaced 3")).toBe(0);
    await both.api.advance(30 * minute);
    await eventually(() => count("spaced 3"));
  });

  it("starts one run per idempotency key in a day", async () => {
    for (const order of ["o1", "o1", "o2"]) await send("once", { order });
    await eventually(() => count("once o2"));
    await delay(100);
    expect(count("once o1")).toBe(1);
    await both.api.advance(day);
    await send("once", { order: "o1" });
    await eventually(() => count("once o1") === 2);
  });

  it("cancels the run an event is about, without its failure handler", async () => {
    for (const id of ["c1", "c2"]) await send("open", { id });
    await eventually(
      async () =>
        (await both.api.runsOf("cancellable")).filter((run) => run.activity === "waiting").length === 2,
    );
    await send("close", { id: "c1" });
    await eventually(async () =>
      (await both.api.runsOf("cancellable")).some((run) => run.status === "cancelled"),
    );
    await both.api.advance(5 * day);
    await eventually(() => count("not cancelled c2"));
    await delay(100);
    expect([count("not cancelled c1"), count("cancelled is no failure")]).toEqual([0, 0]);
  });

  it("cancels a run that an earlier event of the same request started", async () => {
    await both.app.client.send([
      { name: "open", data: { id: "c3" } },
      { name: "close", data: { id: "c3" } },
    ]);
    await eventually(
      async () =>
        (await both.api.runsOf("cancellable")).filter((run) => run.status === "cancelled").length === 2,
    );
  });

  it("lets urgent runs that wait in line go first", async () => {
    const levels = ["low", "low", "low", "high"];
    await both.app.client.send(
      levels.map((level, n) => ({ name: "urgent", data: { level, n: `${level}${n}` } })),
    );
    await eventually(() => journal.filter((line) => line.startsWith("urgent")).length === 4);
    // One of the others may have begun before the urgent one was in line.
    expect(journal.filter((line) => line.startsWith("urgent")).slice(0, 2)).toContain("urgent high3");
  });

  it("starts scheduled functions in their time zone, and missed ones once", async () => {
    const before = journal.filter((line) => line.startsWith("nightly")).length;
    await both.api.advance(day);
    await eventually(() => journal.filter((line) => line.startsWith("nightly")).length > before);
    await both.api.advance(5 * day);
    await eventually(() => journal.filter((line) => line.startsWith("nightly")).length > before + 1);
    await delay(150);
    const fired = journal.filter((line) => line.startsWith("nightly"));
    expect(fired.length).toBe(before + 2);
    for (const line of fired) {
      const hour = new Intl.DateTimeFormat("en", {
        timeZone: "Europe/Berlin",
        hour: "2-digit",
        hourCycle: "h23",
      });
      expect(line).toMatch(/^nightly inngest\/scheduled.timer /);
      expect(hour.format(new Date(line.split(" ")[2] ?? ""))).toBe("03");
    }
  });

  it("starts a function only for the events its trigger asks for", async () => {
    await both.app.client.send(["y", "x", "z"].map((kind) => ({ name: "some", data: { kind } })));
    await both.api.whenRun("some", "completed");
    expect(journal.filter((line) => line.startsWith("some"))).toEqual(["some x"]);
  });
});

describe("events", () => {
  it("sent twenty times with one id start one run", async () => {
    await Promise.all(Array.from({ length: 20 }, () => send("some", { kind: "x" }, "the-same-id")));
    await eventually(() => count("some x") === 2);
    await delay(200);
    expect(count("some x")).toBe(2);
  });
});

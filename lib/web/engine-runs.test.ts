import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";

let server: Server | undefined;
const seen: string[] = [];

afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = undefined;
  seen.length = 0;
  delete process.env.INNGEST_BASE_URL;
  delete process.env.INNGEST_SIGNING_KEY;
  vi.resetModules();
});

const id = "01a20806-715d-7752-afa0-a748f806c096";
const run = {
  id,
  functionId: "lotse-deliver-mail",
  eventId: id,
  eventName: "mail/queued",
  status: "failed",
  activity: null,
  createdAt: "2026-11-18T09:00:00Z",
  startedAt: null,
  endedAt: "2026-11-18T09:01:00Z",
  errorName: "Error",
};

/** The module as it is with this engine in the environment. */
async function withEngine(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  process.env.INNGEST_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.INNGEST_SIGNING_KEY = "signkey-test-0123";
  return import("./engine-runs");
}

const json = (response: ServerResponse, body: unknown) => {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(body));
};

describe("what the desk knows of the workflow engine", () => {
  test("our own engine shows its runs, asked for with the signing key and the filter", async () => {
    const { readEngine } = await withEngine((request, response) =>
      json(
        response,
        request.url?.startsWith("/v1/status")
          ? { runs: { queued: 1, failed: 2 }, engines: 1 }
          : { runs: [run], next: id },
      ),
    );
    const view = await readEngine({ status: "failed", cursor: undefined });
    expect(view).toMatchObject({
      kind: "engine",
      counts: { failed: 2 },
      next: id,
      runs: [{ id, status: "failed" }],
    });
    expect(seen[1]).toBe("GET /v1/runs?limit=50&status=failed Bearer signkey-test-0123");
  });

  test("a real Inngest server, which answers otherwise, is linked to", async () => {
    const { readEngine } = await withEngine((_request, response) => {
      response.statusCode = 404;
      response.end("<html>not here</html>");
    });
    expect(await readEngine({})).toEqual({ kind: "server", url: process.env.INNGEST_BASE_URL });
  });

  test("an engine that is down, or none at all, is said to be off and never an error", async () => {
    const { readEngine, readEngineRun, retryEngineRun } = await withEngine((request) =>
      request.socket.destroy(),
    );
    expect(await readEngine({})).toEqual({ kind: "off" });
    expect(await readEngineRun(id)).toBeNull();
    expect(await retryEngineRun(id)).toBe(false);
    vi.resetModules();
    delete process.env.INNGEST_BASE_URL;
    expect(await (await import("./engine-runs")).readEngine({})).toEqual({ kind: "off" });
  });

  test("a run is read with its steps, and retried by a post", async () => {
    const step = { id: "s", name: "deliver", op: "StepRun", state: "failed", attempts: 3 };
    const times = { createdAt: run.createdAt, endedAt: null, dueAt: null, errorName: "Error" };
    const { readEngineRun, retryEngineRun } = await withEngine((request, response) =>
      json(
        response,
        request.method === "POST" ? { status: "queued" } : { ...run, steps: [{ ...step, ...times }] },
      ),
    );
    expect((await readEngineRun(id))?.steps).toMatchObject([{ name: "deliver", attempts: 3 }]);
    expect(await retryEngineRun(id)).toBe(true);
    expect(seen.at(-1)).toContain(`POST /v1/runs/${id}/retry`);
  });
});

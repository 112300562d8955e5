import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measurePage, percentile } from "./measure-page";

let server: Server;
let base = "";
let asked: string[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = (await request.toArray()).join("");
    const days = /name="days"\s+(\d+)/.exec(body)?.[1];
    asked.push(days ? `${request.method} days ${days}` : `${request.url} ${request.headers.cookie}`);
    response.writeHead(request.url === "/gone" ? 303 : 200).end("page");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test("half of the times lie at or below p50, 95 of 100 at or below p95", () => {
  const times = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([percentile(times, 0.5), percentile(times, 0.95), percentile([7], 0.95)]).toEqual([50, 95, 7]);
});

test("every address is asked for with the session, in turn", async () => {
  asked = [];
  const { requests } = await measurePage({
    urls: [`${base}/a`, `${base}/b`],
    cookie: "session=1",
    clients: 2,
    seconds: 0.1,
  });
  expect(asked.length).toBe(requests + 3);
  expect(new Set(asked)).toEqual(new Set(["/a session=1", "/b session=1"]));
});

test("a form is sent with its values, and an answer that says something else is no measurement", async () => {
  asked = [];
  const form = {
    urls: [`${base}/form`],
    cookie: "session=1",
    clients: 1,
    seconds: 0.05,
    form: { days: "14" },
  };
  await measurePage({ ...form, says: /pa[g]e/ });
  expect(new Set(asked)).toEqual(new Set(["POST days 14"]));
  await expect(measurePage({ ...form, says: /saved/ })).rejects.toThrow("/form does not say /saved/");
});

test("a page that sends the session away is no measurement", async () => {
  const gone = { urls: [`${base}/gone`], cookie: "session=1", clients: 1, seconds: 0.1 };
  await expect(measurePage(gone)).rejects.toThrow("/gone answered 303");
});

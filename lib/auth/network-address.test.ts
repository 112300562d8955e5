import { type Server, createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf, clientAddress, settleClientAddresses } from "./network-address";

describe("the address that limits count by", () => {
  test.each([
    [0, "", "192.0.2.7"],
    [0, "203.0.113.9", "192.0.2.7"],
    [0, "203.0.113.9, 198.51.100.7", "192.0.2.7"],
    [1, "198.51.100.7", "198.51.100.7"],
    [1, "203.0.113.9, 198.51.100.7", "198.51.100.7"],
    [2, "203.0.113.9, 198.51.100.7, 192.0.2.1", "198.51.100.7"],
    [1, "203.0.113.9,, ,198.51.100.7 ,", "198.51.100.7"],
  ])("with %i trusted proxies and the claim %j it is %s", (proxies, claim, address) => {
    expect(clientAddress(claim, "192.0.2.7", proxies)).toBe(address);
  });

  test("who passes the proxies by counts with the own connection", () => {
    expect(clientAddress("", "192.0.2.7", 2)).toBe("192.0.2.7");
  });

  test("without any address all share one limit", () => {
    expect(clientAddress("", undefined, 0)).toBe("unknown");
    expect(addressOf(() => null)).toBe("unknown");
    expect(addressOf(() => "")).toBe("unknown");
  });
});

describe("a server in this process", () => {
  let server: Server;
  beforeAll(async () => {
    settleClientAddresses(0);
    server = createServer((request, response) =>
      response.end(addressOf((name) => String(request.headers[name] ?? ""))),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => server.close());

  test.each([{}, { "x-forwarded-for": "203.0.113.9" }, { "X-Forwarded-For": "unknown, 203.0.113.9" }])(
    "sees the connection whatever a browser claims: %j",
    async (headers) => {
      const { port } = server.address() as { port: number };
      const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: headers as Record<string, string> });
      expect(await answer.text()).toBe("127.0.0.1");
    },
  );
});

import { getServerSession } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import { describe, expect, test, vi } from "vitest";
import { authOptions, sessionCookie, sessionSeconds } from "./options";
import { cookieOf } from "./session";

const started = {
  sessionId: "01a20806-715d-7752-afa0-a748f806c096",
  expiresAt: new Date("2026-11-18T21:00:00Z"),
};
const secret = process.env.NEXTAUTH_SECRET!;

describe("the cookie of staff", () => {
  test("carries the id of a session and nothing else, closed to scripts and other sites", async () => {
    const cookie = await cookieOf(started);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/", expires: started.expiresAt });
    const token = await decode({ token: cookie.value, secret });
    expect(Object.keys(token ?? {}).toSorted()).toEqual(["exp", "iat", "jti", "sessionId"]);
    expect(Number(token?.exp) - Number(token?.iat)).toBe(sessionSeconds);
  });

  test("is only ever sent over TLS, and bound to the host, where the product is reached by TLS", async () => {
    expect(sessionCookie().options.secure).toBe(false);
    const before = process.env.APP_URL;
    process.env.APP_URL = "https://lotse.example";
    vi.resetModules();
    const fresh = await import("./options");
    expect(fresh.sessionCookie()).toMatchObject({
      name: "__Host-lotse-session",
      options: { secure: true, path: "/" },
    });
    expect(fresh.authOptions()).toMatchObject({ useSecureCookies: true });
    process.env.APP_URL = before;
  });

  test("that sign-in made is read by next-auth and gives the id back", async () => {
    expect(await sessionIdFrom([await cookieOf(started)])).toBe(started.sessionId);
  });

  test.each([
    ["none", async () => []],
    ["nonsense", async () => [{ name: sessionCookie().name, value: "x.y.z" }]],
    ["one made with another secret", async () => forged("an altogether different secret of 40 signs")],
    ["one that is over", async () => forged(secret, -60)],
    [
      "one under next-auth's own name",
      async () => [{ name: "next-auth.session-token", value: (await cookieOf(started)).value }],
    ],
  ])("of this kind lets nobody in: %s", async (_kind, cookies) => {
    expect(await sessionIdFrom(await cookies())).toBeUndefined();
  });
});

test("what next-auth tells the browser about a session is its id, no person", async () => {
  const { session, jwt } = authOptions().callbacks!;
  const token = await jwt!({ token: { name: "Mira", sessionId: "a" } } as never);
  expect(token).toEqual({ sessionId: "a" });
  const shown = await session!({ session: { expires: "later", user: { name: "Mira" } }, token } as never);
  expect(shown).toEqual({ expires: "later", sessionId: "a" });
});

async function forged(key: string, maxAge = 3600) {
  const value = await encode({ token: { sessionId: started.sessionId }, secret: key, maxAge });
  return [{ name: sessionCookie().name, value }];
}

/** What next-auth, set up as the product does, makes of the cookies of a request. */
async function sessionIdFrom(cookies: { name: string; value: string }[]): Promise<string | undefined> {
  const request = {
    headers: {},
    cookies: Object.fromEntries(cookies.map(({ name, value }) => [name, value])),
  };
  const response = { getHeader() {}, setHeader() {}, setCookie() {} };
  return (await getServerSession(request as never, response as never, authOptions()))?.sessionId;
}

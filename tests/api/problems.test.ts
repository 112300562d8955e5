import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { patientExample, therapistExample } from "@/app/api/v1/examples";
import { newId } from "@/db/columns";
import { apiTokens, patients, therapists } from "@/db/schema";
import { hashSecret } from "@/lib/core/crypto";
import { createApiToken, listApiTokens, revokeApiToken } from "@/lib/domain/staff/api-tokens";
import { requestsPerMinute } from "@/lib/web/api";
import { maxBodyBytes } from "@/lib/web/read-json";
import { type Ask, type TestApi, startTestApi } from "@/tests/support/api";

let api: TestApi;
let token: string;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  token = await api.tokenWith("patients.read", "patients.write", "therapists.read", "therapists.write");
});

const post = (ask: Ask, noun = "patients") => api.ask("POST", `/api/v1/${noun}`, { token, ...ask });
const stored = async () => [await api.ctx.db.$count(patients), await api.ctx.db.$count(therapists)];

describe("who is not known", () => {
  test.each([
    ["without a token", {}],
    ["with an invented token", { Authorization: `Bearer lotse_${"a".repeat(43)}` }],
    ["with another scheme", { Authorization: "Basic YTpi" }],
    ["with an empty token", { Authorization: "Bearer " }],
    ["with SQL for a token", { Authorization: "Bearer '-or-1=1--" }],
  ])("%s gets 401 with a challenge at every address, whatever the method", async (_, headers) => {
    const id = newId();
    for (const [method, address] of [
      ["GET", "/patients"],
      ["POST", "/patients"],
      ["GET", `/patients/${id}`],
      ["PATCH", `/patients/${id}`],
      ["DELETE", `/patients/${id}`],
      ["GET", "/therapists"],
      ["POST", `/therapists/${id}/block`],
    ] as const) {
      const answer = await api.ask(method, `/api/v1${address}`, { headers });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer realm="Lotse"/);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
  });

  test("a revoked token ends at once", async () => {
    const { id, secret } = await createApiToken(api.ctx, { name: "bald weg", scopes: ["patients.read"] });
    expect((await api.ask("GET", "/api/v1/patients", { token: secret })).status).toBe(200);
    await revokeApiToken(api.ctx, id);
    expect((await api.ask("GET", "/api/v1/patients", { token: secret })).status).toBe(401);
    await expect(revokeApiToken(api.ctx, id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("a token is stored as a hash and listed without its secret", async () => {
    const { secret } = await createApiToken(api.ctx, { name: "geheim", scopes: ["patients.read"] });
    const rows = JSON.stringify([await api.ctx.db.select().from(apiTokens), await listApiTokens(api.ctx)]);
    expect(rows).not.toContain(secret);
    expect(rows).toContain(hashSecret(secret));
    expect(JSON.stringify(await listApiTokens(api.ctx))).not.toContain(hashSecret(secret));
  });

  test("only admins make, see and end tokens", async () => {
    for (const role of ["viewer", "coordinator"] as const) {
      const ctx = { ...api.ctx, actor: { kind: "staff", id: newId(), role, name: "x" } as const };
      for (const attempt of [
        () => createApiToken(ctx, { name: "x", scopes: ["patients.read"] }),
        () => revokeApiToken(ctx, newId()),
        () => listApiTokens(ctx),
      ])
        await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("what cannot be read", () => {
  test.each([
    ["not JSON", "{", 400],
    ["nothing", "", 400],
    ["no UTF-8", new Uint8Array([0x22, 0xff, 0x22]), 400],
    ["a JSON list", "[]", 422],
    ["a JSON text", '"x"', 422],
    ["null", "null", 422],
    ["brackets without end", "[".repeat(200_000), 400],
    ["brackets nested deep", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, 422],
  ])("%s", async (_, raw, status) => {
    const answer = await post({ raw: raw as BodyInit });
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  });

  test.each([
    ["text/plain", undefined],
    ["application/x-www-form-urlencoded", undefined],
    ["multipart/form-data; boundary=x", undefined],
    ["application/json; charset=latin1", undefined],
    ["application/json", "gzip"],
  ])("content of type %s, encoding %s", async (type, encoding) => {
    const headers = { "Content-Type": type, ...(encoding ? { "Content-Encoding": encoding } : {}) };
    expect((await post({ body: patientExample, headers })).status).toBe(415);
  });

  test("too much, by what the header says and by what really comes", async () => {
    const said = await post({ raw: "{}", headers: { "Content-Length": String(maxBodyBytes + 1) } });
    expect(said.status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array((sent += 65_536) && 65_536).fill(0x20)),
    });
    const came = await post({ raw: endless as unknown as BodyInit });
    expect(came.status).toBe(413);
    expect(sent).toBeLessThan(maxBodyBytes + 5 * 65_536);
  });

  test("an Idempotency-Key out of bounds", async () => {
    for (const key of ["", "x".repeat(256), "schlüssel"])
      expect((await post({ body: patientExample, headers: { "Idempotency-Key": key } })).status).toBe(400);
  });
});

describe("what is refused", () => {
  test("is named field by field, in the language asked for", async () => {
    const body = {
      ...patientExample,
      firstName: "",
      address: { postalCode: "abc", street: 5 },
      email: "keine",
      birthDate: "2026-02-30",
      availability: { mon: [{ from: "12:00", to: "08:00" }] },
      travel: {},
    };
    const german = await post({ body });
    expect(german.status).toBe(422);
    expect(german.headers.get("content-language")).toBe("de");
    expect(german.json.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      "#/address/postalCode",
      "#/address/street",
      "#/availability/mon/0",
      "#/birthDate",
      "#/email",
      "#/firstName",
      "#/travel/maxMinutes",
    ]);
    expect(german.json.detail).toContain("7 Angaben");
    const english = await post({ body, headers: { "Accept-Language": "en-GB,de;q=0.5" } });
    expect(english.headers.get("content-language")).toBe("en");
    expect(english.json.title).toBe("Invalid values");
    for (const { detail } of [...german.json.errors, ...english.json.errors])
      expect(detail).toMatch(/^[A-ZÄÖÜ].*[.]$/);
  });

  test("includes fields that do not exist, at any depth", async () => {
    const body = {
      ...patientExample,
      status: "in_therapy",
      id: newId(),
      address: { ...patientExample.address, contry: "DE" },
      "a/b~c": 1,
    };
    const { status, json } = await post({ body });
    expect(status).toBe(422);
    const pointers = json.errors.map((error: { pointer: string }) => error.pointer).sort();
    expect(pointers).toEqual(["#/address/contry", "#/a~1b~0c", "#/id", "#/status"]);
  });

  test("includes names that mean something to JavaScript", async () => {
    const raw = JSON.stringify(patientExample).replace("{", '{"__proto__":{"isAdmin":true},"constructor":1,');
    expect((await post({ raw })).status).toBe(422);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  test.each([
    ["birthDate", "0000-01-01"],
    ["birthDate", "9999-12-31"],
    ["waitingSince", "0000-01-01"],
    ["waitingSince", "9999-12-31"],
    ["firstName", "a\u0000b"],
    ["notes", "\u0000"],
    ["firstName", "x".repeat(81)],
    ["coordinates", { lat: 1e308, lon: 0 }],
    ["travel", { maxKm: -1 }],
    ["travel", { maxMinutes: 1e9 }],
    ["consents", ["all"]],
    ["symptoms", ["'; drop table patients; --"]],
    ["languages", Array(11).fill("de")],
    ["email", `${"a".repeat(250)}@example.org`],
    ["payer", "toString"],
  ])("patient: %s = %j", async (field, value) => {
    const before = await stored();
    expect((await post({ body: { ...patientExample, [field]: value } })).status).toBe(422);
    expect(await stored()).toEqual(before);
  });

  test.each([
    ["locations", []],
    ["locations", Array(11).fill(therapistExample.locations[0])],
    ["capacity", { individual: 1e9, from: "2026-01-01", notedOn: "2026-01-01" }],
    ["offers", [{ method: "XX", ageGroup: "adult", setting: "individual" }]],
    ["wishes", { ageMin: -1 }],
    ["lastName", ""],
    ["status", "blocked"],
    ["fixedFields", []],
  ])("therapist: %s = %j", async (field, value) => {
    const before = await stored();
    expect((await post({ body: { ...therapistExample, [field]: value } }, "therapists")).status).toBe(422);
    expect(await stored()).toEqual(before);
  });

  test("odd but possible text is kept letter by letter", async () => {
    const firstName = "‮<script>alert(1)</script> 😀 O'Brien %s ${x} {{y}}";
    const { status, json } = await post({ body: { ...patientExample, firstName } });
    expect([status, json.firstName]).toEqual([201, firstName]);
  });

  test("a block without a reason", async () => {
    const made = await post({ body: therapistExample }, "therapists");
    for (const body of [{}, { reason: "" }, { reason: "  " }, { reason: 1 }, { reason: "x", force: true }]) {
      const answer = await api.ask("POST", `/api/v1/therapists/${made.json.id}/block`, { token, body });
      expect(answer.status).toBe(422);
      expect(answer.json.errors.length).toBeGreaterThan(0);
    }
  });
});

describe("addresses", () => {
  test.each(["1", "null", "..%2f", "x".repeat(500), "00000000-0000-0000-0000-00000000000g", "%00"])(
    "the id %s is not found",
    async (id) => {
      for (const method of ["GET", "DELETE"]) {
        expect((await api.ask(method, `/api/v1/patients/${id}`, { token })).status).toBe(404);
        expect((await api.ask(method, `/api/v1/therapists/${id}`, { token })).status).toBe(404);
      }
    },
  );

  test("an id in capitals is the same id", async () => {
    const { json } = await post({ body: patientExample });
    expect((await api.ask("GET", `/api/v1/patients/${json.id.toUpperCase()}`, { token })).status).toBe(200);
  });

  test.each(["/api/v1", "/api/v1/nothing", "/api/v1/patients/x/y"])("%s is not found", async (address) => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"])
      expect((await api.ask(method, address)).json).toMatchObject({ status: 404 });
  });

  test.each([
    ["PUT", "/api/v1/patients", "HEAD, GET, POST, OPTIONS"],
    ["DELETE", "/api/v1/patients", "HEAD, GET, POST, OPTIONS"],
    ["POST", `/api/v1/patients/${newId()}`, "HEAD, GET, PATCH, DELETE, OPTIONS"],
    ["PUT", `/api/v1/therapists/${newId()}`, "HEAD, GET, PATCH, DELETE, OPTIONS"],
    ["GET", `/api/v1/therapists/${newId()}/block`, "POST, OPTIONS"],
    ["POST", "/api/v1/openapi.json", "HEAD, GET, OPTIONS"],
  ])("%s %s is not allowed, and it says what is", async (method, address, allow) => {
    const answer = await api.ask(method, address);
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, allow]);
    const asked = await api.ask("OPTIONS", address);
    expect([asked.status, asked.headers.get("allow")]).toEqual([204, allow]);
  });

  test.each([
    "status=nope",
    "status=open&status=open",
    "limit=0",
    "limit=101",
    "limit=1.5",
    "limit=x",
    "cursor=x",
    "cursor=%00",
    `cursor=${"A".repeat(48)}`,
    "q=Beispiel",
  ])("the query %s is refused by name", async (query) => {
    const { status, json } = await api.ask("GET", `/api/v1/patients?${query}`, { token });
    expect(status).toBe(422);
    expect(json.errors[0].parameter).toBe(query.split("=")[0]);
  });
});

describe("every answer", () => {
  test("is kept by no cache and says what it is", async () => {
    const answers = [
      await post({ body: patientExample }),
      await api.ask("GET", "/api/v1/patients", { token }),
      await api.ask("GET", "/api/v1/patients"),
      await api.ask("GET", "/api/v1/openapi.json"),
      await api.ask("PUT", "/api/v1/patients"),
    ];
    for (const { headers } of answers) {
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  test("comes 300 times a minute and token, then with the time to wait", async () => {
    // Counted in the database, so that one request is enough to fill the minute.
    const { limitRate } = await import("@/lib/core/rate-limit");
    const [row] = (await listApiTokens(api.ctx)).slice(0, 1);
    const now = new Date();
    for (let i = 0; i < requestsPerMinute; i++)
      await limitRate({ ...api.ctx, now }, `api:${row!.id}`, requestsPerMinute, 60);
    const answer = await api.ask("GET", "/api/v1/patients", { token });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const other = await api.tokenWith("patients.read");
    expect((await api.ask("GET", "/api/v1/patients", { token: other })).status).toBe(200);
  });

  test("to an error on our side has an id and no detail, and the log has no personal data", async () => {
    const lines: string[] = [];
    const log = vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line));
    await api.database.db.execute(`alter table patients rename column last_name to elsewhere`);
    const answer = await post({ body: patientExample });
    await api.database.db.execute(`alter table patients rename column elsewhere to last_name`);
    log.mockRestore();
    expect(answer.status).toBe(500);
    expect(Object.keys(answer.json).sort()).toEqual(["detail", "errorId", "status", "title", "type"]);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: "error",
      id: answer.json.errorId,
      where: "POST /patients",
    });
    expect(lines.join("")).not.toMatch(/Erna|Beispiel|example\.org|Musterweg|0241/);
    expect((await post({ body: patientExample })).status).toBe(201);
  });
});

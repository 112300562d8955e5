import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { patientExample, therapistExample } from "@/app/api/v1/examples";
import { patient, patientPage, therapist, therapistPage } from "@/app/api/v1/resources";
import { newId } from "@/db/columns";
import { apiTokens, auditEntries, patients } from "@/db/schema";
import { strictSchema } from "@/lib/web/strict-schema";
import { type TestApi, startTestApi } from "@/tests/support/api";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";

let api: TestApi;
let token: string;
beforeAll(async () => {
  api = await startTestApi();
  token = await api.tokenWith("patients.read", "patients.write", "therapists.read", "therapists.write");
});
afterAll(() => api.stop());

const create = async (noun: string, body: object, headers: Record<string, string> = {}) =>
  api.ask("POST", `/api/v1/${noun}`, { token, body, headers });

describe("patients", () => {
  test("are created with an address, read, changed and deleted", async () => {
    const made = await create("patients", patientExample);
    expect(made.status).toBe(201);
    const address = made.headers.get("location")!;
    expect(address).toBe(`/api/v1/patients/${made.json.id}`);
    const { waitingSince, ...sent } = patientExample;
    const search = { status: "active", since: `${waitingSince}T00:00:00.000Z` };
    expect(made.json).toMatchObject({ ...sent, search });
    expect(strictSchema(patient).safeParse(made.json).error).toBeUndefined();

    expect((await api.ask("GET", address, { token })).json).toEqual(made.json);
    const changed = await api.ask("PATCH", address, { token, body: { lastName: "Neu" } });
    expect(changed.status).toBe(200);
    const { updatedAt: _, ...before } = made.json;
    expect(changed.json).toMatchObject({ ...before, lastName: "Neu" });

    expect((await api.ask("DELETE", address, { token })).status).toBe(204);
    for (const method of ["GET", "DELETE"])
      expect((await api.ask(method, address, { token })).status).toBe(404);
  });

  test("a doubtful address is refused with what is known of it, and taken once it is confirmed", async () => {
    const doubtful = { ...patientExample.address, postalCode: "52062", city: "Köln" };
    const body = { ...patientExample, address: doubtful, coordinates: null };
    const refused = await create("patients", body, { "accept-language": "en" });
    expect(refused.status).toBe(422);
    expect(refused.json.errors).toEqual([
      { pointer: "#/address/city", detail: expect.stringMatching(/Aachen.*addressConfirmed=true/) },
    ]);
    const unknown = await create("patients", { ...body, address: { ...doubtful, postalCode: "00000" } });
    expect(unknown.json.errors[0].pointer).toBe("#/address/postalCode");
    expect((await create("patients?addressConfirmed=yes", body)).status).toBe(422);
    const made = await create("patients?addressConfirmed=true", body);
    expect([made.status, made.json.address]).toEqual([201, doubtful]);

    const path = `/api/v1/patients/${made.json.id}`;
    const move = { address: { ...doubtful, city: "Bonn" } };
    expect((await api.ask("PATCH", path, { token, body: { lastName: "Neu" } })).status).toBe(200);
    expect((await api.ask("PATCH", path, { token, body: move })).status).toBe(422);
    expect((await api.ask("PATCH", `${path}?addressConfirmed=true`, { token, body: move })).status).toBe(200);

    const sites = [...therapistExample.locations, { address: { postalCode: "50667", city: "Bonn" } }];
    const practice = await create("therapists", { ...therapistExample, locations: sites });
    expect(practice.json.errors[0].pointer).toBe(`#/locations/${sites.length - 1}/address/city`);
    expect(
      (await create("therapists?addressConfirmed=true", { ...therapistExample, locations: sites })).status,
    ).toBe(201);
  });

  test("each read of one is in the audit log with the token", async () => {
    const { json } = await create("patients", patientExample);
    await api.ask("GET", `/api/v1/patients/${json.id}`, { token });
    const entries = await api.ctx.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, json.id))
      .orderBy(auditEntries.id);
    const views = entries.filter((entry) => entry.act === "patient.view");
    expect(views).toHaveLength(2);
    const [owner] = await api.ctx.db.select().from(apiTokens).where(eq(apiTokens.id, views[0]!.actorId!));
    expect(owner!.lastUsedAt).not.toBeNull();
  });

  test("are listed by status, page by page, each once", async () => {
    for (let i = 0; i < 5; i++) await create("patients", { ...patientExample, consents: [] });
    const all = await api.ctx.db
      .select({ id: patients.id })
      .from(patients)
      .where(eq(patients.status, "open"));
    const seen: string[] = [];
    let next: string | null = "/api/v1/patients?status=open&limit=2";
    while (next) {
      const { status, json, headers } = await api.ask("GET", next, { token });
      expect(status).toBe(200);
      expect(strictSchema(patientPage).safeParse(json).error).toBeUndefined();
      expect(headers.get("link")).toBe(json.next && `<${json.next}>; rel="next"`);
      seen.push(...json.items.map((item: { id: string }) => item.id));
      next = json.next;
    }
    expect(seen.sort()).toEqual(all.map((row) => row.id).sort());
  });
});

describe("therapists", () => {
  test("are created with an address, read, changed, blocked, unblocked and deleted", async () => {
    const made = await create("therapists", therapistExample);
    expect(made.status).toBe(201);
    const address = made.headers.get("location")!;
    expect(made.json).toMatchObject({ ...therapistExample, status: "active" });
    expect(strictSchema(therapist).safeParse(made.json).error).toBeUndefined();
    expect((await api.ask("GET", address, { token })).json).toEqual(made.json);

    const changed = await api.ask("PATCH", address, { token, body: { phoneHours: {} } });
    expect(changed.json).toMatchObject({
      phoneHours: {},
      lastName: "Muster",
      fixedFields: made.json.fixedFields,
    });
    const blocked = await api.ask("POST", `${address}/block`, { token, body: { reason: "Elternzeit" } });
    expect(blocked.json).toMatchObject({ status: "blocked", blockedReason: "Elternzeit" });
    expect((await api.ask("POST", `${address}/block`, { token, body: { reason: "x" } })).status).toBe(409);
    expect((await api.ask("POST", `${address}/unblock`, { token })).json).toMatchObject({ status: "active" });
    expect((await api.ask("POST", `${address}/unblock`, { token })).status).toBe(409);
    expect((await api.ask("DELETE", address, { token })).status).toBe(204);
    expect((await api.ask("GET", address, { token })).status).toBe(404);
  });

  test("who was asked stays", async () => {
    const asked = await givenTherapist(api.ctx);
    await givenSentInquiry(api.ctx, asked, [(await givenPatient(api.ctx)).searchId]);
    const refused = await api.ask("DELETE", `/api/v1/therapists/${asked.id}`, { token });
    expect(refused.status).toBe(409);
    expect(refused.json.detail).toContain("deaktivieren");
  });

  test("are listed by status with everything about them", async () => {
    const { json: made } = await create("therapists", therapistExample);
    await api.ask("POST", `/api/v1/therapists/${made.id}/block`, { token, body: { reason: "x" } });
    const { json } = await api.ask("GET", "/api/v1/therapists?status=blocked", { token });
    expect(strictSchema(therapistPage).safeParse(json).error).toBeUndefined();
    expect(json.items.map((item: { id: string }) => item.id)).toEqual([made.id]);
    expect(json.next).toBeNull();
  });
});

describe("the same POST again", () => {
  test("with its Idempotency-Key makes nothing new", async () => {
    const headers = { "Idempotency-Key": newId() };
    const before = await api.ctx.db.$count(patients);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => create("patients", patientExample, headers)),
    );
    expect(new Set(answers.map((answer) => answer.json.id)).size).toBe(1);
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(201));
    const replayed = answers.filter((answer) => answer.headers.get("idempotency-replayed") === "true");
    expect(replayed).toHaveLength(7);
    expect(await api.ctx.db.$count(patients)).toBe(before + 1);
  });

  test("with other content is refused, for another noun or token it is another key", async () => {
    const headers = { "Idempotency-Key": newId() };
    const { json } = await create("patients", patientExample, headers);
    expect((await create("patients", { ...patientExample, firstName: "Andere" }, headers)).status).toBe(422);
    const other = await api.tokenWith("patients.write", "patients.read");
    const again = await api.ask("POST", "/api/v1/patients", { token: other, body: patientExample, headers });
    expect(again.status).toBe(201);
    expect(again.json.id).not.toBe(json.id);
  });

  test("after a refusal the key is free", async () => {
    const headers = { "Idempotency-Key": newId() };
    const wrong = { ...patientExample, birthDate: "2999-01-01" };
    expect((await create("patients", wrong, headers)).status).toBe(422);
    expect((await create("patients", patientExample, headers)).status).toBe(201);
  });
});

describe("a token", () => {
  test("does what its scopes say and nothing else", async () => {
    const [somebody, someone] = [await givenPatient(api.ctx), await givenTherapist(api.ctx)];
    const requests = [
      ["patients.read", "GET", "/api/v1/patients", undefined],
      ["patients.read", "GET", `/api/v1/patients/${somebody.id}`, undefined],
      ["patients.write", "POST", "/api/v1/patients", patientExample],
      ["patients.write", "PATCH", `/api/v1/patients/${somebody.id}`, { heardFrom: "x" }],
      ["patients.write", "DELETE", `/api/v1/patients/${somebody.id}`, undefined],
      ["therapists.read", "GET", "/api/v1/therapists", undefined],
      ["therapists.read", "GET", `/api/v1/therapists/${someone.id}`, undefined],
      ["therapists.write", "POST", "/api/v1/therapists", therapistExample],
      ["therapists.write", "PATCH", `/api/v1/therapists/${someone.id}`, { fax: null }],
      ["therapists.write", "POST", `/api/v1/therapists/${someone.id}/block`, { reason: "x" }],
      ["therapists.write", "POST", `/api/v1/therapists/${someone.id}/unblock`, undefined],
      ["therapists.write", "DELETE", `/api/v1/therapists/${someone.id}`, undefined],
    ] as const;
    for (const scope of ["patients.read", "patients.write", "therapists.read", "therapists.write"] as const) {
      const limited = await api.tokenWith(scope);
      for (const [needed, method, address, body] of requests.filter(([needed]) => needed !== scope)) {
        const answer = await api.ask(method, address, { token: limited, body });
        expect([needed, method, address, answer.status]).toEqual([needed, method, address, 403]);
        expect(answer.headers.get("www-authenticate")).toContain(`scope="${needed}"`);
      }
    }
    for (const [needed, method, address, body] of requests) {
      const able = await api.tokenWith(needed);
      expect((await api.ask(method, address, { token: able, body })).status).toBeLessThan(300);
    }
  });

  test("that may only write gets the id back and nothing to read", async () => {
    const writer = await api.tokenWith("patients.write");
    const made = await api.ask("POST", "/api/v1/patients", { token: writer, body: patientExample });
    expect(made.json).toEqual({ id: expect.any(String) });
    const changed = await api.ask("PATCH", made.headers.get("location")!, {
      token: writer,
      body: { heardFrom: "x" },
    });
    expect(changed.json).toEqual({ id: made.json.id });
  });
});

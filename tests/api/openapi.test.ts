import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/app/api/v1/operations";
import { newId } from "@/db/columns";
import { type TestApi, startTestApi } from "@/tests/support/api";

type Described = {
  operationId: string;
  description: string;
  responses: Record<string, unknown>;
  parameters?: { in: string; name: string }[];
  requestBody?: object;
};
type OpenApi = {
  openapi: string;
  info: object;
  security: object[];
  components: Record<string, Record<string, unknown>>;
  paths: Record<string, Record<string, Described>>;
};

let api: TestApi;
let document: OpenApi;
beforeAll(async () => {
  api = await startTestApi();
  const answer = await api.ask("GET", "/api/v1/openapi.json");
  expect(answer.status).toBe(200);
  document = answer.json as OpenApi;
});
afterAll(() => api.stop());

const methods = ["get", "post", "put", "patch", "delete"];
const addressOf = (path: string) => `/api/v1${path.replace("{id}", newId())}`;

/** Every object inside the document, with where it stands. */
function* walk(node: unknown, path = "#"): Generator<[string, Record<string, unknown>]> {
  if (node === null || typeof node !== "object") return;
  if (!Array.isArray(node)) yield [path, node as Record<string, unknown>];
  for (const [key, inner] of Object.entries(node)) yield* walk(inner, `${path}/${key}`);
}

function resolve(reference: string): unknown {
  return reference
    .slice(2)
    .split("/")
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
}

describe("the OpenAPI document", () => {
  test("is of version 3.1 and says how to authenticate", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(document.components.securitySchemes).toMatchObject({
      bearer: { type: "http", scheme: "bearer" },
    });
    expect(document.security).toEqual([{ bearer: [] }]);
  });

  test("every reference leads somewhere", () => {
    const references = [...walk(document)].flatMap(([, node]) =>
      typeof node.$ref === "string" ? [node.$ref] : [],
    );
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) expect([reference, resolve(reference)]).not.toContain(undefined);
  });

  test("nothing in it is unused", () => {
    const text = JSON.stringify(document);
    for (const kind of ["schemas", "responses"]) {
      for (const name of Object.keys(document.components[kind]!)) {
        // 405 is the answer to a method that the document does not have.
        if (name !== "methodNotAllowed") expect(text).toContain(`"#/components/${kind}/${name}"`);
      }
    }
  });

  test("schemas are JSON Schema: known types, and what is required exists", () => {
    const types = ["string", "number", "integer", "boolean", "object", "array", "null"];
    for (const [path, node] of walk(document.components.schemas, "#/components/schemas")) {
      if (/\/(properties|default|examples(\/\d+)?)$/.test(path) || path.includes("/examples/")) continue;
      const { type, required, properties } = node as {
        type?: unknown;
        required?: string[];
        properties?: object;
      };
      for (const one of [type ?? []].flat())
        expect([path, types]).toEqual([path, expect.arrayContaining([one])]);
      for (const name of required ?? [])
        expect([path, Object.keys(properties ?? {})]).toEqual([path, expect.arrayContaining([name])]);
    }
  });

  test("operation ids are unique, and each operation names scope, success and problems", () => {
    const ids: string[] = [];
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        const { operationId, responses, description, parameters = [] } = operation;
        ids.push(operationId);
        expect(description).toMatch(/Scope: `(patients|therapists)\.(read|write)`/);
        const statuses = Object.keys(responses);
        expect(statuses.filter((status) => status.startsWith("2"))).toHaveLength(1);
        expect(statuses).toEqual(expect.arrayContaining(["401", "403", "429", "500"]));
        if (path.includes("{id}")) expect(statuses).toContain("404");
        if (operation.requestBody)
          expect(statuses).toEqual(expect.arrayContaining(["400", "413", "415", "422"]));
        const names = parameters.map((parameter) => `${parameter.in}:${parameter.name}`);
        expect(names.includes("path:id")).toBe(path.includes("{id}"));
        expect(method === "post" && !path.includes("{id}")).toBe(names.includes("header:Idempotency-Key"));
      }
    }
    expect(new Set(ids).size).toBe(operations.length);
  });

  test("its methods and no others are there", async () => {
    for (const [path, item] of Object.entries(document.paths)) {
      expect(existsSync(`app/api/v1${path.replace("{id}", "[id]")}/route.ts`)).toBe(true);
      for (const method of methods) {
        const { status } = await api.ask(method.toUpperCase(), addressOf(path));
        expect([path, method, status]).toEqual([path, method, method in item ? 401 : 405]);
      }
    }
  });

  test("its examples are taken by the routes", async () => {
    const token = await api.tokenWith(
      "patients.read",
      "patients.write",
      "therapists.read",
      "therapists.write",
    );
    const made: Record<string, string> = {};
    for (const { method, path, body } of operations.filter((operation) => operation.body)) {
      const noun = path.split("/")[1]!;
      const address = `/api/v1${path.replace("{id}", made[noun] ?? "")}`;
      const answer = await api.ask(method, address, { token, body: body!.example });
      expect([method, path, answer.status]).toEqual([
        method,
        path,
        method === "POST" && !made[noun] ? 201 : 200,
      ]);
      made[noun] ??= answer.json.id;
    }
    expect(Object.keys(made)).toEqual(["patients", "therapists"]);
  });

  test("the types of problems lead to their description in it", async () => {
    const { json } = await api.ask("GET", "/api/v1/patients");
    const [address, fragment] = String(json.type).split("#");
    expect(address).toBe("/api/v1/openapi.json");
    expect(resolve(`#${fragment}`)).toMatchObject({ description: expect.any(String) });
  });
});

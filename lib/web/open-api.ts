import { z } from "zod";
import { apiScopes } from "@/lib/core/permissions";
import type { Operation } from "./api";
import { maxBodyBytes } from "./read-json";
import { type ProblemKind, problemStatus } from "./problem";

type Json = Record<string, unknown>;
type Definition = {
  info: { title: string; version: string; description: string };
  /** Where the paths begin, relative to the document's host. */
  server: string;
  operations: readonly Operation<never, never>[];
  /** What is answered, by name. */
  resources: Record<string, z.ZodType>;
};

const always: ProblemKind[] = ["unauthenticated", "forbidden", "rateLimited", "unexpected", "unavailable"];

/**
 * The OpenAPI 3.1 document of the given operations, made from the very schemas that check what is sent: it cannot say
 * anything else than what the routes do.
 */
export function openApiDocument({ info, server, operations, resources }: Definition): Json {
  const bodies = Object.fromEntries(
    operations.flatMap(({ body }) => (body ? [[body.name, body.schema as z.ZodType]] : [])),
  );
  const paths: Record<string, Json> = {};
  for (const operation of operations)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describeOperation(operation),
    };
  return {
    openapi: "3.1.0",
    info,
    servers: [{ url: server }],
    security: [{ bearer: [] }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...schemasOf(bodies, "input"), ...schemasOf(resources, "output"), Problem: problemSchema },
      responses: Object.fromEntries(
        Object.entries(problemStatus).map(([kind]) => [kind, describeProblem(kind as ProblemKind)]),
      ),
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          description: `An API token, made by an administrator, with one or more of the scopes ${apiScopes.join(", ")}. Each operation names the one it needs.`,
        },
      },
    },
  };
}

function describeOperation(operation: Operation<never, never>): Json {
  const { id, tag, summary, description = "", scope, body, success } = operation;
  const problems: ProblemKind[] = [
    ...always,
    ...operation.problems,
    ...(body ? (["malformed", "tooLarge", "unsupportedType", "invalid"] as const) : []),
    ...(operation.query ? (["invalid"] as const) : []),
  ];
  const parameters = parametersOf(operation);
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `${description} Scope: \`${scope}\`.`.trim(),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            description: `At most ${maxBodyBytes / 1000} kB.`,
            content: { "application/json": { schema: ref("schemas", body.name), example: body.example } },
          },
        }
      : {}),
    responses: Object.fromEntries([
      [String(success.status), describeSuccess(operation)],
      ...[...new Set(problems)]
        .map((kind) => [String(problemStatus[kind]), ref("responses", kind)] as const)
        .sort(([a], [b]) => Number(a) - Number(b)),
    ]),
  };
}

function parametersOf({ path, query, isIdempotent }: Operation<never, never>): Json[] {
  const parameters: Json[] = [];
  if (path.includes("{id}"))
    parameters.push({
      name: "id",
      in: "path",
      required: true,
      schema: { type: "string", format: "uuid" },
    });
  if (query) {
    const { properties = {} } = z.toJSONSchema(query, { io: "input" });
    for (const [name, schema] of Object.entries(properties))
      parameters.push({ name, in: "query", required: false, schema });
  }
  if (isIdempotent)
    parameters.push({
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description:
        "Any text of your choice, such as a UUID. The same key with the same content makes nothing new for 24 hours and is answered with what was made, and the header Idempotency-Replayed.",
      schema: { type: "string", minLength: 1, maxLength: 255 },
    });
  return parameters;
}

function describeSuccess({ success }: Operation<never, never>): Json {
  const { status, description, schemas = [] } = success;
  const refs = schemas.map((name) => ref("schemas", name));
  const schema = refs.length > 1 ? { anyOf: refs } : refs[0];
  const location = { Location: { description: "Address of the new record", schema: { type: "string" } } };
  return {
    description,
    ...(status === 201 ? { headers: location } : {}),
    ...(schema ? { content: { "application/json": { schema } } } : {}),
  };
}

const problemTexts: Record<ProblemKind, string> = {
  malformed: "The body is not JSON, or a header is malformed.",
  unauthenticated: "There is no valid token.",
  forbidden: "The token lacks the scope.",
  notFound: "There is no such record or address.",
  methodNotAllowed: "The address does not have this method.",
  conflict: "The state of the record does not allow it.",
  tooLarge: "The body is too large.",
  unsupportedType: "The body is not application/json in UTF-8.",
  invalid: "Values are refused; `errors` says which and why.",
  rateLimited: "Too many requests; `Retry-After` says when to go on, in seconds.",
  unexpected: "An error on our side; `errorId` names it in our log.",
  unavailable: "Not possible at the moment; `Retry-After` says when to try again, in seconds.",
};

function describeProblem(kind: ProblemKind): Json {
  const text = { type: "string" };
  const headers: Record<string, Json> = {
    ...(["unauthenticated", "forbidden"].includes(kind) ? { "WWW-Authenticate": { schema: text } } : {}),
    ...(kind === "methodNotAllowed" ? { Allow: { schema: text } } : {}),
    ...(["rateLimited", "unavailable"].includes(kind) ? { "Retry-After": { schema: text } } : {}),
  };
  return {
    description: problemTexts[kind],
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    content: { "application/problem+json": { schema: ref("schemas", "Problem") } },
  };
}

const place = (name: string, description: string) => ({ [name]: { type: "string", description } });
const problemSchema = {
  type: "object",
  description: "A problem document (RFC 9457); texts in the language of Accept-Language, German by default.",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string", format: "uri-reference", description: "Names the kind of problem." },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["detail"],
        properties: {
          ...place("pointer", "The field, as a JSON pointer in a fragment, such as #/address/postalCode"),
          ...place("parameter", "The query parameter"),
          ...place("header", "The header"),
          detail: { type: "string" },
        },
      },
    },
    errorId: { type: "string" },
  },
  examples: [
    {
      type: "/api/v1/openapi.json#/components/responses/invalid",
      title: "Angaben ungültig",
      status: 422,
      detail: "Eine Angabe ist ungültig, siehe „errors“.",
      errors: [
        {
          pointer: "#/address/postalCode",
          detail: "Bitte geben Sie die Postleitzahl mit fünf Ziffern ein.",
        },
      ],
    },
  ],
};

/** JSON Schemas by name; a schema that occurs inside another one of the list becomes a reference to it. */
function schemasOf(named: Record<string, z.ZodType>, io: "input" | "output"): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ zodSchema, jsonSchema }) => {
      // Answers may gain fields; who reads them should not stumble over one.
      if (io === "output" && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
      if (io === "input" && zodSchema instanceof z.ZodPipe && zodSchema.def.out instanceof z.ZodEmail)
        jsonSchema.format = "email";
    },
  });
  const described = Object.entries(schemas).map(([name, schema]) => {
    const fields = Object.entries(schema).filter(([key]) => key !== "$schema" && key !== "$id");
    return [name, Object.fromEntries(fields)];
  });
  return Object.fromEntries(described) as Record<string, Json>;
}

function ref(kind: "schemas" | "responses", name: string): Json {
  return { $ref: `#/components/${kind}/${name}` };
}

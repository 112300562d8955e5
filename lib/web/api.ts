import type { z } from "zod";
import { type Context, createContext, may } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { once } from "@/lib/core/idempotency";
import type { ApiScope } from "@/lib/core/permissions";
import { limitRate } from "@/lib/core/rate-limit";
import { authenticateApiToken } from "@/lib/domain/staff/api-tokens";
import { chooseLocale } from "@/lib/i18n/locale";
import { ProblemError, type ProblemKind, problemResponse, refusedBody, refusedQuery } from "./problem";
import { readJson } from "./read-json";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** One thing the REST API can do: what the route enforces and the OpenAPI document says. */
export type Operation<Body = unknown, Query = unknown> = {
  method: Method;
  /** Below /api/v1, with `{id}` for the record. */
  path: string;
  id: string;
  tag: string;
  summary: string;
  description?: string;
  scope: ApiScope;
  query?: z.ZodObject & z.ZodType<Query>;
  body?: { name: string; schema: z.ZodType<Body>; example: object };
  /** Takes an Idempotency-Key. */
  isIdempotent?: boolean;
  /** `schemas` are names of the document's components; more than one means either. */
  success: { status: 200 | 201 | 204; description: string; schemas?: string[] };
  /** Problems beyond those that every operation has. */
  problems: ProblemKind[];
};

export type Call<Body, Query> = {
  ctx: Context;
  id: string;
  body: Body;
  query: Query;
  /** Makes something once for each Idempotency-Key; without such a header, each time. */
  once: (make: (ctx: Context) => Promise<string>) => Promise<{ id: string; replayed: boolean }>;
};

/** Next gives an address without variable parts no parameters at all, whatever its types say. */
type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
export type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

/** Requests of one token in a minute. */
export const requestsPerMinute = 300;

/**
 * The route handler of an operation: finds who acts by the bearer token, limits the rate, reads and checks everything
 * that was sent, calls `handle` with it, and turns whatever goes wrong into a problem document.
 */
export function endpoint<Body, Query>(
  operation: Operation<Body, Query>,
  handle: (call: Call<Body, Query>) => Promise<Response>,
): RouteHandler {
  return answered(`${operation.method} ${operation.path}`, async (request, { params }) => {
    const ctx = await authenticate(request, operation.scope);
    const id = (await params)?.id ?? "";
    if (operation.path.includes("{id}") && !isUuid(id)) throw notFound();
    const query = operation.query ? readQuery(operation.query, request) : (undefined as Query);
    const key = operation.isIdempotent ? idempotencyKey(request) : null;
    const { body, text } = await readBody(operation, request);
    return handle({
      ctx,
      id: String(id).toLowerCase(),
      body,
      query,
      once: async (make) =>
        key === null
          ? { id: await make(ctx), replayed: false }
          : once(ctx, { key, content: `${operation.id}\n${text}` }, make),
    });
  });
}

/** The answer to every method that an address does not have. */
export function methodNotAllowed(...methods: Method[]): RouteHandler {
  const Allow = allowed(methods);
  return answered("method", async () => {
    throw new ProblemError("methodNotAllowed", "method", { params: { methods: Allow }, headers: { Allow } });
  });
}

/** The answer to OPTIONS. */
export function options(...methods: Method[]): RouteHandler {
  return answered(
    "options",
    async () => new Response(null, { status: 204, headers: { Allow: allowed(methods) } }),
  );
}

/** The answer at every address below /api/v1 that does not exist. */
export const noSuchAddress: RouteHandler = answered("address", async () => {
  throw new ProblemError("notFound", "address");
});

/** Runs `work`; its errors become problems in the client's language, and nothing is kept by any cache. */
export function answered(where: string, work: RouteHandler): RouteHandler {
  return async (request, context) => {
    const response = await work(request, context).catch((error: unknown) =>
      problemResponse(error, chooseLocale(undefined, request.headers.get("accept-language")), where),
    );
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Content-Type-Options", "nosniff");
    return response;
  };
}

async function authenticate(request: Request, scope: ApiScope): Promise<Context> {
  const header = request.headers.get("authorization");
  const anonymous = createContext({ kind: "public" });
  if (!header) throw unauthenticated("tokenMissing", 'Bearer realm="Lotse"');
  const secret = /^bearer +(\S+)$/i.exec(header.trim())?.[1] ?? "";
  const actor = await authenticateApiToken(anonymous, secret);
  if (!actor) throw unauthenticated("tokenInvalid", 'Bearer realm="Lotse", error="invalid_token"');
  const ctx = { ...anonymous, actor };
  await limitRate(ctx, `api:${actor.tokenId}`, requestsPerMinute, 60);
  if (may(ctx, scope)) return ctx;
  const challenge = `Bearer realm="Lotse", error="insufficient_scope", scope="${scope}"`;
  throw new ProblemError("forbidden", "scopeMissing", {
    params: { scope },
    headers: { "WWW-Authenticate": challenge },
  });
}

function unauthenticated(word: "tokenMissing" | "tokenInvalid", challenge: string): ProblemError {
  return new ProblemError("unauthenticated", word, { headers: { "WWW-Authenticate": challenge } });
}

function readQuery<Query>(schema: z.ZodType<Query>, request: Request): Query {
  const { searchParams } = new URL(request.url);
  const repeated = [...new Set(searchParams.keys())].filter((name) => searchParams.getAll(name).length > 1);
  if (repeated.length > 0) {
    const refused = repeated.map((parameter) => ({ parameter, word: "repeatedParameter" }));
    throw new ProblemError("invalid", "fields", { params: { count: refused.length }, refused });
  }
  const result = schema.safeParse(Object.fromEntries(searchParams));
  if (!result.success) throw refusedQuery(result.error.issues);
  return result.data;
}

async function readBody<Body>(
  operation: Operation<Body, unknown>,
  request: Request,
): Promise<{ body: Body; text: string }> {
  if (!operation.body) return { body: undefined as Body, text: "" };
  const { value, text } = await readJson(request);
  const result = operation.body.schema.safeParse(value, { reportInput: false });
  if (!result.success) throw refusedBody(result.error.issues);
  return { body: result.data, text };
}

function idempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return key;
  const refused = [{ header: "Idempotency-Key", word: "idempotencyKey" }];
  throw new ProblemError("malformed", "idempotencyKey", { refused });
}

function isUuid(text: unknown): boolean {
  return typeof text === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

function allowed(methods: Method[]): string {
  return [...(methods.includes("GET") ? ["HEAD"] : []), ...methods, "OPTIONS"].join(", ");
}

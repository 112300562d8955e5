import { newId } from "@/db/columns";
import { closeDatabase } from "@/db/client";
import type { Context } from "@/lib/core/context";
import type { ApiScope } from "@/lib/core/permissions";
import { createApiToken } from "@/lib/domain/staff/api-tokens";
import type { RouteHandler } from "@/lib/web/api";
import { createTestDatabase } from "./database";
import { systemOn } from "./factories";

type Routes = Partial<Record<string, RouteHandler>>;
export type Ask = {
  token?: string;
  body?: unknown;
  /** Sent as it is, in place of `body`. */
  raw?: BodyInit;
  headers?: Record<string, string>;
};
export type TestApi = Awaited<ReturnType<typeof startTestApi>>;

/**
 * The REST API on a database of its own, asked as Next does: by address, with its parameters or none, without a server in between. The routes use
 * the pool of the process, so a test file starts one API only.
 */
export async function startTestApi() {
  const database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  const table = await loadRoutes();
  const ctx: Context = systemOn(database.db);

  const ask = async (method: string, address: string, { token, body, raw, headers }: Ask = {}) => {
    const url = new URL(address, "http://127.0.0.1:3999");
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new Request(url, {
      method,
      body: content,
      duplex: content instanceof ReadableStream ? "half" : undefined,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(content === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
    } as RequestInit);
    const { routes, params } = find(table, url.pathname);
    const response = await routes[method]!(request, { params: Promise.resolve(params!) });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      // Any: tests look into answers of many shapes.
      // oxlint-disable-next-line typescript/no-explicit-any
      json: text === "" ? null : (JSON.parse(text) as any),
    };
  };

  return {
    ctx,
    database,
    ask,
    tokenWith: async (...scopes: ApiScope[]) =>
      (await createApiToken(ctx, { name: `test ${newId()}`, scopes })).secret,
    stop: async () => {
      await closeDatabase();
      await database.drop();
    },
  };
}

/** Every route file of the API by the pattern of its address; imported late, when the database is known. */
async function loadRoutes() {
  const id = "([^/]+)";
  return [
    ["/api/v1/openapi.json", await import("@/app/api/v1/openapi.json/route")],
    ["/api/v1/patients", await import("@/app/api/v1/patients/route")],
    [`/api/v1/patients/${id}`, await import("@/app/api/v1/patients/[id]/route")],
    ["/api/v1/therapists", await import("@/app/api/v1/therapists/route")],
    [`/api/v1/therapists/${id}`, await import("@/app/api/v1/therapists/[id]/route")],
    [`/api/v1/therapists/${id}/block`, await import("@/app/api/v1/therapists/[id]/block/route")],
    [`/api/v1/therapists/${id}/unblock`, await import("@/app/api/v1/therapists/[id]/unblock/route")],
    ["/api/v1.*", await import("@/app/api/v1/[[...path]]/route")],
  ] as [string, Routes][];
}

function find(table: [string, Routes][], pathname: string) {
  for (const [pattern, routes] of table) {
    const match = new RegExp(`^${pattern}$`).exec(pathname);
    if (match)
      return { routes, params: match[1] === undefined ? undefined : { id: decodeURIComponent(match[1]) } };
  }
  throw new Error(`no route for ${pathname}`);
}

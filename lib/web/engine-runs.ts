import { z } from "zod";
import { env } from "@/lib/env";

const runStatuses = ["queued", "running", "completed", "failed", "cancelled"] as const;
export type RunStatus = (typeof runStatuses)[number];

export const runFilter = z.object({
  status: z.enum(runStatuses).optional(),
  cursor: z.uuid().optional(),
});

const run = z.object({
  id: z.string(),
  functionId: z.string(),
  eventName: z.string(),
  status: z.enum(runStatuses),
  activity: z.enum(["executing", "waiting", "queued"]).nullable(),
  createdAt: z.coerce.date(),
  startedAt: z.coerce.date().nullable(),
  endedAt: z.coerce.date().nullable(),
  errorName: z.string().nullable(),
});
export type EngineRun = z.output<typeof run>;

const step = z.object({
  id: z.string(),
  name: z.string(),
  op: z.string(),
  state: z.enum(["planned", "sleeping", "waiting", "invoking", "done", "failed"]),
  attempts: z.number(),
  createdAt: z.coerce.date(),
  endedAt: z.coerce.date().nullable(),
  dueAt: z.coerce.date().nullable(),
  errorName: z.string().nullable(),
});
export type EngineStep = z.output<typeof step>;

const status = z.object({ runs: z.record(z.string(), z.number()), engines: z.number() });
const page = z.object({ runs: z.array(run), next: z.string().nullable() });

export type EngineView =
  | { kind: "engine"; counts: Record<string, number>; runs: EngineRun[]; next: string | null }
  | { kind: "server"; url: string }
  | { kind: "off" };

/** What the workflow engine does: our own shows its runs, a real Inngest server has pages of its own, or none answers. */
export async function readEngine(filter: z.output<typeof runFilter>): Promise<EngineView> {
  const base = env().INNGEST_BASE_URL;
  if (!base) return { kind: "off" };
  const overview = await ask("/v1/status", status);
  if (overview === "silent") return { kind: "off" };
  if (overview === "other") return { kind: "server", url: base };
  const query = new URLSearchParams({ limit: "50", ...present(filter) });
  const runs = await ask(`/v1/runs?${query}`, page);
  if (runs === "silent" || runs === "other") return { kind: "off" };
  return { kind: "engine", counts: overview.runs, ...runs };
}

/** One run of our own engine with its steps, or null. */
export async function readEngineRun(id: string): Promise<(EngineRun & { steps: EngineStep[] }) | null> {
  const found = await ask(`/v1/runs/${encodeURIComponent(id)}`, run.extend({ steps: z.array(step) }));
  return found === "silent" || found === "other" ? null : found;
}

/** Lets a failed run go on; false when it did not. */
export async function retryEngineRun(id: string): Promise<boolean> {
  const retried = await ask(`/v1/runs/${encodeURIComponent(id)}/retry`, z.unknown(), "POST");
  return retried !== "silent" && retried !== "other";
}

/** `silent`: nobody answers in time. `other`: somebody does, but not our engine, or it refuses. */
async function ask<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  method = "GET",
): Promise<z.output<Schema> | "silent" | "other"> {
  const { INNGEST_BASE_URL: base = "", INNGEST_SIGNING_KEY: key = "" } = env();
  const headers = { authorization: `Bearer ${key}` };
  try {
    const response = await fetch(new URL(path, base), {
      method,
      headers,
      cache: "no-store",
      signal: AbortSignal.timeout(3000),
    });
    const answer: unknown = response.ok ? await response.json().catch(() => null) : null;
    const parsed = schema.safeParse(answer);
    return response.ok && parsed.success ? parsed.data : "other";
  } catch {
    return "silent";
  }
}

function present(filter: object): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

import { setTimeout } from "node:timers/promises";
import type { z } from "zod";
import { currentTime } from "@/lib/core/clock";
import type { Context } from "@/lib/core/context";
import { FetchFailed, type LimitedResponse, fetchLimited, retryAfterMs } from "@/lib/core/fetch-limited";
import { noteFailure, noteSuccess, takeTurn } from "@/lib/core/service-gate";
import { env } from "@/lib/env";

/** The service gave no proper answer, or was not asked because it is being left alone; nothing is known. */
export class ServiceUnavailable extends Error {
  readonly wasAsked: boolean;

  constructor(message: string, wasAsked: boolean) {
    super(message);
    this.name = "ServiceUnavailable";
    this.wasAsked = wasAsked;
  }
}

export type Question<T> = {
  url: URL;
  method?: "GET" | "POST";
  body?: unknown;
  /** What a proper answer looks like, by its status; any other status is no answer. */
  answers: Readonly<Record<number, z.ZodType<T>>>;
  timeoutMs: number;
  maxBytes: number;
};

/** Public services ask for at most one question a second; who runs one for Lotse need not spare it. */
const publicPauseMs = 1000;
const maxWaitMs = 15_000;

/**
 * Asks a geocoder or router and returns its checked answer. All processes together keep the pace and leave a failing
 * service alone. Throws ServiceUnavailable for everything that is no proper answer.
 */
export async function askService<T>(ctx: Context, question: Question<T>): Promise<T> {
  const { host, hostname } = question.url;
  const pauseMs = isOwnServer(hostname) ? 0 : publicPauseMs;
  const waitMs = await takeTurn(ctx, { host, pauseMs, maxWaitMs });
  if (waitMs === null) throw new ServiceUnavailable(`${host} is left alone for now`, false);
  if (waitMs > 0) await setTimeout(waitMs);
  let response: LimitedResponse | null = null;
  try {
    response = await fetchLimited(question.url, requestOf(question));
    const answer = readAnswer(question, response);
    await noteSuccess(ctx, host);
    return answer;
  } catch (error) {
    if (!(error instanceof FetchFailed || error instanceof ServiceUnavailable)) throw error;
    await noteFailure(ctx, host, response && retryAfterMs(response.headers, currentTime()));
    throw new ServiceUnavailable(`${host}: ${error.message}`, true);
  }
}

function requestOf({ method, body, timeoutMs, maxBytes }: Question<unknown>) {
  const headers = {
    "User-Agent": encodeURI(`Lotse (${env().OPERATOR_EMAIL ?? env().APP_URL})`).replaceAll("%20", " "),
    Accept: "application/json",
    ...(body === undefined ? {} : { "Content-Type": "application/json" }),
  };
  return {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    timeoutMs,
    maxBytes,
  };
}

function readAnswer<T>({ answers }: Question<T>, { status, text }: LimitedResponse): T {
  const answer = answers[status];
  if (!answer) throw new ServiceUnavailable(`status ${status}`, true);
  const result = answer.safeParse(parseJson(text));
  if (!result.success) throw new ServiceUnavailable("an answer of another shape", true);
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** This machine, its private network, or a name without a dot such as a container's. */
export function isOwnServer(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  return (
    !/[.:]/.test(name) ||
    /^(127\.\d+|10\.\d+|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d+\.\d+$/.test(name) ||
    /^(::1$|f[cd][0-9a-f]{2}:)/.test(name) ||
    /\.(localhost|local|internal|lan|home\.arpa)$/.test(name)
  );
}

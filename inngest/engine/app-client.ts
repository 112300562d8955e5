import http from "node:http";
import https from "node:https";
import { canonicalJson } from "./canonical-json";
import type { Settings } from "./settings";
import { signBody, signatureMatches } from "./signature";

export type Reply = { status: number; headers: http.IncomingHttpHeaders; text: string };
/** `unreachable`: the application was not asked. `broken`: it may have been, and no whole answer came. */
export type CallFailure = { failure: "unreachable" | "broken"; reason: string };

export type AppClient = {
  call: (
    functionId: string,
    stepId: string,
    body: string,
    onSent: () => void,
  ) => Promise<Reply | CallFailure>;
  sync: () => Promise<Reply | CallFailure>;
  /** Whether the reply comes from the SDK and is signed with our key. */
  isGenuine: (reply: Reply) => boolean;
  close: () => void;
};

const neverConnected = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
const mostBytes = 16 * 1024 * 1024;
const syncTimeoutMs = 30_000;

/** Speaks the SDK's protocol to the application, over kept-alive connections, with at most `maxCalls` calls at once. */
export function createAppClient(settings: Settings): AppClient {
  const url = new URL(settings.appUrl);
  const transport = url.protocol === "https:" ? https : http;
  const agent = new transport.Agent({ keepAlive: true, maxSockets: settings.maxCalls + 2 });
  const limit = createLimit(settings.maxCalls);
  const headers = (body: string) => ({
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "x-inngest-signature": signBody(body, settings.signingKey),
  });
  const send = (
    method: string,
    target: URL,
    body: string,
    extra: object,
    timeoutMs: number,
    onSent: () => void,
  ) =>
    exchange(
      transport,
      target,
      { method, agent, headers: { ...headers(body), ...extra } },
      body,
      timeoutMs,
      onSent,
    );
  return {
    call: (functionId, stepId, body, onSent) => {
      const target = new URL(url);
      target.searchParams.set("fnId", functionId);
      target.searchParams.set("stepId", stepId);
      return limit(() => send("POST", target, body, {}, settings.callTimeoutMs, onSent));
    },
    sync: () => {
      const body = canonicalJson({ url: settings.appUrl });
      return send("PUT", url, body, { "x-inngest-sync-kind": "in_band" }, syncTimeoutMs, () => {});
    },
    isGenuine: (reply) => {
      const signature = reply.headers["x-inngest-signature"];
      return signatureMatches(
        Array.isArray(signature) ? signature[0] : signature,
        reply.text,
        settings.signingKey,
      );
    },
    close: () => agent.destroy(),
  };
}

async function exchange(
  transport: typeof http | typeof https,
  url: URL,
  options: http.RequestOptions,
  body: string,
  timeoutMs: number,
  onSent: () => void,
): Promise<Reply | CallFailure> {
  const outcome = await exchangeOnce(transport, url, options, body, timeoutMs, onSent);
  // The application closed an idle connection just as it was picked up again: nobody has seen the request.
  return "stale" in outcome
    ? asFailure(await exchangeOnce(transport, url, options, body, timeoutMs, onSent))
    : outcome;
}

type Stale = { stale: true };

function asFailure(outcome: Reply | CallFailure | Stale): Reply | CallFailure {
  return "stale" in outcome ? { failure: "broken", reason: "ECONNRESET" } : outcome;
}

function exchangeOnce(
  transport: typeof http | typeof https,
  url: URL,
  options: http.RequestOptions,
  body: string,
  timeoutMs: number,
  onSent: () => void,
): Promise<Reply | CallFailure | Stale> {
  return new Promise((resolve) => {
    const request = transport.request(url, options);
    const timer = setTimeout(
      () => request.destroy(Object.assign(new Error(), { code: "TIMEOUT" })),
      timeoutMs,
    );
    const settle = (outcome: Reply | CallFailure | Stale) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    request.on("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code ?? "error";
      if (reason === "ECONNRESET" && request.reusedSocket) return settle({ stale: true });
      settle({ failure: neverConnected.has(reason) ? "unreachable" : "broken", reason });
    });
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > mostBytes) request.destroy(Object.assign(new Error(), { code: "TOO_LARGE" }));
        else chunks.push(chunk);
      });
      response.on("error", () => settle({ failure: "broken", reason: "cut off" }));
      response.on("end", () =>
        settle({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    request.end(body, onSent);
  });
}

function createLimit(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const line: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => line.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else running--;
    }
  };
}

export type LimitedRequest = {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  /** For everything together: connecting, waiting and reading. */
  timeoutMs: number;
  /** Of the answer's body. */
  maxBytes: number;
};

export type LimitedResponse = { status: number; headers: Headers; text: string };

/** No whole answer came: no connection, too slow, too long, or sent on to another address. */
export class FetchFailed extends Error {
  readonly reason: "network" | "timeout" | "too-large" | "redirect";

  constructor(reason: FetchFailed["reason"], options?: ErrorOptions) {
    super(`no answer: ${reason}`, options);
    this.name = "FetchFailed";
    this.reason = reason;
  }
}

/**
 * Fetches from a foreign server that may be slow, wrong or hostile: within a total time, up to a number of bytes, and
 * following no redirect, which could lead into our own network. Throws FetchFailed where no whole answer came; a
 * status that means an error is an answer.
 */
export async function fetchLimited(url: URL, request: LimitedRequest): Promise<LimitedResponse> {
  const { method = "GET", headers, body, timeoutMs, maxBytes } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new FetchFailed("redirect");
    }
    const text = await readText(response, maxBytes);
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    if (error instanceof FetchFailed) throw error;
    throw new FetchFailed(signal.aborted ? "timeout" : "network", { cause: error });
  }
}

async function readText(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new FetchFailed("too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Milliseconds until a server wants to be asked again (RFC 9110, 10.2.3); null when it does not say. */
export function retryAfterMs(headers: Headers, now: Date): number | null {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

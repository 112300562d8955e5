import { performance } from "node:perf_hooks";

type Options = {
  /** Asked for in turn. */
  urls: readonly string[];
  cookie: string;
  clients: number;
  /** Sent as a form; without it the page is only asked for. */
  form?: Record<string, string>;
  /** What the answer has to say. */
  says?: RegExp;
  seconds: number;
};

export type PageTimes = { requests: number; p50Ms: number; p95Ms: number };

/** Asks for pages from several clients for some seconds; throws when one is not the page that was asked for. */
export async function measurePage(options: Options): Promise<PageTimes> {
  const { urls, cookie, clients, seconds, form, says } = options;
  const sent = form ? { method: "POST", body: bodyOf(form) } : {};
  let next = 0;
  const ask = async () => {
    const url = urls[next++ % urls.length]!;
    const start = performance.now();
    const response = await fetch(url, { ...sent, headers: { cookie }, redirect: "manual" });
    const text = await response.text();
    const time = performance.now() - start;
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
    if (says && !says.test(text)) throw new Error(`${url} does not say ${says}`);
    return time;
  };
  // The first answers are those of a server that has just started.
  for (let warm = 0; warm < 3; warm++) await ask();
  const times: number[] = [];
  const endsAt = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < endsAt) times.push(await ask());
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { requests: times.length, p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95) };
}

function bodyOf(form: Record<string, string>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.set(name, value);
  return body;
}

/** The smallest time that at least this share of all times does not exceed, in tenths of a millisecond. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  const at = Math.max(0, Math.ceil(sorted.length * share) - 1);
  return Math.round((sorted[at] ?? 0) * 10) / 10;
}

const unitMs: Record<string, number> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
};

/** A span such as "7d" or "2h30m10s" in milliseconds; the empty text is 0; null when it is not a span. */
export function parseSpan(text: string): number | null {
  let total = 0;
  let rest = text;
  while (rest !== "") {
    const match = /^(\d+(?:\.\d+)?)(ms|w|d|h|m|s)/.exec(rest);
    if (!match) return null;
    total += Number(match[1]) * (unitMs[match[2] ?? ""] ?? 0);
    rest = rest.slice(match[0].length);
  }
  return Number.isFinite(total) ? total : null;
}

/** When a span or an ISO date given at `nowMs` is over, in epoch milliseconds; null when it is neither. */
export function parseDeadline(text: string, nowMs: number): number | null {
  const span = parseSpan(text);
  if (span !== null) return inRange(nowMs + span);
  if (!/^\d{4}-\d\d-\d\dT/.test(text)) return null;
  return inRange(Date.parse(text));
}

/** A `retry-after` header, seconds or a date, as milliseconds from now; null when there is none or it is neither. */
export function parseRetryAfter(header: string | undefined, nowMs = Date.now()): number | null {
  if (!header) return null;
  if (/^\d+(\.\d+)?$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

/** Postgres and Date both end long before the largest number; anything beyond the year 9999 is a mistake. */
function inRange(ms: number): number | null {
  return ms >= 0 && ms < 253_402_300_800_000 ? ms : null;
}

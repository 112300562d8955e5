import { percentile } from "../pages/measure-page";

/** One wait for the desk: from the key that asked for something until it was painted and could be used. */
export type Wait = { step: string; ms: number };

/** A coordinator reviews so many proposals in so many seconds (docs/performance.md). */
const aim = { proposals: 100, seconds: 900 };

/** What the machine took of the time there is, and what it leaves for reading each proposal. */
export function summaryOf(proposals: number, keys: number, waits: readonly Wait[]) {
  const times = waits.map(({ ms }) => ms);
  const machineSeconds = times.reduce((sum, ms) => sum + ms, 0) / 1000;
  const left = (aim.seconds / aim.proposals) * proposals - machineSeconds;
  return {
    proposals,
    keys,
    machineSeconds: round(machineSeconds, 1),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    readingSecondsLeftPerProposal: round(left / proposals, 2),
  };
}

/** One line for each kind of step, in the order in which they first came. */
export function linesOf(waits: readonly Wait[]) {
  return [...Map.groupBy(waits, ({ step }) => step)].map(([step, own]) => {
    const times = own.map(({ ms }) => ms);
    return { step, times: times.length, p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95) };
  });
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

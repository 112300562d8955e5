/**
 * A simulated year of a region for each way of composing inquiries, in the same worlds: one JSON line per way with
 * means and 95 % confidence intervals over the seeds; docs/simulation.md says what is assumed.
 * `tsx bench/simulate.ts [--seeds N] [--patients N] [--days N] [--warm-up-days N] [--services NAME,…] [--assume NAME=VALUE …]
 * [--set NAME=VALUE …]`: `--assume` changes an assumption about the world, `--set` a setting of the composition.
 */
import { parseArgs } from "node:util";
import { type Assumptions, assumptions } from "./simulation/assumptions";
import { runSimulation, serviceNames } from "./simulation/run-simulation";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "8" },
    "first-seed": { type: "string", default: "1" },
    patients: { type: "string", default: "300" },
    days: { type: "string", default: "365" },
    "warm-up-days": { type: "string", default: "0" },
    services: { type: "string", default: serviceNames.join(",") },
    assume: { type: "string", multiple: true, default: [] },
    set: { type: "string", multiple: true, default: [] },
  },
});

const lines = runSimulation({
  seeds: Number(values.seeds),
  firstSeed: Number(values["first-seed"]),
  patients: Number(values.patients),
  days: Number(values.days),
  warmUpDays: Number(values["warm-up-days"]),
  services: serviceNames.filter((name) => values.services.split(",").includes(name)),
  assumptions: { ...assumptions, ...(numbers(values.assume) as Partial<Assumptions>) },
  settings: numbers(values.set),
});
for (const line of lines) console.log(JSON.stringify(line));

function numbers(pairs: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name, value] = pair.split("=");
      return [name!, Number(value)];
    }),
  );
}

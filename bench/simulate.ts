/**
 * A simulated year of a region for each way of composing inquiries, in the same worlds: one JSON line per way with
 * means and 95 % confidence intervals over the seeds; docs/simulation.md says what is assumed.
 * `tsx bench/simulate.ts [--seeds N] [--patients N] [--days N] [--warm-up-days N] [--services NAME,…] [--assume NAME=VALUE …]
 * [--set NAME=VALUE …]`: `--assume` changes an assumption about the world, `--set` a setting of the composition.
 */
import { defaultPlacementSettings } from "@/lib/domain/matching/compose/compose";
import { count, numbersFor, someOf } from "@/scripts/command-line/options";
import { optionsOf } from "@/scripts/command-line/read-options";
import { assumptions } from "./simulation/assumptions";
import { runSimulation, serviceNames } from "./simulation/run-simulation";

const values = optionsOf({
  call: "npm run bench:simulate",
  about:
    "A simulated year of a region for each way of composing inquiries, in the same worlds; see docs/simulation.md.",
  options: {
    seeds: count(8, "worlds"),
    "first-seed": count(1, "the seed of the first", 0),
    patients: count(300, "patients at the beginning"),
    days: count(365, "days that are counted"),
    "warm-up-days": count(0, "days before them", 0),
    services: someOf(serviceNames, "ways of composing"),
    assume: numbersFor(Object.keys(assumptions), "an assumption about the world"),
    set: numbersFor(
      Object.keys(defaultPlacementSettings).filter((name) => name !== "urgencyWeights"),
      "a setting of the composition",
    ),
  },
});

const lines = runSimulation({
  seeds: values.seeds,
  firstSeed: values["first-seed"],
  patients: values.patients,
  days: values.days,
  warmUpDays: values["warm-up-days"],
  services: values.services,
  assumptions: { ...assumptions, ...values.assume },
  settings: values.set,
});
for (const line of lines) console.log(JSON.stringify(line));

import type { PlacementSettings } from "@/lib/domain/matching/compose/placement-settings";
import type { Assumptions } from "./assumptions";
import { type Summary, type YearResult, comparison, resultOf, summaryOf } from "./results";
import { type Service, simulateYear } from "./simulate-year";
import { makeWorld } from "./world";

type Way = Omit<Service, "settings"> & Partial<Pick<Service, "settings">>;

/** The ways of working that are compared, the baseline first. */
const services = {
  "oldest-first": { strategy: "oldest-first", odds: "equal" },
  "expected-placements": { strategy: "expected-placements", odds: "learned" },
  "expected-placements-no-threshold": {
    strategy: "expected-placements",
    odds: "learned",
    settings: { minGain: 0 },
  },
  "expected-placements-equal-odds": { strategy: "expected-placements", odds: "equal" },
} satisfies Record<string, Way>;
export type ServiceName = keyof typeof services;
export const serviceNames = Object.keys(services) as ServiceName[];

export type SimulationInput = {
  seeds: number;
  firstSeed: number;
  patients: number;
  days: number;
  warmUpDays: number;
  services: readonly ServiceName[];
  assumptions: Assumptions;
  settings: Partial<PlacementSettings>;
};

export type SimulationLine = {
  strategy: ServiceName;
  seeds: number;
  patients: number;
  days: number;
  warmUpDays: number;
} & Summary & {
    comparedWithOldestFirst: ReturnType<typeof comparison> | null;
    msPerYear: number;
  };

/** Simulates every service in the worlds of every seed; one line per service. */
export function runSimulation(input: SimulationInput): SimulationLine[] {
  const worlds = Array.from({ length: input.seeds }, (_, i) =>
    makeWorld(input.firstSeed + i, input, input.assumptions),
  );
  const results = new Map<ServiceName, YearResult[]>();
  return input.services.map((name) => {
    const start = performance.now();
    const { settings = {}, ...way }: Way = services[name];
    const service = { ...way, settings: { ...settings, ...input.settings } };
    const years = worlds.map((world) => resultOf(world, simulateYear(world, service, input.assumptions)));
    results.set(name, years);
    const base = name === "oldest-first" ? undefined : results.get("oldest-first");
    return {
      strategy: name,
      seeds: input.seeds,
      patients: input.patients,
      days: input.days,
      warmUpDays: input.warmUpDays,
      ...summaryOf(years),
      comparedWithOldestFirst: base ? comparison(years, base) : null,
      msPerYear: Math.round((performance.now() - start) / input.seeds),
    };
  });
}

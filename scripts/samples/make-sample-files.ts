import type { SampleTherapist } from "./model";
import { inventPatients } from "./patients";
import { type Area, areas } from "./places";
import { createRandom, type Random } from "./random";
import { toNewRecord, toOldRecord } from "./records";
import { inventTherapists } from "./therapists";
import { makeTraps } from "./traps";

/** How many invented therapists each capture has besides the traps, and how much of it is the old generation. */
const captures = {
  aachen: { prefix: "AC", count: 160, oldShare: 0.5 },
  koeln: { prefix: "K", count: 220, oldShare: 0 },
  dueren: { prefix: "DN", count: 90, oldShare: 0.9 },
} as const;

/** Name and text of every sample file but the README; the same on every machine and at every time. */
export function makeSampleFiles(): Record<string, string> {
  const random = createRandom(20_261_123);
  const taken = new Set<string>();
  const traps = makeTraps();
  const files: Record<string, string> = {};
  for (const name of ["aachen", "koeln", "dueren"] as const) {
    const area: Area = areas[name];
    const people = inventTherapists(random, area, { ...captures[name], taken });
    const records = people.map((person) => write(random, person, area, captures[name].oldShare));
    files[`arztsuche-${name}.json`] = toCapture(spread(records, traps[name]));
  }
  files["patients.json"] = `[\n${toLines(inventPatients(random, taken))}\n]\n`;
  return files;
}

function write(random: Random, person: SampleTherapist, area: Area, oldShare: number): unknown {
  return random.chance(oldShare) ? toOldRecord(person, area) : toNewRecord(person, area);
}

/** The traps at even distances among the other records. */
function spread(records: unknown[], traps: unknown[]): unknown[] {
  const distance = Math.floor(records.length / traps.length);
  return records.flatMap((record, index) => {
    const trap = index % distance === distance - 1 ? Math.floor(index / distance) : -1;
    return trap >= 0 && trap < traps.length ? [record, traps[trap]] : [record];
  });
}

/** One record a line, so that changes can be read. */
function toCapture(records: unknown[]): string {
  return `{"arztPraxisDatas": [\n${toLines(records)}\n], "moreResults": false}\n`;
}

function toLines(list: unknown[]): string {
  return list.map((entry) => JSON.stringify(entry)).join(",\n");
}

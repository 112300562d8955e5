import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The team of the demonstration: invented people, one for each role. */
export const demoStaff = [
  { name: "Ada Lindgrund", email: "admin@lotse.example", role: "admin" },
  { name: "Kim Wattenberg", email: "koordination@lotse.example", role: "coordinator" },
  { name: "Ole Sandbank", email: "lesen@lotse.example", role: "viewer" },
] as const;

const file = join(".data", "demo-password");
const words = [
  "kranich",
  "leuchte",
  "deich",
  "segel",
  "boje",
  "moor",
  "distel",
  "kiesel",
  "eule",
  "ahorn",
  "falke",
  "wolke",
  "anker",
  "linde",
  "brise",
  "otter",
];

/** Makes the password of this demonstration; only this machine knows it. */
export function createDemoPassword(): string {
  const pick = () => words[randomInt(words.length)]!;
  const password = `${pick()}-${pick()}-${pick()}-${pick()}-${randomInt(1000, 10_000)}`;
  mkdirSync(".data", { recursive: true });
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

/** The password of this demonstration, or null when it was not made here. */
export function readDemoPassword(): string | null {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

/**
 * Loaded before a server: its verbs act by a clock that is ahead of the machine's (lib/core/clock.ts) by the milliseconds
 * in the file CLOCK_OFFSET_FILE, at any moment.
 */
import { readFileSync } from "node:fs";

const file = process.env.CLOCK_OFFSET_FILE;
Object.defineProperty(globalThis, "lotseClockOffsetMs", { get: () => Number(readFileSync(file, "utf8")) });

/** Kept by the process and not by this file: a server that was bundled holds several copies of it. */
const clock = globalThis as typeof globalThis & { lotseClockOffsetMs?: number };

/** The time by which verbs act. It is the machine's own, unless a test lets days pass. */
export const currentTime = () => new Date(Date.now() + (clock.lotseClockOffsetMs ?? 0));

/** Lets time pass for this process; for tests, together with the engine's clock. */
export function advanceClock(ms: number): void {
  clock.lotseClockOffsetMs = (clock.lotseClockOffsetMs ?? 0) + ms;
}

let offsetMs = 0;

/** The time by which verbs act. It is the machine's own, unless a test lets days pass. */
export const currentTime = () => new Date(Date.now() + offsetMs);

/** Lets time pass for this process; for tests, together with the engine's clock. */
export function advanceClock(ms: number): void {
  offsetMs += ms;
}

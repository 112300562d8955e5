/** Shared by all bundles of the process, since Next gives instrumentation and routes a copy of each module. */
const shared = globalThis as { lotseHeartbeats?: Map<string, number> };

/** Says that a loop in the background is alive. */
export function beat(loop: string): void {
  shared.lotseHeartbeats ??= new Map();
  shared.lotseHeartbeats.set(loop, performance.now());
}

/** Whether the loop has been alive within the last `withinMs` milliseconds. */
export function isBeating(loop: string, withinMs: number): boolean {
  const last = shared.lotseHeartbeats?.get(loop);
  return last !== undefined && performance.now() - last <= withinMs;
}

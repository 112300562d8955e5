/**
 * The named points at which a test can kill the engine: before and after each write and each call. "uncommitted" is
 * inside the transaction, after its statements and before its commit.
 */
export const faultPoints = [
  "migrate.before",
  "migrate.committed",
  "sync.before",
  "sync.uncommitted",
  "sync.committed",
  "instance.registered",
  "event.before",
  "event.uncommitted",
  "event.committed",
  "take.before",
  "take.uncommitted",
  "take.committed",
  "slot.before",
  "slot.uncommitted",
  "slot.committed",
  "discovery.before",
  "discovery.sent",
  "discovery.answered",
  "step.before",
  "step.sent",
  "step.answered",
  "progress.before",
  "progress.uncommitted",
  "progress.committed",
  "timers.before",
  "timers.committed",
  "retry.before",
  "retry.uncommitted",
  "retry.committed",
  "finish.before",
  "finish.uncommitted",
  "finish.committed",
  "fail.before",
  "fail.uncommitted",
  "fail.committed",
  "release.before",
  "release.committed",
  "cron.before",
  "cron.uncommitted",
  "cron.committed",
  "reap.before",
  "reap.uncommitted",
  "reap.committed",
  "cancel.before",
  "cancel.uncommitted",
  "cancel.committed",
  "clock.before",
  "clock.uncommitted",
  "clock.committed",
] as const;

export type FaultPoint = (typeof faultPoints)[number];

let armed: string | null = null;

/** Arms one point: the process kills itself with SIGKILL when it comes by. Only settings in test mode call this. */
export function armFault(name: string | null): void {
  armed = name;
}

/** Marks a point; costs one comparison when nothing is armed. */
export function faultPoint(name: FaultPoint): void {
  if (armed === name) process.kill(process.pid, "SIGKILL");
}

type Stop = () => Promise<void> | void;

const stops: Stop[] = [];
let stopped: Promise<void> | undefined;

/** Remembers how to stop what has just been started. */
export function onStop(stop: Stop): void {
  if (stopped) void stop();
  else stops.push(stop);
}

/** Whether we are on our way out: nothing new may start, and what ends has been told to. */
export function isStopping(): boolean {
  return stopped !== undefined;
}

/** Stops everything, the last started first, so that the database goes last. Calls after the first wait for it. */
export function stopAll(): Promise<void> {
  stopped ??= (async () => {
    for (const stop of stops.toReversed()) await stop();
  })();
  return stopped;
}

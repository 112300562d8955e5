import { logUnexpected } from "./unexpected";

const afterFailureMs = { shortest: 1000, unremarkable: 4000, longest: 30_000 };

/** Calls `work` until stopped, with the waits in milliseconds that it returns, and longer ones after failures. */
export async function repeat(
  stopped: AbortSignal,
  job: string,
  firstWaitMs: number,
  work: (lastWaitMs: number) => Promise<number>,
): Promise<void> {
  let waitMs = firstWaitMs;
  let failureWaitMs = 0;
  while (!stopped.aborted) {
    try {
      waitMs = await work(waitMs);
      failureWaitMs = 0;
    } catch (error) {
      failureWaitMs = Math.min(Math.max(failureWaitMs * 2, afterFailureMs.shortest), afterFailureMs.longest);
      // The first failures in a row are a restart or a start: nothing is lost, and nobody needs to know.
      if (failureWaitMs > afterFailureMs.unremarkable) logUnexpected(error, job);
    }
    await pause(failureWaitMs || waitMs, stopped);
  }
}

function pause(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    timer.unref();
    stopped.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      stopped.removeEventListener("abort", done);
      resolve();
    }
  });
}

import type { Launched } from "@/scripts/processes/launch";
import { say } from "./say";
import { isStopping, onStop } from "./stopping";

const waitsMs = [1000, 2000, 5000, 10_000, 20_000];
/** Who ran this long is well again. */
const steadyMs = 60_000;

type Kept = { name: string; start: () => Promise<Launched>; giveUp: (error: Error) => void };

/**
 * Starts a program and starts it again when it ends by itself, a few times with growing waits; then calls `giveUp`.
 * The first start is the caller's: it throws.
 */
export async function keepRunning({ name, start, giveUp }: Kept): Promise<void> {
  let current = await start();
  onStop(() => current.stop());
  let failures = 0;
  const follow = async (): Promise<void> => {
    const startedAt = Date.now();
    const { code, signal } = await current.ended;
    if (isStopping()) return;
    if (Date.now() - startedAt > steadyMs) failures = 0;
    const next = await startAgain(`The ${name} ended (${signal ?? `code ${code}`}).`);
    if (!next) return;
    current = next;
    if (isStopping()) await current.stop();
    else await follow();
  };
  const startAgain = async (reason: string): Promise<Launched | undefined> => {
    const waitMs = waitsMs[failures++];
    if (waitMs === undefined) return void giveUp(new Error(`${reason} It ended ${failures} times in a row.`));
    say(`${reason} Starting it again in ${waitMs / 1000} s (${failures} of ${waitsMs.length}).`);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (isStopping()) return undefined;
    try {
      return await start();
    } catch (error) {
      return isStopping() ? undefined : startAgain((error as Error).message);
    }
  };
  void follow();
}

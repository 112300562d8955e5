import { startRelay } from "@/inngest/relay";
import { env } from "@/lib/env";

/** Ends the process with one sentence when its environment is not complete; otherwise starts the relay. */
export function prepareServer(): void {
  try {
    env();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
  startRelay();
}

import { startRelay } from "@/inngest/relay";
import { settleClientAddresses } from "@/lib/auth/network-address";
import { env } from "@/lib/env";

/**
 * Ends the process with one sentence when its environment is not complete; otherwise settles whose
 * address a request has, and starts the relay.
 */
export function prepareServer(): void {
  try {
    env();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
  settleClientAddresses(env().TRUSTED_PROXIES);
  startRelay();
}

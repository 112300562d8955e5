import { startRelay } from "@/inngest/relay";
import { settleClientAddresses } from "@/lib/auth/network-address";
import { systemContext } from "@/lib/core/context";
import { logUnexpected } from "@/lib/core/unexpected";
import { hashObjections } from "@/lib/domain/privacy/hash-objections";
import { keepReviewOrder } from "@/lib/domain/inquiries/keep-review-order";
import { env } from "@/lib/env";

/**
 * Ends the process with one sentence when its environment is not complete; otherwise settles whose
 * address a request has, leaves no objection readable that an earlier version stored, and starts the relay.
 */
export async function prepareServer(): Promise<void> {
  try {
    env();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
  settleClientAddresses(env().TRUSTED_PROXIES);
  try {
    await hashObjections(systemContext("start"));
  } catch (error) {
    // They hold in either form: the next start or rotation of keys does it.
    logUnexpected(error, "hash-objections");
  }
  startRelay();
  keepReviewOrder();
}

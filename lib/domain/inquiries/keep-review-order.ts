import { systemContext } from "@/lib/core/context";
import { repeat } from "@/lib/core/repeat";
import { listReviewOrder } from "./review-order";

/** So often a process looks whether other proposals wait, in milliseconds. */
const everyMs = 2000;

/**
 * From now on this process learns the places of new proposals while they come in, a few hundred at a time, until
 * SIGTERM: after a matching run there are thousands, and who opens the review first would wait for all of them. Never
 * throws; the review is right without it.
 */
export function keepReviewOrder(): void {
  const stopped = new AbortController();
  process.once("SIGTERM", () => stopped.abort());
  void repeat(stopped.signal, "review-order", everyMs, async () => {
    await listReviewOrder(systemContext("review-order"));
    return everyMs;
  });
}

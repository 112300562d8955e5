import { matchingRuns } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";

/** Orders a matching run; the workflow run-matching carries it out. Returns its id. */
export async function requestMatchingRun(ctx: Context): Promise<{ runId: string }> {
  requireAbility(ctx, "inquiries.review");
  return inTransaction(ctx, async (tx) => {
    const requestedBy = tx.actor.kind === "staff" ? tx.actor.id : null;
    const [run] = await tx.db
      .insert(matchingRuns)
      .values({ requestedBy, createdAt: tx.now })
      .returning({ id: matchingRuns.id });
    await audit(tx, "matching.request", { kind: "matching-run", id: run!.id });
    await emit(tx, "matching/run.requested", { runId: run!.id });
    return { runId: run!.id };
  });
}

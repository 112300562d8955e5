import { eq } from "drizzle-orm";
import { inquiries as inquiryTable } from "@/db/schema";
import { approveAllProposals } from "@/lib/domain/inquiries/approve-all-proposals";
import { listWaitingProposals } from "@/lib/domain/inquiries/waiting-proposals";
import { getLatestRun } from "@/lib/domain/matching/run/get-latest-run";
import { requestMatchingRun } from "@/lib/domain/matching/run/request-run";
import type { World } from "./world";

/** One matching run, every proposal approved, every mail delivered. */
export async function matchAndApprove(world: World) {
  await world.untilQuiet("geocode-address");
  await requestMatchingRun(world.ctx());
  await world.untilQuiet("run-matching");
  const run = await getLatestRun(world.ctx());
  if (run?.status !== "finished" || !run.counts)
    throw new Error(`the matching run is ${run?.status ?? "missing"}`);
  const inquiries = (await listWaitingProposals(world.ctx())).length;
  await approveAllProposals(world.ctx());
  await untilSent(world);
  await world.untilQuiet("deliver-mail");
  const { fit, check, out } = run.counts;
  return { pairs: { fit, check, out }, inquiries };
}

/** The run of an inquiry goes on for weeks; what is waited for is that each was sent. */
async function untilSent(world: World): Promise<void> {
  for (;;) {
    const left = await world
      .ctx()
      .db.select({ id: inquiryTable.id })
      .from(inquiryTable)
      .where(eq(inquiryTable.status, "approved"))
      .limit(1);
    if (left.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

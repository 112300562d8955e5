import { expect, test } from "vitest";
import { inquiries } from "@/db/schema";
import { givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { newReference } from "../../inquiries/reference";
import { strategyInForce } from "./strategy-in-force";

const dayMs = 86_400_000;

test("staff are told oldest first until 200 sent inquiries have come to an end, unless nothing is learned", async () => {
  const { id: therapistId, practiceId } = await givenTherapist(ctx);
  const ended = (count: number, sent = true) =>
    ctx.db.insert(inquiries).values(
      Array.from({ length: count }, () => ({
        reference: newReference(),
        practiceId,
        therapistId,
        channel: "email" as const,
        status: sent ? ("answered" as const) : ("cancelled" as const),
        createdAt: ctx.now,
        sentAt: sent ? new Date(ctx.now.getTime() - 2 * dayMs) : null,
        closedAt: new Date(ctx.now.getTime() - dayMs),
      })),
    );
  const set = (strategy: "oldest-first" | "expected-placements", learnOdds: boolean) =>
    strategyInForce(ctx, { strategy, learnOdds });
  await ended(199);
  await ended(5, false);
  expect(await set("expected-placements", true)).toBe("oldest-first");
  expect(await set("expected-placements", false)).toBe("expected-placements");
  await ended(1);
  expect(await set("expected-placements", true)).toBe("expected-placements");
  expect(await set("oldest-first", true)).toBe("oldest-first");
});

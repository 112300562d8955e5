import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { newId } from "@/db/columns";
import { insertRows } from "@/db/insert-rows";
import { inquiries, inquiryItems, searches, therapists } from "@/db/schema";
import type { ItemOutcome } from "@/lib/domain/inquiries/status";
import { type Random, streamOf } from "./simulation/random";

const dayMs = 86_400_000;
const itemsPerInquiry = 3;
const reference = (i: number) => `BENCH${i}`;

/**
 * Gives a made-up country a past from which the odds of an acceptance can be learned: every search that is closed was
 * part of three inquiries to practices drawn evenly, in the two years before `at`.
 */
export async function fillHistory(db: Database, at: Date): Promise<void> {
  const random = streamOf(1);
  const past = await db.select({ id: searches.id }).from(searches).where(eq(searches.status, "placed"));
  const asked = await db
    .select({ id: therapists.id, practiceId: therapists.practiceId })
    .from(therapists)
    .orderBy(therapists.id);
  const placed = new Set<string>();
  const sent = past.map((_, i) => {
    const { id: therapistId, practiceId } = asked[Math.floor(random() * asked.length)]!;
    const closedAt = new Date(at.getTime() - random() * 730 * dayMs);
    const sentAt = new Date(closedAt.getTime() - 14 * dayMs);
    const status = random() < 0.5 ? ("answered" as const) : ("expired" as const);
    return { id: newId(), reference: reference(i), therapistId, practiceId, status, closedAt, sentAt };
  });
  const items = sent.flatMap((inquiry, i) =>
    Array.from({ length: itemsPerInquiry }, (_, k) => {
      const searchId = past[(i + k) % past.length]!.id;
      const outcome = inquiry.status === "expired" ? "no_answer" : answer(random, placed.has(searchId));
      if (outcome === "accepted") placed.add(searchId);
      return { inquiryId: inquiry.id, searchId, position: k + 1, outcome, travelMinutes: random() * 60 };
    }),
  );
  for (let start = 0; start < sent.length; start += 1000) {
    const part = sent.slice(start, start + 1000);
    await insertRows(
      db,
      inquiries,
      part.map((inquiry) => ({ ...inquiry, channel: "email" as const, createdAt: inquiry.sentAt })),
    );
    const end = (start + part.length) * itemsPerInquiry;
    await insertRows(db, inquiryItems, items.slice(start * itemsPerInquiry, end));
  }
}

function answer(random: Random, isPlaced: boolean): ItemOutcome {
  const drawn = random();
  if (drawn < 0.15) return isPlaced ? "placed_elsewhere" : "accepted";
  return drawn < 0.3 ? "rejected_unsuitable" : "rejected_capacity";
}

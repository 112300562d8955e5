import { and, count, eq } from "drizzle-orm";
import { inquiries, mails, searches } from "@/db/schema";
import { createContext } from "@/lib/core/context";
import { type AnswerPage, getAnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import type { AnswerResult } from "@/lib/domain/inquiries/schemas";
import { inParallel } from "./in-parallel";
import { linksInMails } from "./kept-mails";
import type { World } from "./world";

/**
 * Opens every mailed answer page, then answers all of them, eight at a time: the first patient accepted, the others
 * declined for capacity. Who accepts a patient that somebody else accepted first is a conflict.
 */
export async function answerInquiries(world: World) {
  const secrets = await linksInMails(world.ctx(), "inquiry", "respond");
  const pages = await inParallel(secrets, (secret) =>
    getAnswerPage(createContext({ kind: "public" }), secret),
  );
  const results = await inParallel(
    pages.filter((page) => page !== null),
    answer,
  );
  await world.untilQuiet("settle-answer", "deliver-mail");
  return {
    mails: await countMails(world),
    answers: results.length,
    placed: await countPlaced(world),
    conflicts: results.filter((result) => result === "already_placed").length,
  };
}

/** Returns what became of the acceptance. */
async function answer({ inquiryId, items }: AnswerPage): Promise<AnswerResult> {
  const ctx = createContext({ kind: "therapist", inquiryId });
  const [first, ...others] = items;
  const answers = [
    { itemId: first!.itemId, outcome: "accepted" as const },
    ...others.map(({ itemId }) => ({ itemId, outcome: "rejected_capacity" as const })),
  ];
  const results = await respondToInquiry(ctx, inquiryId, answers);
  return results[first!.itemId]!;
}

async function countMails(world: World): Promise<number> {
  const [row] = await world.ctx().db.select({ n: count() }).from(mails).where(eq(mails.status, "kept"));
  return row!.n;
}

/** Searches that an acceptance won; the patients have not confirmed yet. */
async function countPlaced(world: World): Promise<number> {
  const { db } = world.ctx();
  const open = await db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(and(eq(inquiries.status, "sent"), eq(inquiries.channel, "email")));
  if (open.length > 0) throw new Error(`${open.length} answered inquiries did not close`);
  const [row] = await db.select({ n: count() }).from(searches).where(eq(searches.status, "placed"));
  return row!.n;
}

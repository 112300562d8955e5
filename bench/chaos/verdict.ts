import { and, eq, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import { calls, inboundMails, inquiries, inquiryItems, mails, practices, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { speakingKinds } from "@/lib/domain/inbox/status";
import type { Memory, TakenMail } from "./practices";
import type { Asked } from "./run-chaos";

export type Verdict = {
  /** Mails that the application meant to send. */
  mails: number;
  /** Mails of which nobody knows whether they arrived; each has its task. */
  unknown: number;
  /** Mails that count as sent and never arrived, that never left, and answers by mail that were not stored once. */
  lost: number;
  /** Mails that the mail server took more than once. */
  twice: number;
  /** Inquiries whose state is not what the answers imply, and work for people that was forgotten. */
  wrongState: number;
};

type Inquiry = typeof inquiries.$inferSelect;

/** Compares the database with what practices remember and what the mail server took. */
export async function judge(
  ctx: Context,
  asked: readonly Asked[],
  memory: Memory,
  taken: readonly TakenMail[],
): Promise<Verdict> {
  const all = await ctx.db.select().from(mails);
  const arrivals = Map.groupBy(taken, ({ messageId }) => messageId.split("@")[0]!);
  const lostMails = all.filter(
    ({ id, status }) =>
      (status === "sent" && !arrivals.has(id)) || status === "queued" || status === "sending",
  );
  return {
    mails: all.filter(({ status }) => status !== "cancelled").length,
    unknown: all.filter(({ status }) => status === "unknown").length,
    lost: lostMails.length + (await lostReplies(ctx, memory)),
    twice: [...arrivals.values()].filter((mailsOfId) => mailsOfId.length > 1).length,
    wrongState: (await wrongInquiries(ctx, asked, memory)) + (await forgottenTasks(ctx, all)),
  };
}

/** Replies and bounces that were delivered to our mailbox and are not stored exactly once. */
async function lostReplies(ctx: Context, memory: Memory): Promise<number> {
  const written = [...memory.values()].filter((act) => act === "replied" || act === "bounced").length;
  const stored = await ctx.db.$count(inboundMails);
  return Math.abs(written - stored);
}

async function wrongInquiries(ctx: Context, asked: readonly Asked[], memory: Memory): Promise<number> {
  const rows = await ctx.db.select().from(inquiries).where(isNotNull(inquiries.approvedAt));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const [called, heard] = [await calledInquiries(ctx), await heardInTime(ctx)];
  let wrong = 0;
  for (const [i, one] of asked.entries()) {
    const inquiry = byId.get(one.inquiryId);
    const partner = one.shared ? asked[i % 10 === 0 ? i + 1 : i - 1] : undefined;
    const isLost = partner !== undefined && memory.get(partner.address) === "accepted";
    if (!inquiry || inquiry.status !== expected(one, memory, { isLost, isHeard: heard.has(one.inquiryId) }))
      wrong++;
    else if (one.manner === "bounce" && memory.has(one.address) && !called.has(inquiry.id)) wrong++;
  }
  return wrong + (await placedTwice(ctx));
}

/** What an answer makes of an inquiry about one patient. */
function expected(
  { address }: Asked,
  memory: Memory,
  { isLost, isHeard }: { isLost: boolean; isHeard: boolean },
): Inquiry["status"] {
  const act = memory.get(address);
  if (act === "accepted" || act === "declined") return "answered";
  if (isLost) return "cancelled";
  // Nobody here reads the answers: whoever wrote back before the end is neither called nor given up.
  return act === "replied" && isHeard ? "sent" : "expired";
}

/** Inquiries about which a mail came in before their time was over. */
async function heardInTime(ctx: Context): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ inquiryId: inquiries.id })
    .from(inboundMails)
    .innerJoin(inquiries, eq(inquiries.id, inboundMails.inquiryId))
    .where(
      and(
        inArray(inboundMails.kind, [...speakingKinds]),
        or(isNull(inquiries.closedAt), lt(inboundMails.createdAt, inquiries.closedAt)),
      ),
    );
  return new Set(rows.map(({ inquiryId }) => inquiryId));
}

async function calledInquiries(ctx: Context): Promise<Set<string>> {
  const rows = await ctx.db.select({ inquiryId: calls.inquiryId }).from(calls);
  return new Set(rows.flatMap(({ inquiryId }) => inquiryId ?? []));
}

async function placedTwice(ctx: Context): Promise<number> {
  const accepted = await ctx.db
    .select({ searchId: inquiryItems.searchId })
    .from(inquiryItems)
    .where(eq(inquiryItems.outcome, "accepted"));
  return accepted.length - new Set(accepted.map(({ searchId }) => searchId)).size;
}

/** Mails with an unknown or failed end that no open task tells of, and addresses that bounced unnoticed. */
async function forgottenTasks(ctx: Context, all: readonly (typeof mails.$inferSelect)[]): Promise<number> {
  const troubled = all.filter(({ status }) => status === "unknown" || status === "failed");
  const bounced = new Set(
    (
      await ctx.db.select({ id: practices.id }).from(practices).where(isNotNull(practices.emailBouncedAt))
    ).map(({ id }) => id),
  );
  if (troubled.length === 0) return 0;
  const told = await ctx.db
    .select({ id: tasks.subjectId })
    .from(tasks)
    .where(
      and(
        isNull(tasks.doneAt),
        inArray(
          tasks.subjectId,
          troubled.map(({ id }) => id),
        ),
      ),
    );
  const known = new Set(told.map(({ id }) => id));
  return troubled.filter(({ id, practiceId }) => !known.has(id) && !(practiceId && bounced.has(practiceId)))
    .length;
}

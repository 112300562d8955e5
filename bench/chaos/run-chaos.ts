import { asc, eq, inArray, isNull } from "drizzle-orm";
import { inquiries, mails, outbox } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { approveAllProposals } from "@/lib/domain/inquiries/approve-all-proposals";
import { updateSettings } from "@/lib/domain/settings/settings";
import { givenPatient, givenProposal, givenTherapist } from "@/tests/support/factories";
import { type Manner, type Memory, letPracticesAct, manners, takenMails } from "./practices";
import { type Programs, startPrograms } from "./programs";
import { type Verdict, judge } from "./verdict";

export type ChaosResult = Verdict & { inquiries: number; kills: number; seconds: number };
export type Asked = {
  address: string;
  manner: Manner;
  inquiryId: string;
  /** Shares its patient with the next. */ shared: boolean;
};

const dayMs = 24 * 60 * 60 * 1000;
const ctx = () => systemContext("chaos");
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends inquiries, lets practices accept, decline, write back, stay silent or bounce, and all the while kills engine,
 * workflows, mail server and mailbox at random moments; then lets the weeks pass until every inquiry has ended, with
 * more kills, and compares what came of it with what the practices remember.
 */
export async function runChaos(input: { inquiries: number; seconds: number }): Promise<ChaosResult> {
  const startedAt = Date.now();
  const programs = await startPrograms();
  try {
    // All practices are at one domain, which would take many days otherwise.
    await updateSettings(ctx(), { quietHours: false, sendDelaySeconds: 0, dailyMailsPerDomain: 10_000 });
    const asked = await prepare(input.inquiries);
    const mannerOf = new Map(asked.map(({ address, manner }) => [address, manner]));
    const memory: Memory = new Map();
    const act = () =>
      letPracticesAct(takenMails(programs.mailLog), (to) => mannerOf.get(to), programs.mailbox, memory);
    await approveAllProposals(ctx());
    let kills = await wreakHavoc(programs, input.seconds, act);
    await untilNothingMoves(programs, act);
    // A reminder after a week, a call after two, and the end after four, with some kills in each.
    for (const days of [8, 8, 15]) {
      await programs.advance(days * dayMs);
      kills += await wreakHavoc(programs, Math.min(input.seconds / 4, 20), act);
      await untilNothingMoves(programs, act);
    }
    const verdict = await judge(ctx(), asked, memory, takenMails(programs.mailLog));
    return {
      inquiries: asked.length,
      kills,
      ...verdict,
      seconds: Math.round((Date.now() - startedAt) / 1000),
    };
  } finally {
    await programs.stop();
  }
}

/** Practices with a mailbox each and one patient each; every tenth patient is asked for at two practices. */
async function prepare(count: number): Promise<Asked[]> {
  const asked: Asked[] = [];
  let searchId = "";
  for (let i = 0; i < count; i++) {
    const shared = i % 10 < 2;
    if (i % 10 !== 1) searchId = (await givenPatient(ctx())).searchId;
    const address = `praxis-${i}@chaos.example`;
    const therapist = await givenTherapist(ctx(), {
      email: address,
      phone: `0241 7${String(i).padStart(6, "0")}`,
    });
    const { inquiryId } = await givenProposal(ctx(), therapist, [searchId]);
    const manner = shared ? "accept" : manners[i % manners.length]!;
    asked.push({ address, manner, inquiryId, shared });
  }
  return asked;
}

/** Kills one program after the other, each at a random moment, and starts it again after a random while. */
async function wreakHavoc(programs: Programs, seconds: number, act: () => Promise<void>): Promise<number> {
  let kills = 0;
  for (const until = Date.now() + seconds * 1000; Date.now() < until; kills++) {
    const victim = programs.programs[Math.floor(Math.random() * programs.programs.length)]!;
    await pause(Math.random() * 1500);
    await victim.kill();
    await pause(Math.random() * 800);
    await act();
    await victim.start();
  }
  return kills;
}

/** Waits until every event was handed over and every mail has come to its end, while practices go on answering. */
async function untilNothingMoves(programs: Programs, act: () => Promise<void>): Promise<void> {
  // A delivery that died is known to have died after some minutes; nobody has to wait for them here.
  await programs.advance(5 * 60_000);
  let still = 0;
  for (const deadline = Date.now() + 600_000; still < 3;) {
    if (Date.now() > deadline) throw new Error("it never came to rest");
    await act();
    await pause(1000);
    still = (await moves(programs)) ? 0 : still + 1;
  }
}

async function moves({ enginePort }: Programs): Promise<boolean> {
  const { db } = ctx();
  const [unsent] = await db.select({ id: outbox.id }).from(outbox).where(isNull(outbox.sentAt)).limit(1);
  const [underWay] = await db
    .select({ id: mails.id })
    .from(mails)
    .where(inArray(mails.status, ["queued", "sending"]))
    .limit(1);
  const [approved] = await db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(eq(inquiries.status, "approved"))
    .orderBy(asc(inquiries.id))
    .limit(1);
  return Boolean(unsent || underWay || approved) || (await isBusy(enginePort));
}

/** A run of the engine is executing or waits to; runs that sleep do not count. */
async function isBusy(enginePort: number): Promise<boolean> {
  const headers = { authorization: `Bearer ${process.env.INNGEST_SIGNING_KEY}` };
  for (const name of ["receive-mail", "settle-answer", "deliver-mail"]) {
    for (const status of ["queued", "running"]) {
      const query = new URLSearchParams({ function: `lotse-${name}`, status, limit: "1" });
      const answer = await fetch(`http://127.0.0.1:${enginePort}/v1/runs?${query}`, { headers });
      const { runs } = (await answer.json()) as { runs: unknown[] };
      if (runs.length > 0) return true;
    }
  }
  return false;
}

import { inArray, isNull, sql } from "drizzle-orm";
import { inboundMails, inquiries, mails, outbox } from "@/db/schema";
import { type Context, inTransaction, systemContext } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import type { People } from "./people";
import type { Programs } from "./programs";

const ctx = () => systemContext("chaos");
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const longestMs = 20 * 60_000;
/** Whoever presses the button reads the mailbox; this one is nobody. */
const somebody = "00000000-0000-7000-8000-000000000000";

/** So often the mailbox is asked for letters that do not come before they count as lost. */
const lookForLetters = 80;

/**
 * Waits until nothing moves any more: everybody has answered, every event was handed over, every mail has come to its
 * end, every letter was read and no workflow has anything due. What still moves after twenty minutes never comes to rest;
 * then it is looked at as it stands.
 */
export async function untilRest(programs: Programs, people: People): Promise<void> {
  const until = Date.now() + longestMs;
  let [still, missing, inVain] = [0, 0, 0];
  for (let look = 0; still < 3 && Date.now() < until; look++) {
    // A delivery that died is known to have died after some minutes, and so long some tries wait for the next one.
    if (look % 200 === 0) await programs.advance(5 * 60_000);
    await people.act();
    const lettersLeft = people.letters().length - (await ctx().db.$count(inboundMails));
    inVain = lettersLeft === missing ? inVain + 1 : 0;
    missing = lettersLeft;
    if (missing > 0 && look % 10 === 0) await readMailbox();
    await pause(500);
    const isWaiting = missing > 0 && inVain < lookForLetters;
    still = isWaiting || people.pending() > 0 || (await isUnderWay()) ? 0 : still + 1;
  }
}

async function isUnderWay(): Promise<boolean> {
  const { db } = ctx();
  const [unsent, underWay, approved] = [
    await db.$count(outbox, isNull(outbox.sentAt)),
    await db.$count(mails, inArray(mails.status, ["queued", "sending"])),
    await db.$count(inquiries, inArray(inquiries.status, ["approved"])),
  ];
  return unsent + underWay + approved > 0 || (await isEngineBusy(ctx()));
}

async function readMailbox(): Promise<void> {
  await inTransaction(ctx(), (tx) => emit(tx, "mailbox/read.requested", { requestedBy: somebody }));
}

/** A run is executed, or has something to do now; what sleeps or waits for news is at rest. */
async function isEngineBusy({ db }: Context): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from engine.run r where r.status in ('queued', 'running') and (
      r.owner is not null
      or not exists (select from engine.step s where s.run_id = r.id and s.position is null)
      or exists (select from engine.step s where s.run_id = r.id and s.position is null
        and (s.state = 'planned' or s.due_at <= engine.now())))
    limit 1`);
  return rows.length > 0;
}

import { asc, eq, inArray, isNull } from "drizzle-orm";
import { calls, inquiries, mails, outbox, placements } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { findInquiryStep } from "@/lib/domain/inquiries/conduct-inquiry";
import { findPlacementStep } from "@/lib/domain/placements/conduct-placement";
import type { World } from "@/scripts/journey/world";

const dayMs = 24 * 60 * 60 * 1000;

/** What somebody does on one day of a story. */
export type Deed = (ctx: Context) => Promise<unknown>;
export type Story = Record<number, Deed>;

/**
 * Plays many stories on one clock and lets the workflows come to rest each time. It goes from one moment at which
 * somebody does something or something is due to the next; in between nothing would happen.
 */
export async function playStories(world: World, stories: Story[], days: number): Promise<void> {
  const start = world.ctx().now.getTime();
  const dayOf = ({ now }: Context) => (now.getTime() - start) / dayMs;
  const deeds = stories
    .flatMap((story) => Object.entries(story).map(([day, deed]) => ({ day: Number(day), deed })))
    .toSorted((a, b) => a.day - b.day);
  let steps = await untilNothingIsDue(world);
  for (let day = 0; day < days; day = dayOf(world.ctx())) {
    if (deeds[0] && deeds[0].day <= day) {
      for (; deeds[0] && deeds[0].day <= day; deeds.shift()) await deeds[0].deed(world.ctx());
      steps = await untilNothingIsDue(world);
    }
    const nextStep = Math.min(...steps.flatMap(({ at }) => (at ? (at.getTime() - start) / dayMs : [])));
    const next = Math.min(deeds[0]?.day ?? days, nextStep, days);
    await world.advance(Math.ceil(Math.max(0, next - dayOf(world.ctx())) * dayMs) + 1000);
    steps = await untilNothingIsDue(world);
  }
}

type Step = Due & { action: string; at: Date | null };
type Due = { id: string; find: (ctx: Context, id: string) => Promise<{ action: string; at: Date | null }> };

/** Waits until no inquiry and no placement has a step that is due, and every mail is delivered; returns the steps to come. */
export async function untilNothingIsDue(world: World): Promise<Step[]> {
  for (const deadline = Date.now() + 60_000; ;) {
    await world.untilQuiet("deliver-mail", "settle-answer");
    const steps = await nextSteps(world.ctx(), await everything(world.ctx()));
    const due = steps.filter((step) => isDue(step, world.ctx()));
    if (due.length === 0 && !(await hasEvents(world.ctx()))) return steps;
    await untilDone(world, due, deadline);
  }
}

/** Only what was due is looked at again and again: to look at everything keeps the machine busy. */
async function untilDone(world: World, due: Step[], deadline: number): Promise<void> {
  for (let left = due; left.length > 0 || (await hasEvents(world.ctx()));) {
    if (Date.now() > deadline)
      throw new Error(`still due: ${left.map(({ action }) => action).join(", ") || "events"}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    // A clock that is moved wakes what is due then; what comes due a moment later is woken here.
    await world.advance(0);
    left = (await nextSteps(world.ctx(), left)).filter((step) => isDue(step, world.ctx()));
  }
}

const isDue = ({ at }: Step, { now }: Context) => at !== null && at <= now;

const hasEvents = async ({ db }: Context) => (await db.$count(outbox, isNull(outbox.sentAt))) > 0;

async function everything({ db }: Context): Promise<Due[]> {
  const open = await db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(inArray(inquiries.status, ["approved", "sent"]));
  const accepted = await db.select({ id: placements.id }).from(placements);
  return [
    ...open.map(({ id }) => ({ id, find: findInquiryStep })),
    ...accepted.map(({ id }) => ({ id, find: findPlacementStep })),
  ];
}

const nextSteps = (ctx: Context, what: Due[]): Promise<Step[]> =>
  Promise.all(what.map(async ({ id, find }) => ({ id, find, ...(await find(ctx, id)) })));

/** The mails about an inquiry, in their order. */
export async function mailsAbout(ctx: Context, inquiryId: string): Promise<string[]> {
  const rows = await ctx.db.select().from(mails).where(eq(mails.inquiryId, inquiryId)).orderBy(asc(mails.id));
  return rows.filter(({ status }) => status === "kept").map(({ template }) => template);
}

/** What a patient is told about a place, in its order. */
export async function mailsTo(ctx: Context, patientId: string): Promise<string[]> {
  const rows = await ctx.db.select().from(mails).where(eq(mails.patientId, patientId)).orderBy(asc(mails.id));
  return rows
    .filter(
      ({ status, template }) => status === "kept" && !["weekly_status", "search_started"].includes(template),
    )
    .map(({ template }) => template);
}

export async function callsAbout(ctx: Context, inquiryId: string): Promise<string[]> {
  const rows = await ctx.db.select().from(calls).where(eq(calls.inquiryId, inquiryId)).orderBy(asc(calls.id));
  return rows.map(({ status }) => status);
}

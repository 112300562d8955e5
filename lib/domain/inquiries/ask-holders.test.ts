import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { inquiries, mails, outbox, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { createStaff } from "../staff/create-staff";
import { finishTask } from "../staff/finish-task";
import { getToday } from "../staff/get-today";
import { updateStaff } from "../staff/update-staff";
import { askHolders } from "./ask-holders";
import { callOffInquiry } from "./call-off-inquiry";
import { findInquiryStep } from "./conduct-inquiry";
import { listInquiries } from "./list-inquiries";
import { handBackInquiry, takeOverInquiry } from "./take-over-inquiry";

const inDays = (days: number, from = ctx): Context => ({
  ...from,
  now: new Date(ctx.now.getTime() + days * 86_400_000),
});

let members = 0;
async function member(name: string): Promise<Context & { actor: { id: string } }> {
  const email = `kraft-${++members}@team.example`;
  const person = { name, email, role: "coordinator", password: "leuchtturm-am-deich" } as const;
  const { id } = await createStaff(ctx, person);
  return { ...ctx, actor: { kind: "staff", id, role: "coordinator", name } };
}

async function givenHeld(by: Context): Promise<string> {
  const patient = await givenPatient(ctx);
  const { inquiryId } = await givenSentInquiry(ctx, await givenTherapist(ctx), [patient.searchId]);
  await ctx.db.update(mails).set({ status: "sent", sentAt: ctx.now }).where(eq(mails.inquiryId, inquiryId));
  await takeOverInquiry(by, inquiryId);
  return inquiryId;
}

const openTasks = (inquiryId: string) =>
  ctx.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.kind, "taken_over"), eq(tasks.subjectId, inquiryId), isNull(tasks.doneAt)));

test("an inquiry that somebody took over is asked about after some days, once, with the name of who holds it", async () => {
  const kim = await member("Kim Übernahme");
  const inquiryId = await givenHeld(kim);
  await askHolders(inDays(4.9));
  expect(await openTasks(inquiryId)).toEqual([]);
  await Promise.all([1, 2, 3].map(() => askHolders(inDays(5.1))));
  await askHolders(inDays(30));
  expect(await openTasks(inquiryId)).toHaveLength(1);
  const { tasks: today } = await getToday(inDays(5.2, kim), ctx.now);
  expect(today.find(({ subjectId }) => subjectId === inquiryId)).toMatchObject({
    kind: "taken_over",
    label: "Kim Übernahme",
  });
  const { rows } = await listInquiries(kim, {});
  expect(rows.find(({ id }) => id === inquiryId)).toMatchObject({ heldBy: "Kim Übernahme" });
});

test("what was ticked off without giving it back comes back as many days later", async () => {
  const kim = await member("Kim");
  const inquiryId = await givenHeld(kim);
  await askHolders(inDays(6));
  const [task] = await openTasks(inquiryId);
  await finishTask(inDays(7, kim), task!.id);
  await askHolders(inDays(11.9));
  expect(await openTasks(inquiryId)).toEqual([]);
  await askHolders(inDays(12.1));
  expect(await openTasks(inquiryId)).toHaveLength(1);
});

test("the task goes when the inquiry is given back or has ended", async () => {
  const kim = await member("Kim");
  const [back, ended] = [await givenHeld(kim), await givenHeld(kim)];
  await askHolders(inDays(6));
  await handBackInquiry(inDays(7, kim), back);
  expect(await openTasks(back)).toEqual([]);
  await callOffInquiry(inDays(7, kim), { inquiryId: ended, reason: "" });
  await askHolders(inDays(8));
  expect(await openTasks(ended)).toEqual([]);
});

test("what somebody held who leaves, or may only look from now on, goes on by itself", async () => {
  for (const change of [{ active: false }, { role: "viewer" }] as const) {
    const [kim, ada] = [await member("Kim"), await member("Ada")];
    const [mine, hers] = [await givenHeld(kim), await givenHeld(ada)];
    await updateStaff(ctx, kim.actor.id, { name: "Kim Neu" });
    expect((await findInquiryStep(ctx, mine)).action).toBe("person");
    await updateStaff(ctx, kim.actor.id, change);
    expect((await findInquiryStep(ctx, mine)).action).toBe("remind");
    expect((await findInquiryStep(ctx, hers)).action, "others keep theirs").toBe("person");
    const [row] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, mine));
    expect(row).toMatchObject({ takenOverAt: null, takenOverBy: null });
    const news = await ctx.db.select().from(outbox).where(eq(outbox.name, "inquiry/changed"));
    expect(
      news.filter(({ data }) => data.inquiryId === mine),
      "taking over and giving back",
    ).toHaveLength(2);
  }
});

test("nobody but the system asks", async () => {
  await expect(askHolders(await member("Kim"))).rejects.toMatchObject({ code: "forbidden" });
});

import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/columns";
import { auditEntries, mails, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { sendLinkAgain } from "./send-link-again";

const staffAs = (role: "coordinator" | "viewer", minutes = 0): Context => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
  actor: { kind: "staff", id: newId(), role, name: "x" },
});
const againTo = async (patientId: string) =>
  (await ctx.db.select().from(mails).where(eq(mails.patientId, patientId)))
    .filter(({ occasion }) => occasion.includes(":link-again:"))
    .map(({ template }) => template);

test("who lost the link gets a new one, to the page or to confirm, and it is written down who sent it", async () => {
  const known = await givenPatient(ctx, { email: "ada@beispiel.test" });
  await sendLinkAgain(staffAs("coordinator"), known.id);
  expect(await againTo(known.id)).toEqual(["registered"]);
  const open = await givenPatient(ctx, { email: "bea@beispiel.test" });
  await ctx.db.update(searches).set({ status: "unverified" }).where(eq(searches.id, open.searchId));
  await sendLinkAgain(staffAs("coordinator"), open.id);
  expect(await againTo(open.id)).toEqual(["confirm_email"]);
  const written = and(eq(auditEntries.act, "patient.link"), eq(auditEntries.subjectId, known.id));
  expect(await ctx.db.$count(auditEntries, written)).toBe(1);
});

test("no mailbox is flooded: three times a day, each with its own mail", async () => {
  const { id } = await givenPatient(ctx, { email: "cem@beispiel.test" });
  for (let minute = 0; minute < 3; minute++) await sendLinkAgain(staffAs("coordinator", minute), id);
  await expect(sendLinkAgain(staffAs("coordinator", 4), id)).rejects.toMatchObject({ code: "rate-limited" });
  expect(await againTo(id)).toHaveLength(3);
  await sendLinkAgain(staffAs("coordinator", 25 * 60), id);
  expect(await againTo(id)).toHaveLength(4);
});

test("who may not write sends nothing, and nothing goes to a record without an address or to none", async () => {
  const { id } = await givenPatient(ctx, { email: null, phone: "0241 99999911" });
  await expect(sendLinkAgain(staffAs("viewer"), id)).rejects.toMatchObject({ code: "forbidden" });
  const own: Context = { ...ctx, actor: { kind: "patient", patientId: id } };
  await expect(sendLinkAgain(own, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(sendLinkAgain(staffAs("coordinator"), id)).rejects.toMatchObject({ key: "no_mail_address" });
  await expect(sendLinkAgain(staffAs("coordinator"), newId())).rejects.toMatchObject({ code: "not-found" });
  expect(await againTo(id)).toEqual([]);
});

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inquiries, mails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { conductInquiry } from "../inquiries/conduct-inquiry";
import { postponeInquiry } from "../inquiries/postpone-inquiry";
import { handBackInquiry, takeOverInquiry } from "../inquiries/take-over-inquiry";
import { createStaff } from "../staff/create-staff";
import { takeMail } from "./take-mail";

const at = (ctx: Context, iso: string): Context => ({ ...ctx, now: new Date(iso) });
const friday = "2026-11-20T20:00:00Z";
const monday = "2026-11-23T09:00:00Z";

let database: TestDatabase;
let ctx: Context;
let kim: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = at(systemOn(database.db), friday);
  const person = { name: "Kim", email: "kim@team.example", password: "leuchtturm-am-deich" };
  const { id } = await createStaff(ctx, { ...person, role: "coordinator" });
  kim = { ...ctx, actor: { kind: "staff", id, role: "coordinator", name: "Kim" } };
});
afterAll(() => database.drop());

/** An inquiry of a Friday evening: its mail waits for Monday. */
async function givenWaiting() {
  const { searchId } = await givenPatient(ctx);
  const { inquiryId } = await givenSentInquiry(ctx, await givenTherapist(ctx), [searchId]);
  const [mail] = await ctx.db.select().from(mails).where(eq(mails.inquiryId, inquiryId));
  const mailId = mail!.id;
  expect(await takeMail(ctx, mailId)).toMatchObject({ kind: "waits" });
  return { inquiryId, mailId };
}
const inquiryOf = async (id: string) =>
  (await ctx.db.select().from(inquiries).where(eq(inquiries.id, id)))[0]!;

test("who takes an inquiry over holds the mail that waits to ask, until it is handed back", async () => {
  const { inquiryId, mailId } = await givenWaiting();
  await takeOverInquiry(kim, inquiryId);
  for (const day of [monday, "2026-11-24T09:00:00Z", "2026-12-15T09:00:00Z"])
    expect((await takeMail(at(ctx, day), mailId)).kind, day).toBe("waits");
  await handBackInquiry(at(kim, "2026-12-15T09:00:00Z"), inquiryId);
  // Nobody is called meanwhile for not having answered what never left, and the mail names a day that is ahead.
  expect(await conductInquiry(at(ctx, "2026-12-16T09:30:00Z"), inquiryId)).toBe("none");
  expect((await inquiryOf(inquiryId)).dueAt).toEqual(new Date("2026-12-29T09:00:00Z"));
  expect((await takeMail(at(ctx, "2026-12-16T09:30:00Z"), mailId)).kind).toBe("taken");
});

test("an inquiry that is put off holds the mail that waits to ask until that day and its hours", async () => {
  const { inquiryId, mailId } = await givenWaiting();
  // A Sunday.
  await postponeInquiry(kim, { inquiryId, until: new Date("2026-12-20T07:00:00Z") });
  expect(await takeMail(at(ctx, monday), mailId)).toEqual({
    kind: "waits",
    until: new Date("2026-12-20T07:00:00Z"),
  });
  const sunday = at(ctx, "2026-12-20T07:00:00Z");
  expect(await conductInquiry(sunday, inquiryId)).toBe("none");
  expect(await takeMail(sunday, mailId)).toEqual({ kind: "waits", until: new Date("2026-12-21T07:00:00Z") });
  expect((await inquiryOf(inquiryId)).dueAt).toEqual(new Date("2027-01-03T07:00:00Z"));
  expect((await takeMail(at(ctx, "2026-12-21T07:00:00Z"), mailId)).kind).toBe("taken");
});

test("one that nobody holds leaves on the next working day", async () => {
  const { mailId } = await givenWaiting();
  expect((await takeMail(at(ctx, monday), mailId)).kind).toBe("taken");
});

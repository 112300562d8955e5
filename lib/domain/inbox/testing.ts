import { eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { newId } from "@/db/columns";
import {
  inboundMailboxes,
  inboundMails,
  inquiries,
  inquiryItems,
  mails,
  staff as staffTable,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { StaffRole } from "@/lib/domain/staff/status";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { storeInboundMail } from "./store-inbound-mail";

/** What the tests of the inbox share; each file that imports it has a database of its own. */
let database: TestDatabase;
export let system: Context;
export let mailbox: { id: string; uidValidity: string };
export const staffId = newId();
export const as = (role: StaffRole): Context => ({
  ...system,
  actor: { kind: "staff", id: staffId, role, name: "x" },
});

beforeAll(async () => {
  process.env.REPLY_ADDRESS = "antwort@lotse.example";
  database = await createTestDatabase();
  system = systemOn(database.db);
  const person = { name: "Kim", email: "kim@example.org", passwordHash: "", role: "coordinator" as const };
  await system.db.insert(staffTable).values({ id: staffId, ...person });
  const [row] = await system.db
    .insert(inboundMailboxes)
    .values({ name: "a@b/INBOX", uidValidity: "1" })
    .returning();
  mailbox = row!;
});

afterAll(() => database.drop());

let uid = 0;
export const nextUid = () => (uid += 1);

export async function given(body = "Text", heads: string[] = ["From: wer@example.org"]) {
  const source = Buffer.from([...heads, `Message-ID: <${newId()}@x.example>`, "", body].join("\r\n"));
  const id = await storeInboundMail(system, mailbox, {
    uid: nextUid(),
    size: source.length,
    receivedAt: system.now,
    source,
    whole: true,
  });
  return (await rowOf(id!))!;
}

export const rowOf = async (id: string) =>
  (await system.db.select().from(inboundMails).where(eq(inboundMails.id, id)))[0];

export async function givenInquiry(people: number) {
  const therapist = await givenTherapist(system);
  const searchIds: string[] = [];
  for (let i = 0; i < people; i++) searchIds.push((await givenPatient(system)).searchId);
  const { inquiryId, items } = await givenSentInquiry(system, therapist, searchIds);
  const [inquiry] = await system.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  await system.db
    .update(mails)
    .set({ status: "sent", sentAt: system.now })
    .where(eq(mails.inquiryId, inquiryId));
  return { inquiryId, items, therapist, reference: inquiry!.reference };
}

export async function givenAnswer(body: string, people = 2) {
  const asked = await givenInquiry(people);
  const mail = await given(body, ["From: p@example.org", `To: antwort+${asked.reference}@lotse.example`]);
  return { mail, ...asked };
}

export const outcomesOf = async (inquiryId: string) =>
  (
    await system.db
      .select()
      .from(inquiryItems)
      .where(eq(inquiryItems.inquiryId, inquiryId))
      .orderBy(inquiryItems.position)
  ).map((item) => item.outcome);

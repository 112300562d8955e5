import { eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { newId } from "@/db/columns";
import {
  inboundMailboxes,
  inboundMails,
  inquiries,
  inquiryItems,
  mails,
  practices,
  staff as staffTable,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { StaffRole } from "@/lib/domain/staff/status";
import { type TestDatabase, createTestDatabase } from "./database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "./factories";
import { storeInboundMail } from "@/lib/domain/inbox/store-inbound-mail";

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

/** Stores a message of this body and these head lines, and returns its row. */
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

/** A practice that was asked about these many people, by a mail that has left. */
export async function givenInquiry(people: number) {
  const therapist = await givenTherapist(system);
  const searchIds: string[] = [];
  for (let i = 0; i < people; i++) searchIds.push((await givenPatient(system)).searchId);
  const { inquiryId, items } = await givenSentInquiry(system, therapist, searchIds);
  const [row] = await system.db
    .select({ reference: inquiries.reference, email: practices.email })
    .from(inquiries)
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .where(eq(inquiries.id, inquiryId));
  const { reference, email } = row!;
  const [mail] = await system.db
    .update(mails)
    .set({ status: "sent", sentAt: system.now, recipient: email })
    .where(eq(mails.inquiryId, inquiryId))
    .returning({ id: mails.id });
  const { practiceId } = therapist;
  return { inquiryId, items, therapist, practiceId, email: email!, mailId: mail!.id, reference };
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

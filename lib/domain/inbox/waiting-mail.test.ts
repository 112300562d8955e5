import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { mails, outbox, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { isoDayOf } from "@/lib/format";
import { listCalls } from "../calls/list-calls";
import { germanInstant } from "../german-time";
import { conductInquiry, findInquiryStep } from "../inquiries/conduct-inquiry";
import { composeMail } from "../mail/compose-mail";
import { askAgainFromMail } from "./ask-again-from-mail";
import { assignInboundMail } from "./assign-inbound-mail";
import { dismissInboundMail, restoreInboundMail, settleInboundMail } from "./decide-inbound-mail";
import { mergeThreads } from "./merge-threads";
import { system, as, given, rowOf, givenInquiry, givenAnswer, outcomesOf } from "@/tests/support/inbox-world";

describe("an inquiry about which a mail waits", () => {
  const inDays = (days: number): Context => ({
    ...system,
    now: new Date(system.now.getTime() + days * 86_400_000),
  });
  const news = (inquiryId: string) =>
    system.db.$count(
      outbox,
      and(eq(outbox.name, "inquiry/changed"), sql`${outbox.data}->>'inquiryId' = ${inquiryId}`),
    );
  const held = { action: "person", at: null, because: "mail" };

  test.each([
    "Leider haben wir keinen Platz frei.",
    "Bitte keine weiteren Anfragen.",
    "Rufen Sie mich bitte einmal an.",
  ])("is neither reminded of nor ended before somebody read it, and goes on then: %s", async (body) => {
    const { mail, inquiryId } = await givenAnswer(body);
    expect(["answer", "objection", "other"]).toContain(mail.kind);
    expect(await findInquiryStep(system, inquiryId)).toEqual(held);
    expect(await news(inquiryId), "its workflow hears of the mail").toBe(1);
    for (const day of [7, 14, 28]) expect(await conductInquiry(inDays(day), inquiryId)).toBe("none");
    await dismissInboundMail(as("coordinator"), mail);
    expect(await news(inquiryId), "and of the decision").toBe(2);
    expect(await conductInquiry(inDays(28), inquiryId)).toBe("remind");
    await restoreInboundMail(as("coordinator"), mail.id);
    expect(await findInquiryStep(system, inquiryId)).toEqual(held);
  });

  test("waits also when the mail is assigned or joined to it by hand, and no longer when it goes elsewhere", async () => {
    const [one, other] = [await givenInquiry(1), await givenInquiry(1)];
    const mail = await given("Guten Tag");
    await assignInboundMail(as("coordinator"), mail, { kind: "inquiry", id: one.inquiryId });
    expect(await findInquiryStep(system, one.inquiryId)).toEqual(held);
    const again = (await rowOf(mail.id))!;
    await assignInboundMail(as("coordinator"), again, { kind: "inquiry", id: other.inquiryId });
    expect((await findInquiryStep(system, one.inquiryId)).action).toBe("remind");
    expect(await findInquiryStep(system, other.inquiryId)).toEqual(held);
    expect([await news(one.inquiryId), await news(other.inquiryId)]).toEqual([2, 1]);
    const joined = await given("Noch etwas");
    await mergeThreads(as("coordinator"), joined, mail.id);
    expect(await news(other.inquiryId)).toBe(2);
  });

  test("is not on the call list, and a reminder that waited to leave does not leave", async () => {
    const { inquiryId, reference } = await givenInquiry(1);
    await conductInquiry(inDays(7), inquiryId);
    await conductInquiry(inDays(14), inquiryId);
    const isListed = async () => {
      const { now, later } = await listCalls(as("coordinator"));
      return [...now, ...later].some((line) => line.inquiries.some((one) => one.inquiryId === inquiryId));
    };
    const [reminder] = await system.db
      .select()
      .from(mails)
      .where(and(eq(mails.inquiryId, inquiryId), eq(mails.template, "inquiry_reminder")));
    expect(await isListed()).toBe(true);
    expect(await composeMail(system, reminder!)).not.toBeNull();
    const mail = await given("Nein.", ["From: p@example.org", `To: antwort+${reference}@lotse.example`]);
    expect(await isListed()).toBe(false);
    expect(await composeMail(system, reminder!)).toBeNull();
    await settleInboundMail(as("coordinator"), mail);
    expect(await isListed()).toBe(true);
  });

  test("that nobody is there is no answer: asked again from the day of return, and no place is noted", async () => {
    const { inquiryId, therapist, reference } = await givenInquiry(2);
    const backOn = isoDayOf(inDays(20).now);
    const [year, month, day] = backOn.split("-");
    const mail = await given(`Ich bin bis zum ${day}.${month}.${year} im Urlaub.`, [
      "From: p@example.org",
      `To: antwort+${reference}@lotse.example`,
      "Subject: Abwesenheitsnotiz",
      "Auto-Submitted: auto-replied",
    ]);
    expect(mail.kind).toBe("out_of_office");
    expect((await findInquiryStep(system, inquiryId)).action, "a machine wrote it").toBe("remind");
    const until = mail.suggestion!.backOn!;
    for (const wrong of ["2062-05-01", "2020-01-01", "x"])
      await expect(askAgainFromMail(as("coordinator"), mail, wrong)).rejects.toMatchObject({
        code: "invalid",
      });
    await expect(askAgainFromMail(as("viewer"), mail, until)).rejects.toMatchObject({ code: "forbidden" });
    await askAgainFromMail(as("coordinator"), mail, until);
    expect(await findInquiryStep(system, inquiryId)).toEqual({
      action: "remind",
      at: germanInstant(until, 8 * 60),
    });
    expect(await outcomesOf(inquiryId)).toEqual(["pending", "pending"]);
    const [row] = await system.db.select().from(therapists).where(eq(therapists.id, therapist.id));
    expect(row!.capacity).toBeNull();
    expect((await rowOf(mail.id))!.state).toBe("settled");
  });
});

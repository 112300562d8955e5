import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { accessTokens, mails, patients, tasks } from "@/db/schema";
import { newId } from "@/db/columns";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { cancelInquiry } from "../inquiries/cancel-inquiry";
import { updateSettings } from "../settings/settings";
import { queueMail } from "./queue-mail";

let database: TestDatabase;
let ctx: Context;
let server: MailServer;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(async () => {
  await server.stop();
  delete process.env.SMTP_URL;
});

/** The mailer reads its server from the environment once, so each test loads it anew. */
async function loadDelivery(smtpUrl?: string) {
  if (smtpUrl) process.env.SMTP_URL = smtpUrl;
  vi.resetModules();
  return import("./deliver-mail");
}

async function givenMail(): Promise<{ mailId: string; patientId: string }> {
  const { id: patientId } = await givenPatient(ctx);
  const order = { template: "search_started", occasion: `test:${newId()}`, locale: "de", patientId } as const;
  return { mailId: (await queueMail(ctx, order))!, patientId };
}

const mailOf = async (mailId: string) => (await ctx.db.select().from(mails).where(eq(mails.id, mailId)))[0]!;
const tasksOf = (mailId: string) =>
  ctx.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, mailId)));

const later = (ms: number): Context => ({ ...ctx, now: new Date(ctx.now.getTime() + ms) });
const minute = 60_000;

describe("delivery", () => {
  test("a mail is sent once, however often and however simultaneously delivery is asked for", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    const looks = await Promise.all(Array.from({ length: 8 }, () => deliverMail(ctx, mailId)));
    expect(looks.some(({ status }) => status === "sent")).toBe(true);
    expect(
      looks.every(({ status, askAgainAt }) => status === "sent" || (status === "sending" && askAgainAt)),
    ).toBe(true);
    expect(await deliverMail(ctx, mailId)).toEqual({ status: "sent", askAgainAt: null });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]!.text).toContain(`Message-ID: <${mailId}@127.0.0.1>`);
  });

  test("a delivery that died in the middle becomes unknown and a task, never a second mail", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    await ctx.db.update(mails).set({ status: "sending", sendingSince: ctx.now }).where(eq(mails.id, mailId));
    const look = await deliverMail(ctx, mailId);
    expect(look).toMatchObject({ status: "sending" });
    expect(new Date(look.askAgainAt!).getTime()).toBe(ctx.now.getTime() + 2 * minute);
    expect((await deliverMail(later(10 * minute), mailId)).status).toBe("unknown");
    expect(server.received).toHaveLength(0);
    expect(await tasksOf(mailId)).toMatchObject([{ kind: "mail_unknown" }]);
  });

  test("a delivery that was given up for dead and ends well after all is believed, and its task is gone", async () => {
    const { finishMail } = (await loadDelivery(server.url), await import("./finish-mail"));
    const { mailId } = await givenMail();
    await ctx.db.update(mails).set({ status: "sending", sendingSince: ctx.now }).where(eq(mails.id, mailId));
    await finishMail(ctx, mailId, { status: "unknown" });
    expect(await finishMail(ctx, mailId, { status: "sent" })).toBe("sent");
    expect(await finishMail(ctx, mailId, { status: "unknown" })).toBe("sent");
    expect((await tasksOf(mailId)).filter((task) => !task.doneAt)).toEqual([]);
  });

  test("a server that hangs up with the text in its hands leaves the mail unknown", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    server.manner = "hang-up";
    expect((await deliverMail(ctx, mailId)).status).toBe("unknown");
    expect((await deliverMail(ctx, mailId)).status).toBe("unknown");
    expect(server.received).toHaveLength(1);
  });

  test("a refusal for now leaves the mail queued, and the next try after a wait sends it", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    server.manner = "temporary";
    const { status, askAgainAt } = await deliverMail(ctx, mailId);
    expect(status).toBe("queued");
    expect(await mailOf(mailId)).toMatchObject({ status: "queued", errorCode: "smtp-451", attempts: 1 });
    server.manner = "accept";
    expect(await deliverMail(ctx, mailId)).toEqual({ status: "queued", askAgainAt });
    expect((await deliverMail({ ...ctx, now: new Date(askAgainAt!) }, mailId)).status).toBe("sent");
    expect(server.received).toHaveLength(1);
  });

  test("a server that stays away ends after growing waits in a task, not in an endless loop", async () => {
    const { deliverMail } = await loadDelivery("smtp://127.0.0.1:1");
    const { mailId } = await givenMail();
    let now = ctx.now;
    const waits: number[] = [];
    for (;;) {
      const { status, askAgainAt } = await deliverMail({ ...ctx, now }, mailId);
      if (!askAgainAt) {
        expect(status).toBe("failed");
        break;
      }
      waits.push(new Date(askAgainAt).getTime() - now.getTime());
      now = new Date(askAgainAt);
    }
    expect(waits).toHaveLength(19);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(now.getTime() - ctx.now.getTime()).toBeGreaterThan(6 * 60 * minute);
    expect(await tasksOf(mailId)).toMatchObject([{ kind: "mail_failed" }]);
  });

  test("an address that does not exist is marked, and a person is asked to call instead", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId, patientId } = await givenMail();
    server.manner = "permanent";
    expect((await deliverMail(ctx, mailId)).status).toBe("failed");
    expect(await tasksOf(mailId)).toEqual([]);
    expect(await tasksOf(patientId)).toMatchObject([{ kind: "mail_bounced" }]);
    const [patient] = await ctx.db.select().from(patients).where(eq(patients.id, patientId));
    expect(patient!.emailBouncedAt).toEqual(ctx.now);
  });

  test("another refusal for good stops and becomes a task about the mail", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    server.answers = { text: "554 5.7.1 no" };
    expect((await deliverMail(ctx, mailId)).status).toBe("failed");
    expect(await tasksOf(mailId)).toMatchObject([{ kind: "mail_failed" }]);
  });

  test("a mail that was sent shows staff no working link", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    await deliverMail(ctx, mailId);
    const { content, version } = await mailOf(mailId);
    expect(content!.text).toContain("/my/…");
    expect(`${content!.text}${content!.html}`).not.toMatch(/\/my\/[\w-]{20}/);
    expect(version).toMatch(/^[\da-f]{10}$/);
  });

  test("without a mail server the mail is kept once, with one link that works", async () => {
    const { deliverMail } = await loadDelivery();
    const { mailId, patientId } = await givenMail();
    await Promise.all([1, 2, 3].map(() => deliverMail(ctx, mailId)));
    const mail = await mailOf(mailId);
    expect(mail.status).toBe("kept");
    expect(mail.content!.text).toMatch(/\/my\/[\w-]{43}/);
    expect(
      await ctx.db.select().from(accessTokens).where(eq(accessTokens.subjectId, patientId)),
    ).toHaveLength(1);
  });
});

describe("hours in which people are written to", () => {
  const at = (now: string): Context => ({ ...ctx, now: new Date(now) });
  // Corpus Christi 2026 is a holiday in Aachen; the day after is a Friday.
  const holiday = () => at("2026-06-04T09:00:00Z");

  async function givenInquiryMail(context: Context) {
    const { searchId } = await givenPatient(context);
    const therapist = await givenTherapist(context);
    const { inquiryId } = await givenSentInquiry(context, therapist, [searchId]);
    const [mail] = await ctx.db.select().from(mails).where(eq(mails.inquiryId, inquiryId));
    return { mailId: mail!.id, inquiryId };
  }

  test("an inquiry waits for the next working day of the practice's state, and leaves then", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenInquiryMail(holiday());
    expect(await deliverMail(holiday(), mailId)).toEqual({
      status: "queued",
      askAgainAt: "2026-06-05T06:00:00.000Z",
    });
    expect((await mailOf(mailId)).notBefore).toEqual(new Date("2026-06-05T06:00:00Z"));
    expect((await deliverMail(at("2026-06-05T06:00:00Z"), mailId)).status).toBe("sent");
    expect(server.received).toHaveLength(1);
  });

  test("an inquiry that was answered while its mail waited is not sent", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId, inquiryId } = await givenInquiryMail(holiday());
    await deliverMail(holiday(), mailId);
    await cancelInquiry(holiday(), inquiryId, "rejected");
    expect((await deliverMail(at("2026-06-05T07:00:00Z"), mailId)).status).toBe("cancelled");
    expect(server.received).toHaveLength(0);
  });

  test("a link that somebody waits for leaves in the night", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    await ctx.db.update(mails).set({ template: "confirm_email" }).where(eq(mails.id, mailId));
    expect((await deliverMail(at("2027-01-01T02:00:00Z"), mailId)).status).toBe("sent");
  });

  test("a domain's practices get no more mails a day than was set; the next one waits for tomorrow", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const friday = at("2026-06-12T09:00:00Z");
    await updateSettings(friday, { dailyMailsPerDomain: 2 });
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push((await givenInquiryMail(friday)).mailId);
    const looks = await Promise.all(ids.map((id) => deliverMail(friday, id)));
    expect(looks.filter(({ status }) => status === "sent")).toHaveLength(2);
    expect(looks.filter(({ askAgainAt }) => askAgainAt === "2026-06-15T06:00:00.000Z")).toHaveLength(2);
    expect(server.received).toHaveLength(2);
  });

  test("mails to patients neither count nor wait: practices at a big provider do not starve, nor do patients", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const thursday = at("2026-06-18T09:00:00Z");
    await updateSettings(thursday, { dailyMailsPerDomain: 1 });
    const givenPatientMail = async () => {
      const { mailId } = await givenMail();
      await ctx.db.update(mails).set({ template: "back_in_queue" }).where(eq(mails.id, mailId));
      return mailId;
    };
    for (let i = 0; i < 2; i++)
      expect((await deliverMail(thursday, await givenPatientMail())).status).toBe("sent");
    expect((await deliverMail(thursday, (await givenInquiryMail(thursday)).mailId)).status).toBe("sent");
    expect((await deliverMail(thursday, (await givenInquiryMail(thursday)).mailId)).status).toBe("queued");
    expect((await deliverMail(thursday, await givenPatientMail())).status).toBe("sent");
  });
});

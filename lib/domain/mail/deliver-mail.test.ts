import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { accessTokens, mails, tasks } from "@/db/schema";
import { newId } from "@/db/columns";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, systemOn } from "@/tests/support/factories";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
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

describe("delivery", () => {
  test("a mail is sent once, however often and however simultaneously delivery is asked for", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => deliverMail(ctx, mailId)));
    expect(tries.some((one) => one.status === "fulfilled" && one.value === "sent")).toBe(true);
    expect(await deliverMail(ctx, mailId)).toBe("sent");
    expect(server.received).toHaveLength(1);
    expect(server.received[0]!.text).toContain(`Message-ID: <${mailId}@127.0.0.1>`);
  });

  test("a delivery that died in the middle becomes unknown and a task, never a second mail", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    await ctx.db.update(mails).set({ status: "sending", sendingSince: ctx.now }).where(eq(mails.id, mailId));
    await expect(deliverMail(ctx, mailId)).rejects.toMatchObject({ code: "unavailable" });
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 10 * 60_000) };
    expect(await deliverMail(later, mailId)).toBe("unknown");
    expect(server.received).toHaveLength(0);
    expect(await tasksOf(mailId)).toMatchObject([{ kind: "mail_unknown" }]);
  });

  test("a server that hangs up with the text in its hands leaves the mail unknown", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    server.manner = "hang-up";
    expect(await deliverMail(ctx, mailId)).toBe("unknown");
    expect(await deliverMail(ctx, mailId)).toBe("unknown");
    expect(server.received).toHaveLength(1);
  });

  test("a refusal for now leaves the mail queued, and the next try sends it", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    server.manner = "temporary";
    await expect(deliverMail(ctx, mailId)).rejects.toMatchObject({ code: "unavailable" });
    expect(await mailOf(mailId)).toMatchObject({ status: "queued", errorCode: "smtp-451", attempts: 1 });
    server.manner = "accept";
    expect(await deliverMail(ctx, mailId)).toBe("sent");
    expect(server.received).toHaveLength(1);
  });

  test("a server that cannot be reached leaves the mail queued", async () => {
    const { deliverMail } = await loadDelivery("smtp://127.0.0.1:1");
    const { mailId } = await givenMail();
    await expect(deliverMail(ctx, mailId)).rejects.toMatchObject({ code: "unavailable" });
    expect((await mailOf(mailId)).status).toBe("queued");
  });

  test("a refusal for good stops and becomes a task", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    server.manner = "permanent";
    expect(await deliverMail(ctx, mailId)).toBe("failed");
    expect(await tasksOf(mailId)).toMatchObject([{ kind: "mail_failed" }]);
  });

  test("a mail that was sent shows staff no working link", async () => {
    const { deliverMail } = await loadDelivery(server.url);
    const { mailId } = await givenMail();
    await deliverMail(ctx, mailId);
    const { content } = await mailOf(mailId);
    expect(content!.text).toContain("/my/…");
    expect(`${content!.text}${content!.html}`).not.toMatch(/\/my\/[\w-]{20}/);
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

import { simpleParser } from "mailparser";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { newId } from "@/db/columns";
import { mails, practices, staff } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { StaffRole } from "@/lib/domain/staff/status";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenTherapist, systemOn } from "@/tests/support/factories";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { type MailTemplate, mailTemplates } from "./templates";

let database: TestDatabase;
let ctx: Context;
let server: MailServer;
let close = () => {};
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db, new Date("2026-11-25T10:00:00Z"));
});
afterAll(() => database.drop());
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(async () => {
  close();
  await server.stop();
  for (const name of ["SMTP_URL", "MAIL_FROM", "REPLY_ADDRESS"]) delete process.env[name];
});

async function load(settings: Record<string, string> = { SMTP_URL: server.url }) {
  Object.assign(process.env, settings);
  vi.resetModules();
  close = (await import("@/lib/email/mailer")).closeMailer;
  return { ...(await import("./preview-mail")), ...(await import("./get-mail-health")) };
}

async function as(role: StaffRole): Promise<Context> {
  const person = { name: "Test", email: `${newId()}@example.org`, passwordHash: "-", role };
  const [row] = await ctx.db.insert(staff).values(person).returning();
  return { ...ctx, actor: { kind: "staff", id: row!.id, role, name: "Test" } };
}

const choice = { template: "inquiry", locale: "de" } as const;

describe("looking at mails before they leave", () => {
  test("works for every kind in both languages, for who may read mail", async () => {
    const { previewMail } = await load();
    const coordinator = await as("coordinator");
    for (const template of Object.keys(mailTemplates) as MailTemplate[]) {
      for (const locale of ["de", "en"] as const) {
        const { subject, html } = await previewMail(coordinator, { template, locale });
        expect(`${subject}${html}`, template).not.toMatch(/undefined|\{\w+\}/);
      }
    }
    await expect(previewMail(await as("viewer"), choice)).rejects.toMatchObject({ code: "forbidden" });
  });

  test.each(["gibtsnicht", "__proto__", "toString", ""])("%o is no kind of mail", async (template) => {
    const { previewMail } = await load();
    const admin = await as("admin");
    await expect(previewMail(admin, { template, locale: "de" })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a test mail", () => {
  test("goes to the admin who asks for it and to nobody else, ten times an hour at most", async () => {
    const { sendTestMail } = await load();
    const admin = await as("admin");
    const address = await sendTestMail(admin, choice);
    expect(server.received).toMatchObject([{ to: address }]);
    expect((await simpleParser(server.received[0]!.text)).subject).toMatch(/^\[Test\] Anfrage/);
    for (let i = 0; i < 9; i++) await sendTestMail(admin, choice);
    await expect(sendTestMail(admin, choice)).rejects.toMatchObject({ code: "rate-limited" });
    expect(server.received).toHaveLength(10);
  });

  test("is not for coordinators, and not without a mail server or against its will", async () => {
    const { sendTestMail } = await load();
    await expect(sendTestMail(await as("coordinator"), choice)).rejects.toMatchObject({ code: "forbidden" });
    server.manner = "permanent";
    await expect(sendTestMail(await as("admin"), choice)).rejects.toMatchObject({
      key: "mail_server_refused",
    });
    delete process.env.SMTP_URL;
    const none = await load({});
    await expect(none.sendTestMail(await as("admin"), choice)).rejects.toMatchObject({
      key: "mail_server_missing",
    });
  });
});

describe("the health of mail", () => {
  test("counts what left, what could leave, what waits, what is to be decided and who has no address", async () => {
    const { getMailHealth } = await load();
    const { id: patientId } = await givenPatient(ctx);
    await givenTherapist(ctx);
    const at = (hours: number) => new Date(ctx.now.getTime() + hours * 3_600_000);
    const mail = (values: Partial<typeof mails.$inferInsert>) => ({
      template: "test",
      occasion: newId(),
      patientId,
      createdAt: at(-50),
      ...values,
    });
    await ctx.db
      .insert(mails)
      .values([
        mail({ status: "sent", sentAt: at(-40) }),
        mail({ status: "sent", sentAt: at(-2) }),
        mail({ createdAt: at(-3) }),
        mail({ createdAt: at(-1), notBefore: at(-1) }),
        mail({ notBefore: at(15) }),
        mail({ status: "failed" }),
        mail({ status: "unknown" }),
        mail({ status: "unknown" }),
        mail({ status: "cancelled" }),
      ]);
    await ctx.db.update(practices).set({ emailBouncedAt: ctx.now });
    expect(await getMailHealth(await as("coordinator"))).toMatchObject({
      lastSentAt: at(-2),
      sentToday: 1,
      queued: { count: 2, oldest: at(-3) },
      waiting: { count: 1, next: at(15) },
      failed: 1,
      unknown: 2,
      bounced: { practices: 1, patients: 0 },
    });
  });

  test("names the mail server and never its password", async () => {
    const { getMailHealth } = await load({
      SMTP_URL: "smtps://lotse:geheimes-wort@mail.example.org",
      MAIL_FROM: "Lotse <lotse@example.org>",
      REPLY_ADDRESS: "antwort@example.org",
    });
    const health = await getMailHealth(await as("coordinator"));
    expect(health).toMatchObject({
      server: { host: "mail.example.org", encrypted: true },
      from: "lotse@example.org",
      replyTo: "antwort@example.org",
      signedWith: null,
    });
    expect(JSON.stringify(health)).not.toContain("geheimes-wort");
  });

  test("says when mails may leave without encryption", async () => {
    const { getMailHealth } = await load({ SMTP_URL: "smtp://127.0.0.1:25" });
    expect(await getMailHealth(await as("coordinator"))).toMatchObject({ server: { encrypted: false } });
    const elsewhere = await load({ SMTP_URL: "smtp://mail.example.org" });
    expect(await elsewhere.getMailHealth(await as("coordinator"))).toMatchObject({
      server: { encrypted: true },
    });
  });

  test("is not for viewers, and asks DNS only about a real sender", async () => {
    const { getMailHealth, getDnsFindings } = await load({ SMTP_URL: server.url });
    await expect(getMailHealth(await as("viewer"))).rejects.toMatchObject({ code: "forbidden" });
    const never = () => Promise.reject(new Error("asked"));
    expect(await getDnsFindings(await as("coordinator"), never)).toEqual([]);
    const real = await load({ SMTP_URL: server.url, MAIL_FROM: "lotse@example.org" });
    const asked: string[] = [];
    const findings = await real.getDnsFindings(
      await as("coordinator"),
      async (name) => (asked.push(name), []),
    );
    expect(asked.toSorted()).toEqual(["_dmarc.example.org", "example.org"]);
    expect(findings).toHaveLength(3);
  });
});

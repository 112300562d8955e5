import { spawn } from "node:child_process";
import { once } from "node:events";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { inboundAttachments, inboundMailboxes, inboundMails, outbox } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { type Dovecot, findDovecot, startDovecot } from "@/tests/support/dovecot";
import { systemOn } from "@/tests/support/factories";

let database: TestDatabase;
let server: Dovecot;
let ctx: Context;
let receiveMails: typeof import("@/lib/domain/inbox/receive-mails").receiveMails;

const program = findDovecot();
beforeAll(() => {
  if (!program) throw new Error("Dovecot is not installed (apt-get install dovecot-imapd)");
});
beforeEach(async () => {
  [database, server] = await Promise.all([createTestDatabase(), startDovecot(program!)]);
  ctx = systemOn(database.db);
  await useMailbox(server.url);
});
afterEach(async () => {
  await Promise.all([database.drop(), server.stop()]);
});
afterAll(() => {
  delete process.env.IMAP_URL;
});

/** The environment is read once, so each mailbox needs the verb anew. */
async function useMailbox(url: string): Promise<void> {
  process.env.IMAP_URL = url;
  vi.resetModules();
  ({ receiveMails } = await import("@/lib/domain/inbox/receive-mails"));
}

const message = (mark: string, text = `Nachricht ${mark}`) =>
  `From: Praxis ${mark} <praxis-${mark}@example.org>\r\nTo: lotse@example.org\r\nSubject: Betreff ${mark}\r\nMessage-ID: <${mark}@example.org>\r\n\r\n${text}\r\n`;
const deliver = (marks: string[]) => server.deliver(...marks.map((mark) => message(mark)));
const marksOf = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
const stored = () => ctx.db.select().from(inboundMails).orderBy(asc(inboundMails.uid));
const subjects = async () => (await stored()).map((mail) => mail.subject);
async function readAll(): Promise<number> {
  let count = 0;
  for (;;) {
    const read = await receiveMails(ctx);
    count += read.stored;
    if (!read.more) return count;
  }
}

test("every message is stored once, in order, and marked as seen on the server afterwards", async () => {
  await deliver(marksOf(30));
  expect(await receiveMails(ctx)).toEqual({ stored: 25, more: true });
  expect(await receiveMails(ctx)).toEqual({ stored: 5, more: false });
  expect(await receiveMails(ctx)).toEqual({ stored: 0, more: false });
  expect(await subjects()).toEqual(marksOf(30).map((mark) => `Betreff ${mark}`));
  expect((await server.flags()).every((flags) => flags.includes("\\Seen"))).toBe(true);
  await deliver(["later"]);
  expect(await readAll()).toBe(1);
  expect(await ctx.db.$count(outbox, eq(outbox.name, "mail/received"))).toBe(31);
});

test("what somebody read with another program is stored all the same", async () => {
  await deliver(["a"]);
  const { ImapFlow } = await import("imapflow");
  const { port } = new URL(server.url);
  const client = new ImapFlow({
    host: "127.0.0.1",
    port: Number(port),
    secure: false,
    auth: { user: "lotse", pass: "geheim" },
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen("INBOX");
  await client.messageFlagsAdd("1:*", ["\\Seen"]);
  await client.logout();
  expect(await readAll()).toBe(1);
});

test("nothing in the database names a sender, a subject or a word of a mail in the clear", async () => {
  await server.deliver(message("Klartextprobe", "Wort Klartextprobe"));
  await readAll();
  for (const table of ["inbound_mails", "inbound_attachments", "audit_entries", "outbox"]) {
    const rows = await ctx.db.execute(sql`select * from ${sql.identifier(table)}`);
    expect(JSON.stringify(rows), table).not.toContain("Klartextprobe");
  }
});

test("reading that is killed again and again loses nothing and stores nothing twice", async () => {
  const marks = marksOf(60);
  await deliver(marks);
  for (const killAt of [3, 26, 41]) {
    const env = { ...process.env, DATABASE_URL: database.url };
    const program = ["--import", "tsx", "tests/imap/read-until-killed.ts"];
    const child = spawn(process.execPath, program, { env, stdio: "ignore", detached: true });
    const ended = once(child, "exit");
    await expect
      .poll(() => ctx.db.$count(inboundMails), { timeout: 20_000, interval: 3 })
      .toBeGreaterThanOrEqual(killAt);
    process.kill(-child.pid!, "SIGKILL");
    await ended;
  }
  expect(await ctx.db.$count(inboundMails)).toBeLessThan(60);
  await readAll();
  expect(await subjects()).toEqual(marks.map((mark) => `Betreff ${mark}`));
  expect((await server.flags()).every((flags) => flags.includes("\\Seen"))).toBe(true);
}, 60_000);

test("two who read at once store each message once", async () => {
  await deliver(marksOf(20));
  await Promise.all([readAll(), readAll(), readAll()]);
  expect(await subjects()).toEqual(marksOf(20).map((mark) => `Betreff ${mark}`));
});

test("a server that numbers everything anew brings nothing twice, and a twin with another text is not lost", async () => {
  await deliver(["a", "b"]);
  await readAll();
  await server.renumber();
  await deliver(["c"]);
  // Somebody repeats the Message-ID of another's mail.
  await server.deliver(message("a", "etwas anderes"));
  expect(await readAll()).toBe(2);
  expect((await subjects()).toSorted()).toEqual(["Betreff a", "Betreff a", "Betreff b", "Betreff c"]);
});

test("a server that dies is tried again: the desk is told since when, and nothing is lost", async () => {
  await deliver(["a"]);
  await server.kill();
  await expect(receiveMails(ctx)).rejects.toMatchObject({ code: "unavailable" });
  const mailbox = async () => (await ctx.db.select().from(inboundMailboxes))[0]!;
  expect(await mailbox()).toMatchObject({ failureCode: "ECONNREFUSED", failingSince: ctx.now });
  await server.restart();
  expect(await readAll()).toBe(1);
  expect(await mailbox()).toMatchObject({ failureCode: null, failingSince: null, readAt: ctx.now });
});

test("a wrong password is said as such, and never repeated", async () => {
  await useMailbox(server.url.replace("geheim", "falsch"));
  await expect(receiveMails(ctx)).rejects.toMatchObject({ code: "unavailable" });
  const [mailbox] = await ctx.db.select().from(inboundMailboxes);
  expect(mailbox).toMatchObject({ failureCode: "sign-in-refused" });
  expect(JSON.stringify(mailbox)).not.toContain("falsch");
});

test("a message of 50 MB is not fetched, but a person sees that it came, and those behind it are read", async () => {
  const line = `${"A".repeat(76)}\r\n`;
  await server.deliver(Buffer.concat([Buffer.from(message("huge")), Buffer.alloc(50 * 1024 * 1024, line)]));
  await deliver(["after"]);
  const before = process.memoryUsage().rss;
  expect(await readAll()).toBe(2);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  const [huge, after] = await stored();
  expect(huge).toMatchObject({ kind: "unreadable", subject: "Betreff huge", content: { text: "" } });
  expect(huge!.size).toBeGreaterThan(50 * 1024 * 1024);
  expect(after!.content.text).toBe("Nachricht after");
});

test("a message that the database refuses does not hold up the others: its head is stored", async () => {
  await ctx.db.execute(sql`alter table inbound_attachments add constraint refuse_all check (position < 0)`);
  const boundary =
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nDatei\r\n--b--";
  await server.deliver(message("a").replace("\r\n\r\n", `\r\nMIME-Version: 1.0\r\n${boundary}`));
  await deliver(["b"]);
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await readAll()).toBe(2);
  expect(JSON.stringify(errors.mock.calls)).not.toContain("Betreff");
  errors.mockRestore();
  expect((await stored()).map((mail) => mail.kind)).toEqual(["unreadable", "other"]);
  expect(await ctx.db.$count(inboundAttachments)).toBe(0);
});

import { generateKeyPairSync } from "node:crypto";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import type { OutgoingMail } from "./mailer";

const set = ["SMTP_URL", "SMTP_ALLOW_PLAINTEXT", "DKIM_SELECTOR", "DKIM_PRIVATE_KEY", "MAIL_FROM"] as const;
let server: MailServer;
let closeMailer = () => {};
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(async () => {
  closeMailer();
  await server.stop();
  for (const name of set) delete process.env[name];
});

/** The mailer reads its settings from the environment once, so each test loads it anew. */
async function loadMailer(settings: Partial<Record<(typeof set)[number], string>> = {}) {
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: "Lotse <lotse@example.org>", ...settings });
  vi.resetModules();
  const mailer = await import("./mailer");
  closeMailer = mailer.closeMailer;
  return mailer.deliver;
}

let counter = 0;
const mail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: `<${(counter += 1)}@example.org>`,
  to: "praxis@example.org",
  subject: "Anfrage",
  html: "<p>Guten Tag</p>",
  text: "Guten Tag",
  headers: { "Auto-Submitted": "auto-generated" },
  ...changes,
});

describe("what is certain after a delivery", () => {
  test.each([
    ["refused for now", { mail: "451 later" }, "temporary"],
    ["refused for now after the text", { text: "451 4.3.0 later" }, "temporary"],
    ["closing down", { rcpt: "421 4.3.2 closing" }, "temporary"],
    ["mailbox full", { rcpt: "452 4.2.2 full" }, "temporary"],
    ["refused for good after the text", { text: "554 5.6.0 not this" }, "permanent"],
    ["sender not allowed", { mail: "550 5.7.1 not you" }, "permanent"],
    ["policy, not the address", { rcpt: "550 5.7.1 blocked" }, "permanent"],
    ["nobody there", { rcpt: "550 5.1.1 unknown user" }, "bounced"],
    ["nobody there, in the old way", { rcpt: "550 no such user" }, "bounced"],
    ["closed mailbox", { rcpt: "550 5.2.1 disabled" }, "bounced"],
    ["hung up before the text was asked for", { data: "hang-up" }, "temporary"],
    ["a server that greets nobody", { greeting: "554 go away" }, "temporary"],
    ["hung up at the greeting", { greeting: "hang-up" }, "temporary"],
  ])("%s", async (_, answers, result) => {
    const deliver = await loadMailer();
    server.answers = answers;
    expect(await deliver(mail())).toMatchObject({ result });
  });

  test("a text that a server took without a word may have arrived, and is offered once", async () => {
    const deliver = await loadMailer();
    server.answers = { text: "hang-up" };
    expect((await deliver(mail())).result).toBe("unknown");
    server.answers = { text: "hang" };
    expect((await deliver(mail(), 400)).result).toBe("unknown");
    expect(server.received).toHaveLength(2);
  });

  test.each(["greeting", "mail", "rcpt", "data"] as const)(
    "a server that is silent at %s took nothing",
    async (at) => {
      const deliver = await loadMailer();
      server.answers = { [at]: "hang" };
      expect((await deliver(mail(), 400)).result).toBe("temporary");
      expect(server.received).toHaveLength(0);
    },
  );

  test("nobody listens", async () => {
    const deliver = await loadMailer({ SMTP_URL: "smtp://127.0.0.1:1" });
    expect((await deliver(mail())).result).toBe("temporary");
  });
});

describe("connections", () => {
  test("are used again, and one that the server closed meanwhile costs no mail and doubles none", async () => {
    const deliver = await loadMailer();
    for (let i = 0; i < 3; i++) expect((await deliver(mail())).result).toBe("accepted");
    expect(server.connections).toBe(1);
    server.dropConnections();
    const results = [(await deliver(mail())).result, (await deliver(mail())).result];
    expect(results).not.toContain("unknown");
    expect(server.received).toHaveLength(3 + results.filter((result) => result === "accepted").length);
  });

  test("a failed mail takes no other with it", async () => {
    const deliver = await loadMailer();
    server.answers = { text: "hang-up" };
    const broken = await deliver(mail());
    server.answers = {};
    const results = await Promise.all(Array.from({ length: 12 }, () => deliver(mail())));
    expect([broken, ...results].map(({ result }) => result)).toEqual([
      "unknown",
      ...Array(12).fill("accepted"),
    ]);
    expect(server.received).toHaveLength(13);
  });
});

describe("encryption", () => {
  async function startTlsServer(options: SMTPServerOptions = {}) {
    const texts: { secure: boolean; text: string }[] = [];
    const tls = new SMTPServer({
      authOptional: true,
      onData(stream, session, done) {
        let text = "";
        stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
        stream.on("end", () => (texts.push({ secure: session.secure, text }), done()));
      },
      ...options,
    });
    tls.on("error", () => {});
    await new Promise<void>((resolve) => tls.listen(0, "127.0.0.1", resolve));
    const { port } = tls.server.address() as { port: number };
    return { port, texts, stop: () => new Promise<void>((resolve) => tls.close(() => resolve())) };
  }

  test("STARTTLS is used where the server offers it", async () => {
    const tls = await startTlsServer();
    const deliver = await loadMailer({
      SMTP_URL: `smtp://127.0.0.1:${tls.port}?tls.rejectUnauthorized=false`,
    });
    expect((await deliver(mail())).result).toBe("accepted");
    expect(tls.texts).toMatchObject([{ secure: true }]);
    closeMailer();
    await tls.stop();
  });

  test("a certificate that nobody vouches for stops the mail before it is offered", async () => {
    const tls = await startTlsServer();
    const deliver = await loadMailer({ SMTP_URL: `smtp://127.0.0.1:${tls.port}` });
    expect(await deliver(mail())).toMatchObject({ result: "temporary" });
    expect(tls.texts).toHaveLength(0);
    closeMailer();
    await tls.stop();
  });

  test("a wrong password says nothing about the mail", async () => {
    const tls = await startTlsServer({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(new Error("no")),
    });
    const deliver = await loadMailer({
      SMTP_URL: `smtp://user:wrong@127.0.0.1:${tls.port}?tls.rejectUnauthorized=false`,
    });
    expect(await deliver(mail())).toMatchObject({ result: "temporary", code: "EAUTH-535" });
    closeMailer();
    await tls.stop();
  });

  test("a server elsewhere that offers no TLS gets no mail, unless that is wished for", async () => {
    const url = server.url.replace("127.0.0.1", "0.0.0.0");
    expect((await (await loadMailer({ SMTP_URL: url }))(mail())).result).toBe("temporary");
    expect(server.received).toHaveLength(0);
    const deliver = await loadMailer({ SMTP_URL: url, SMTP_ALLOW_PLAINTEXT: "1" });
    expect((await deliver(mail())).result).toBe("accepted");
  });
});

describe("headers", () => {
  const evil = "x\r\nBcc: alle@example.org\r\n\r\n<b>";

  test.each([
    { subject: evil },
    { replyTo: evil },
    { messageId: `<${evil}@example.org>` },
    { headers: { "List-Unsubscribe": evil, "X-Lotse\r\nBcc": "alle@example.org" } },
    { text: evil, html: evil },
  ])("nothing in %o becomes a header or a recipient", async (changes) => {
    const deliver = await loadMailer();
    await deliver(mail(changes));
    for (const { to, text } of server.received) {
      expect(to).toBe("praxis@example.org");
      expect(text.split("\r\n\r\n")[0]).not.toMatch(/^bcc:/im);
    }
  });

  test.each([
    "a@example.org, b@example.org",
    "a@example.org\r\nRCPT TO:<b@example.org>",
    "<a@example.org>",
    "Name <a@example.org>",
    "a b@example.org",
    "gruppe:a@example.org;",
    "ohne-at",
    "",
  ])("%o is no address to write to", async (to) => {
    const deliver = await loadMailer();
    expect(await deliver(mail({ to }))).toEqual({ result: "permanent", code: "EENVELOPE" });
    expect(server.received).toHaveLength(0);
  });

  test("a configured key signs for the sender's domain, and the signature covers the header that stops mails", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString().replaceAll("\n", "\\n");
    const deliver = await loadMailer({ DKIM_SELECTOR: "lotse1", DKIM_PRIVATE_KEY: pem });
    const headers = { "List-Unsubscribe": "<https://lotse.example/unsubscribe/x>" };
    expect((await deliver(mail({ headers }))).result).toBe("accepted");
    const signature = /DKIM-Signature:((?:.|\r\n\s)*)/i
      .exec(server.received[0]!.text)?.[1]
      ?.replaceAll(/\s/g, "");
    expect(signature).toMatch(/;d=example\.org;.*;s=lotse1;/);
    expect(signature?.toLowerCase()).toMatch(/h=[^;]*from:[^;]*list-unsubscribe/);
  });
});

import { eq, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inquiries, mails } from "@/db/schema";
import { createContext } from "@/lib/core/context";
import { getAnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { approveAllProposals } from "@/lib/domain/inquiries/review-inquiry";
import { type World, startWorld } from "@/scripts/journey/world";
import { givenPatient, givenProposal, givenTherapist } from "./support/factories";
import { type MailServer, startMailServer } from "./support/mail-server";

const dayMs = 24 * 60 * 60 * 1000;
const practices = 15;

let server: MailServer;
let world: World;
beforeAll(async () => {
  server = await startMailServer();
  process.env.ENGINE_TEST_CLOCK = "1";
  world = await startWorld({ smtpUrl: server.url });
}, 120_000);
afterAll(async () => {
  await world.stop();
  await server.stop();
}, 60_000);

/** Of each mail, how often it arrived. */
function arrivals(): Map<string, number> {
  const ids = server.received.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)![1]!);
  return new Map(ids.map((id) => [id, ids.filter((other) => other === id).length]));
}

/** The umlaut makes the subject an encoded word, whose beginning stays readable. */
const inquiryMails = (subject: string) =>
  server.received.filter(({ text }) =>
    new RegExp(`^Subject: (=\\?UTF-8\\?Q\\?)?${subject}`, "im").test(text),
  );
const lastLinkTo = (mailbox: string) => {
  const mail = server.received.findLast(({ to }) => to === mailbox)!;
  return /respond\/([\w-]{43})/.exec(mail.text.replaceAll("=\r\n", ""))![1]!;
};
/** Of the inquiries that were approved; the nightly runs of the days that pass propose others. */
const statuses = async () =>
  (await world.ctx().db.select().from(inquiries).where(isNotNull(inquiries.approvedAt))).map(
    (inquiry) => inquiry.status,
  );

/** Lets a day pass on the engine's clock, and another one, until it has come to this. */
async function daysPassUntil(itHasCome: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 120_000; !(await itHasCome());) {
    if (Date.now() > deadline) throw new Error("it never came to this");
    await world.advance(dayMs);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

test("the engine is killed again and again: every mail arrives exactly once, every inquiry is sent, reminded and settled", async () => {
  const mailboxes: string[] = [];
  for (let i = 0; i < practices; i++) {
    const mailbox = `praxis-${i}@chaos.example`;
    const therapist = await givenTherapist(world.ctx(), { email: mailbox });
    const patient = await givenPatient(world.ctx());
    await givenProposal(world.ctx(), therapist, [patient.searchId]);
    mailboxes.push(mailbox);
  }
  await approveAllProposals(world.ctx());
  for (let kill = 0; kill < 6; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 700));
    await world.killEngine();
  }
  await world.untilQuiet("deliver-mail", "open-search", "geocode-address");
  await expect.poll(statuses, { timeout: 60_000 }).toEqual(Array(practices).fill("sent"));
  await world.untilQuiet("deliver-mail");
  expect(inquiryMails("Anfrage")).toHaveLength(practices);

  // One practice answers before the reminder is due, and is left alone.
  const page = (await getAnswerPage(createContext({ kind: "public" }), lastLinkTo(mailboxes[0]!)))!;
  const therapist = createContext({ kind: "therapist", inquiryId: page.inquiryId });
  await respondToInquiry(therapist, page.inquiryId, [{ itemId: page.items[0]!.itemId, outcome: "accepted" }]);
  await world.untilQuiet("settle-answer", "deliver-mail");

  await world.advance(6 * dayMs);
  await world.killEngine();
  await daysPassUntil(async () => inquiryMails("Erinnerung").length === practices - 1);
  await world.untilQuiet("deliver-mail");
  expect(inquiryMails("Erinnerung")).toHaveLength(practices - 1);
  expect(inquiryMails("Erinnerung").filter(({ to }) => to === mailboxes[0]!)).toEqual([]);

  await daysPassUntil(async () => !(await statuses()).includes("sent"));
  expect((await statuses()).toSorted()).toEqual(["answered", ...Array(practices - 1).fill("expired")]);
  await world.untilQuiet("deliver-mail");

  const queued = await world.ctx().db.select().from(mails);
  expect(queued.filter((mail) => mail.status !== "sent")).toEqual([]);
  expect([...arrivals().values()].every((times) => times === 1)).toBe(true);
  expect(server.received).toHaveLength(queued.length);
  const placed = await world.ctx().db.select().from(mails).where(eq(mails.template, "acceptance_confirm"));
  expect(placed).toHaveLength(1);
}, 400_000);

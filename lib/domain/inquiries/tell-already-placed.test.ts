import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { inquiries, mails, placements } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { markBounced } from "../mail/mark-bounced";
import { failPlacement } from "../placements/fail-placement";
import { objectToContact } from "../therapists/object-to-contact";
import { offerNextPatient } from "./offer-next-patient";
import { respondToInquiry } from "./respond-to-inquiry";

let database: TestDatabase;
let server: MailServer;
let deliverMail: typeof import("../mail/deliver-mail").deliverMail;
let base: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  base = systemOn(database.db);
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  vi.resetModules();
  ({ deliverMail } = await import("../mail/deliver-mail"));
});
afterAll(async () => {
  delete process.env.SMTP_URL;
  await server.stop();
  await database.drop();
});
beforeEach(() => {
  server.received.length = 0;
  server.manner = "accept";
});

const at = (time: string): Context => ({ ...base, now: new Date(time) });
/** A Wednesday: what is placed in the evening is told in the morning. */
const morning = () => at("2026-11-25T09:00:00Z");
const evening = () => at("2026-11-25T20:00:00Z");
const nextMorning = () => at("2026-11-26T07:00:00Z");

type Asked = Awaited<ReturnType<typeof ask>>;

async function ask(people: { searchId: string }[]) {
  const therapist = await givenTherapist(morning());
  const sent = await givenSentInquiry(
    morning(),
    therapist,
    people.map(({ searchId }) => searchId),
  );
  return { ...sent, therapist };
}

/** A practice was written to about somebody whom another practice accepts in the evening. */
async function givenPlacedElsewhere() {
  const patient = await givenPatient(morning());
  const asked = await ask([patient]);
  const faster = await ask([patient]);
  await deliver(morning(), asked, "inquiry");
  await accept(evening(), faster);
  return { asked, faster };
}

const accept = (ctx: Context, { inquiryId, items }: Asked) =>
  respondToInquiry(ctx, inquiryId, [{ itemId: items[0]!.id, outcome: "accepted" }]);
const mailOf = async ({ inquiryId }: Asked, template = "already_placed") =>
  (
    await base.db
      .select()
      .from(mails)
      .where(and(eq(mails.inquiryId, inquiryId), eq(mails.template, template)))
  ).map(({ id }) => id);
const deliver = async (ctx: Context, asked: Asked, template?: string) =>
  deliverMail(ctx, (await mailOf(asked, template))[0]!);

describe("a practice whose people found a place elsewhere", () => {
  test("is told once, in the hours for mails, with a number and nothing about anybody", async () => {
    const { asked } = await givenPlacedElsewhere();
    expect(await mailOf(asked)).toHaveLength(1);
    expect(await deliver(evening(), asked)).toEqual({
      status: "queued",
      askAgainAt: nextMorning().now.toISOString(),
    });
    expect((await deliver(nextMorning(), asked)).status).toBe("sent");
    const [, told] = server.received;
    expect(told!.text).toContain("Platz schon gefunden");
    expect(told!.text).not.toMatch(/Erna|Beispiel\d/);
    expect(server.received).toHaveLength(2);
  });

  test("is told nothing when the mail that asked never left", async () => {
    const patient = await givenPatient(morning());
    const [asked, faster] = [await ask([patient]), await ask([patient])];
    await accept(evening(), faster);
    expect((await deliver(evening(), asked)).status).toBe("queued");
    expect((await deliver(nextMorning(), asked, "inquiry")).status).toBe("cancelled");
    expect((await deliver(at("2026-11-26T07:10:00Z"), asked)).status).toBe("cancelled");
    expect(server.received).toEqual([]);
  });

  test("is told after the mail that asked when that one is with the mail server at the moment", async () => {
    const patient = await givenPatient(morning());
    const [asked, faster] = [await ask([patient]), await ask([patient])];
    const [first] = await mailOf(asked, "inquiry");
    await base.db
      .update(mails)
      .set({ status: "sending", sendingSince: morning().now })
      .where(eq(mails.id, first!));
    await accept(morning(), faster);
    expect((await deliver(morning(), asked)).status).toBe("queued");
    await base.db.update(mails).set({ status: "sent", sentAt: morning().now }).where(eq(mails.id, first!));
    expect((await deliver(at("2026-11-25T09:10:00Z"), asked)).status).toBe("sent");
  });

  test("is told nothing when it has answered about somebody", async () => {
    const [patient, other] = [await givenPatient(morning()), await givenPatient(morning())];
    const [asked, faster] = [await ask([other, patient]), await ask([patient])];
    await deliver(morning(), asked, "inquiry");
    await respondToInquiry(morning(), asked.inquiryId, [
      { itemId: asked.items[0]!.id, outcome: "rejected_capacity" },
    ]);
    await accept(evening(), faster);
    expect(await mailOf(asked)).toEqual([]);
  });
});

describe("what is no longer so when the mail leaves is not told:", () => {
  test.each([
    [
      "the person is searching again",
      async (_: Asked, faster: Asked) => {
        const [placement] = await base.db
          .select()
          .from(placements)
          .where(eq(placements.itemId, faster.items[0]!.id));
        await failPlacement(evening(), { placementId: placement!.id, reason: "declined" });
      },
    ],
    [
      "the practice objected",
      ({ inquiryId }: Asked) => objectToContact(evening(), { kind: "person", inquiryId }),
    ],
    [
      "its address is gone",
      async (asked: Asked) => {
        const [first] = await mailOf(asked, "inquiry");
        const [{ recipient } = { recipient: null }] = await base.db
          .select()
          .from(mails)
          .where(eq(mails.id, first!));
        await markBounced(evening(), first!, recipient!);
      },
    ],
    [
      "the inquiry is open again for the next person",
      async ({ inquiryId }: Asked) => {
        await givenPatient(morning());
        const asTherapist: Context = { ...evening(), actor: { kind: "therapist", inquiryId } };
        expect(await offerNextPatient(asTherapist, inquiryId)).not.toBeNull();
        const [row] = await base.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
        expect(row!.status).toBe("sent");
      },
    ],
  ])("%s", async (_, happens) => {
    const { asked, faster } = await givenPlacedElsewhere();
    await happens(asked, faster);
    expect((await deliver(nextMorning(), asked)).status).toBe("cancelled");
    expect(server.received).toHaveLength(1);
  });
});

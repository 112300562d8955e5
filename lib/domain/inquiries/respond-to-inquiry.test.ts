import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { exclusions, inquiries, mails, practices, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { tellPatientPlaced } from "@/lib/domain/placements/tell-patient-placed";
import { isoDayOf } from "@/lib/format";
import {
  givenPatient,
  givenProposal,
  givenSentInquiry,
  givenTherapist,
  itemsOf,
  systemOn,
} from "@/tests/support/factories";
import { ctx, database } from "@/tests/support/own-database";
import { createToken } from "@/lib/core/tokens";
import { withdrawConsent } from "@/lib/domain/consents/withdraw-consent";
import { updateSettings } from "../settings/settings";
import { germanInstant } from "../german-time";
import { declineInquiry } from "./decline-inquiry";
import { expireInquiry } from "./expire-inquiry";
import { getAnswerPage } from "./get-answer-page";
import { respondToInquiry } from "./respond-to-inquiry";

const asTherapist = (inquiryId: string): Context => ({ ...ctx, actor: { kind: "therapist", inquiryId } });
const accept = (inquiryId: string, itemId: string) =>
  respondToInquiry(asTherapist(inquiryId), inquiryId, [{ itemId, outcome: "accepted" }]);
const inAMonth = () => isoDayOf(new Date(ctx.now.getTime() + 30 * 86_400_000));
/** Whoever finds everything answered already is told so. */
const decline = (inquiryId: string) =>
  declineInquiry(asTherapist(inquiryId), inquiryId, inAMonth()).catch((error: unknown) =>
    expect(error).toMatchObject({ code: "conflict", key: "nothing_open" }),
  );

describe("the first acceptance wins", () => {
  test("two therapists accept the same patient at the same moment, 200 rounds: one winner, one kind refusal, one mail", async () => {
    // Two practices that were asked about the same five people race for one of them after the other.
    for (let group = 0; group < 40; group++) {
      const people = await Promise.all([1, 2, 3, 4, 5].map(() => givenPatient(ctx)));
      const searchIds = people.map(({ searchId }) => searchId);
      const asked = [
        await givenSentInquiry(ctx, await givenTherapist(ctx), searchIds),
        await givenSentInquiry(ctx, await givenTherapist(ctx), searchIds),
      ];
      for (const patient of people) {
        const results = await Promise.all(
          asked.map(({ inquiryId, items }) =>
            accept(inquiryId, items.find(({ searchId }) => searchId === patient.searchId)!.id),
          ),
        );
        const told = results.flatMap((result) => Object.values(result)).sort();
        expect(told, `group ${group}`).toEqual(["accepted", "already_placed"]);
        const [search] = await ctx.db.select().from(searches).where(eq(searches.id, patient.searchId));
        expect(search!.status).toBe("placed");
        const itemId = search!.placedItemId!;
        await Promise.all([1, 2, 3].map(() => tellPatientPlaced(ctx, { itemId })));
        const sent = await ctx.db
          .select()
          .from(mails)
          .where(and(eq(mails.patientId, patient.id), eq(mails.template, "acceptance_confirm")));
        expect(sent).toHaveLength(1);
      }
    }
  }, 240_000);

  test("answers, declining for all, expiry and acceptances of shared patients at once end without a deadlock and without two winners", async () => {
    for (let round = 0; round < 25; round++) {
      const people = await Promise.all([1, 2, 3].map(() => givenPatient(ctx)));
      const searchIds = people.map((person) => person.searchId);
      const asked: Awaited<ReturnType<typeof givenSentInquiry>>[] = [];
      for (const order of [
        searchIds,
        searchIds.toReversed(),
        [searchIds[1]!, searchIds[2]!, searchIds[0]!],
      ]) {
        asked.push(await givenSentInquiry(ctx, await givenTherapist(ctx), order));
      }
      const answers = asked.flatMap(({ inquiryId, items }) =>
        items.map((item) => accept(inquiryId, item.id)),
      );
      // Two say no for all at once, one of them while its own acceptances are under way.
      const declines = [1, 2].map((offset) => decline(asked[(round + offset) % 3]!.inquiryId));
      await Promise.all([...declines, ...answers, expireInquiry(ctx, asked[round % 3]!.inquiryId)]);
      const items = (await Promise.all(asked.map(({ inquiryId }) => itemsOf(ctx, inquiryId)))).flat();
      for (const searchId of searchIds) {
        const winners = items.filter((item) => item.searchId === searchId && item.outcome === "accepted");
        expect(winners.length).toBeLessThanOrEqual(1);
        expect(items.some((item) => item.searchId === searchId && item.outcome === "pending")).toBe(false);
      }
      const open = await ctx.db.select().from(inquiries).where(eq(inquiries.status, "sent"));
      expect(open.filter((inquiry) => asked.some((one) => one.inquiryId === inquiry.id))).toEqual([]);
    }
  }, 120_000);
});

describe("what an answer leaves behind", () => {
  test("a placed patient disappears from the other inquiry at once, and that one closes when nobody is left", async () => {
    const patient = await givenPatient(ctx);
    const first = await givenSentInquiry(ctx, await givenTherapist(ctx), [patient.searchId]);
    const second = await givenSentInquiry(ctx, await givenTherapist(ctx), [patient.searchId]);
    await accept(first.inquiryId, first.items[0]!.id);
    const [item] = await itemsOf(ctx, second.inquiryId);
    expect(item!.outcome).toBe("placed_elsewhere");
    const [closed] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, second.inquiryId));
    expect(closed!.status).toBe("cancelled");
  });

  test("unsuitable excludes the pair for good, no capacity until the mailbox has cooled", async () => {
    const [a, b] = [await givenPatient(ctx), await givenPatient(ctx)];
    const therapist = await givenTherapist(ctx);
    const { inquiryId, items } = await givenSentInquiry(ctx, therapist, [a.searchId, b.searchId]);
    await respondToInquiry(asTherapist(inquiryId), inquiryId, [
      { itemId: items[0]!.id, outcome: "rejected_unsuitable" },
      { itemId: items[1]!.id, outcome: "rejected_capacity" },
    ]);
    const found = await ctx.db.select().from(exclusions).where(eq(exclusions.therapistId, therapist.id));
    const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, therapist.practiceId));
    expect(found.find((one) => one.patientId === a.id)).toMatchObject({ reason: "unsuitable", until: null });
    expect(found.find((one) => one.patientId === b.id)).toMatchObject({
      reason: "capacity",
      until: practice!.coolingUntil,
    });
    const days = (practice!.coolingUntil!.getTime() - ctx.now.getTime()) / 86_400_000;
    expect(days).toBe(28);
  });

  test("a late no excludes for a while to come, and the pair is not asked for in the next inquiry either", async () => {
    const patient = await givenPatient(ctx);
    const therapist = await givenTherapist(ctx);
    const { inquiryId, items } = await givenSentInquiry(ctx, therapist, [patient.searchId]);
    const later = systemOn(database.db, new Date(ctx.now.getTime() + 30 * 86_400_000));
    await expireInquiry(later, inquiryId);
    const next = await givenProposal(later, therapist, [patient.searchId]);
    await updateSettings(later, { capacityExclusionDays: 20 });
    await respondToInquiry(later, inquiryId, [{ itemId: items[0]!.id, outcome: "rejected_capacity" }]);
    await updateSettings(later, { capacityExclusionDays: 28 });
    const [exclusion] = await ctx.db
      .select()
      .from(exclusions)
      .where(eq(exclusions.therapistId, therapist.id));
    expect(exclusion!.until!.getTime() - later.now.getTime()).toBe(20 * 86_400_000);
    expect(await itemsOf(ctx, next.inquiryId)).toEqual([]);
    const [closed] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, next.inquiryId));
    expect(closed!.status).toBe("cancelled");
  });

  test("a day more than two years ahead is a slip of the pen: nothing is stored and no mailbox is silenced", async () => {
    const people = [await givenPatient(ctx), await givenPatient(ctx)];
    const therapist = await givenTherapist(ctx);
    const searchIds = people.map(({ searchId }) => searchId);
    const { inquiryId, items } = await givenSentInquiry(ctx, therapist, searchIds);
    const coolingOf = async () =>
      (await ctx.db.select().from(practices).where(eq(practices.id, therapist.practiceId)))[0]!.coolingUntil;
    const before = await coolingOf();
    const answers = [
      { itemId: items[0]!.id, outcome: "rejected_capacity" as const },
      { itemId: items[1]!.id, outcome: "later" as const, laterOn: "2062-05-01" },
    ];
    await expect(respondToInquiry(ctx, inquiryId, answers)).rejects.toMatchObject({
      code: "invalid",
      fields: { "1.laterOn": "date_too_far" },
    });
    expect((await itemsOf(ctx, inquiryId)).map(({ outcome }) => outcome)).toEqual(["pending", "pending"]);
    expect(await coolingOf()).toEqual(before);
  });

  test("each patient is answered alone; the inquiry is answered with the last one", async () => {
    const people = [await givenPatient(ctx), await givenPatient(ctx)];
    const { inquiryId, items } = await givenSentInquiry(
      ctx,
      await givenTherapist(ctx),
      people.map((one) => one.searchId),
    );
    const statusOf = async () =>
      (await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId)))[0]!.status;
    await accept(inquiryId, items[1]!.id);
    expect(await statusOf()).toBe("sent");
    await respondToInquiry(asTherapist(inquiryId), inquiryId, [
      { itemId: items[0]!.id, outcome: "rejected_other" },
    ]);
    expect(await statusOf()).toBe("answered");
    expect(await accept(inquiryId, items[0]!.id)).toEqual({ [items[0]!.id]: "already_answered" });
  });

  test("a patient who stopped searching cannot be accepted, and is not placed by it", async () => {
    const patient = await givenPatient(ctx);
    const { inquiryId, items } = await givenSentInquiry(ctx, await givenTherapist(ctx), [patient.searchId]);
    await ctx.db.update(searches).set({ status: "cancelled" }).where(eq(searches.id, patient.searchId));
    expect(await accept(inquiryId, items[0]!.id)).toEqual({ [items[0]!.id]: "no_longer_searching" });
    const placed = await ctx.db
      .select()
      .from(searches)
      .where(sql`${searches.id} = ${patient.searchId} and status = 'placed'`);
    expect(placed).toEqual([]);
  });
});

describe("who may answer", () => {
  test("a link answers only its own inquiry, and only patients of it", async () => {
    const [a, b] = [await givenPatient(ctx), await givenPatient(ctx)];
    const one = await givenSentInquiry(ctx, await givenTherapist(ctx), [a.searchId]);
    const other = await givenSentInquiry(ctx, await givenTherapist(ctx), [b.searchId]);
    const answer = [{ itemId: other.items[0]!.id, outcome: "accepted" as const }];
    await expect(respondToInquiry(asTherapist(one.inquiryId), other.inquiryId, answer)).rejects.toMatchObject(
      { code: "forbidden" },
    );
    await expect(respondToInquiry(asTherapist(one.inquiryId), one.inquiryId, answer)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      respondToInquiry({ ...ctx, actor: { kind: "public" } }, one.inquiryId, answer),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what the answer page shows", () => {
  test("a profile only while it can be answered or was: not of who was placed elsewhere, nor without the consent to share", async () => {
    const [a, b, c] = [await givenPatient(ctx), await givenPatient(ctx), await givenPatient(ctx)];
    const { inquiryId } = await givenSentInquiry(
      ctx,
      await givenTherapist(ctx),
      [a, b, c].map((one) => one.searchId),
    );
    const other = await givenSentInquiry(ctx, await givenTherapist(ctx), [a.searchId]);
    await accept(other.inquiryId, other.items[0]!.id);
    await withdrawConsent(ctx, b.id, "sharing");
    const page = (await getAnswerPage(ctx, await createToken(ctx, "respond", inquiryId)))!;
    expect(page.items.map(({ state, profile }) => [state, profile !== null])).toEqual([
      ["placed_elsewhere", false],
      ["no_longer_searching", false],
      ["open", true],
    ]);
  });

  test("later with a day lets the mailbox rest until that day", async () => {
    const patient = await givenPatient(ctx);
    const therapist = await givenTherapist(ctx);
    const { inquiryId, items } = await givenSentInquiry(ctx, therapist, [patient.searchId]);
    const laterOn = isoDayOf(new Date(ctx.now.getTime() + 300 * 86_400_000));
    await respondToInquiry(asTherapist(inquiryId), inquiryId, [
      { itemId: items[0]!.id, outcome: "later", laterOn },
    ]);
    const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, therapist.practiceId));
    expect(practice!.coolingUntil).toEqual(germanInstant(laterOn, 0));
  });
});

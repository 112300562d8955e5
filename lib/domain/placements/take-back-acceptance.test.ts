import { and, asc, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { exclusions, inquiryItems, mails, outbox, patients, placements, searches, tasks } from "@/db/schema";
import type { Actor, Context } from "@/lib/core/context";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { loadAnswerItems } from "../inquiries/get-answer-page";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { deliverMail } from "../mail/deliver-mail";
import { confirmPlacement } from "./confirm-placement";
import { conductPlacement } from "./conduct-placement";
import { failPlacement } from "./fail-placement";
import { listFailedPlacements } from "./find-own-placement";
import { listAnswerPlacements } from "./list-answer-placements";
import { takenBackAnswers } from "./status";
import { takeBackAcceptance } from "./take-back-acceptance";
import { tellPatientPlaced } from "./tell-patient-placed";

const as = (actor: Actor): Context => ({ ...ctx, actor });

/** A patient whom a practice accepted a moment ago, by mistake. */
async function givenMistake(about: Parameters<typeof givenPatient>[1] = {}) {
  const patient = await givenPatient(ctx, about);
  const therapist = await givenTherapist(ctx);
  const { inquiryId, items } = await givenSentInquiry(ctx, therapist, [patient.searchId]);
  const itemId = items[0]!.id;
  const practice = as({ kind: "therapist", inquiryId });
  await respondToInquiry(practice, inquiryId, [{ itemId, outcome: "accepted" }]);
  const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, itemId));
  const mine = as({ kind: "patient", patientId: patient.id });
  return { patient, therapist, inquiryId, itemId, practice, mine, placementId: placement!.id };
}

const placementOf = async (id: string) =>
  (await ctx.db.select().from(placements).where(eq(placements.id, id)))[0]!;
const searchOf = async (id: string) => (await ctx.db.select().from(searches).where(eq(searches.id, id)))[0]!;
const mailsTo = async (patientId: string) =>
  (await ctx.db.select().from(mails).where(eq(mails.patientId, patientId)).orderBy(asc(mails.id))).map(
    ({ template, status }) => [template, status],
  );
const openTasks = async (patientId: string) =>
  (
    await ctx.db
      .select()
      .from(tasks)
      .where(and(eq(tasks.subjectId, patientId), isNull(tasks.doneAt)))
  ).map(({ kind }) => kind);

describe("a practice takes a mistaken yes back", () => {
  test.each([
    ["rejected_capacity", "capacity"],
    ["rejected_unsuitable", "unsuitable"],
  ] as const)(
    "%s: the search goes on with its old waiting date, and the pair is kept apart",
    async (answer, exclusion) => {
      const { patient, therapist, inquiryId, itemId, practice, placementId } = await givenMistake();
      const { since } = await searchOf(patient.searchId);
      await takeBackAcceptance(practice, { placementId, answer });
      expect(await searchOf(patient.searchId)).toMatchObject({
        status: "active",
        since,
        placedItemId: null,
        placedAt: null,
      });
      const [item] = await ctx.db.select().from(inquiryItems).where(eq(inquiryItems.id, itemId));
      expect(item!.outcome).toBe(answer);
      const pairs = await ctx.db.select().from(exclusions).where(eq(exclusions.therapistId, therapist.id));
      expect(pairs.map(({ reason }) => reason)).toEqual([exclusion]);
      expect(await listAnswerPlacements(practice), "it is an answer again").toEqual([]);
      expect((await loadAnswerItems(practice, inquiryId))[0], "and no yes a second time").toMatchObject({
        state: "answered",
        mayCorrect: false,
      });
      expect(await listFailedPlacements(ctx, patient.searchId)).toMatchObject([{ reason: "taken_back" }]);
      const events = await ctx.db.select({ name: outbox.name, data: outbox.data }).from(outbox);
      const about = events.filter(({ data }) =>
        [placementId, patient.searchId].some((id) => Object.values(data).includes(id)),
      );
      expect(about.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["placement/ended", "search/resumed"]),
      );
    },
  );

  test("another practice can accept at once, and only its offer counts as the first place", async () => {
    const { patient, practice, placementId } = await givenMistake();
    const firstPlaceOn = async () =>
      (await ctx.db.select().from(patients).where(eq(patients.id, patient.id)))[0]!.firstPlaceOn;
    expect(await firstPlaceOn()).not.toBeNull();
    await takeBackAcceptance(practice, { placementId, answer: "rejected_capacity" });
    expect(await firstPlaceOn()).toBeNull();
    const second = await givenSentInquiry(ctx, await givenTherapist(ctx), [patient.searchId]);
    const other = as({ kind: "therapist", inquiryId: second.inquiryId });
    const yes = { itemId: second.items[0]!.id, outcome: "accepted" } as const;
    expect(Object.values(await respondToInquiry(other, second.inquiryId, [yes]))).toEqual(["accepted"]);
    expect(await firstPlaceOn()).not.toBeNull();
  });
});

describe("the patient hears nothing that is not so", () => {
  test("nothing at all when the mail was not written yet, and it never is", async () => {
    const { patient, itemId, practice, placementId } = await givenMistake();
    await takeBackAcceptance(practice, { placementId, answer: "rejected_capacity" });
    await tellPatientPlaced(ctx, { itemId });
    expect(await mailsTo(patient.id)).toEqual([]);
    expect(
      await conductPlacement({ ...ctx, now: new Date(ctx.now.getTime() + 30 * 86_400_000) }, placementId),
    ).toBe("none");
  });

  test("nothing when the mail still waited to leave: it is called off", async () => {
    const { patient, itemId, practice, placementId } = await givenMistake();
    await tellPatientPlaced(ctx, { itemId });
    await takeBackAcceptance(practice, { placementId, answer: "rejected_capacity" });
    expect(await mailsTo(patient.id)).toEqual([["acceptance_confirm", "cancelled"]]);
    const [mail] = await ctx.db.select().from(mails).where(eq(mails.patientId, patient.id));
    expect(await deliverMail(ctx, mail!.id)).toMatchObject({ status: "cancelled" });
  });

  test.each(["sending", "sent", "unknown", "kept"] as const)(
    "that it was a mistake, once the mail may have left (%s)",
    async (status) => {
      const { patient, itemId, practice, placementId } = await givenMistake();
      await tellPatientPlaced(ctx, { itemId });
      await ctx.db.update(mails).set({ status }).where(eq(mails.patientId, patient.id));
      await takeBackAcceptance(practice, { placementId, answer: "rejected_capacity" });
      expect(await mailsTo(patient.id)).toEqual([
        ["acceptance_confirm", status],
        ["acceptance_taken_back", "queued"],
      ]);
    },
  );

  test("who has no address is called about it only when the call about the offer was made", async () => {
    const [before, after] = [await givenMistake({ email: null }), await givenMistake({ email: null })];
    for (const { itemId } of [before, after]) await tellPatientPlaced(ctx, { itemId });
    expect(await openTasks(after.patient.id)).toEqual(["placement_call"]);
    await ctx.db.update(tasks).set({ doneAt: ctx.now }).where(eq(tasks.subjectId, after.patient.id));
    for (const { practice, placementId } of [before, after])
      await takeBackAcceptance(practice, { placementId, answer: "rejected_capacity" });
    expect(await openTasks(before.patient.id)).toEqual([]);
    expect(await openTasks(after.patient.id)).toEqual(["placement_call"]);
  });
});

describe("once the patient said yes", () => {
  test("a yes is not taken back any more; before it, the practice has no other way to end it", async () => {
    const { mine, practice, placementId } = await givenMistake();
    await expect(failPlacement(practice, { placementId, reason: "no_show" })).rejects.toMatchObject({
      key: "placement_accepted",
    });
    await confirmPlacement(mine, { placementId });
    await expect(
      takeBackAcceptance(practice, { placementId, answer: "rejected_capacity" }),
    ).rejects.toMatchObject({ key: "placement_confirmed" });
    expect((await placementOf(placementId)).status).toBe("confirmed");
  });

  test("confirming and taking back at the same moment: exactly one of both, and no name afterwards, 30 rounds", async () => {
    const won = { confirmed: 0, failed: 0 };
    for (let round = 0; round < 30; round++) {
      const { patient, itemId, mine, practice, placementId } = await givenMistake();
      await tellPatientPlaced(ctx, { itemId });
      const confirm = () => confirmPlacement(mine, { placementId });
      const back = () => takeBackAcceptance(practice, { placementId, answer: takenBackAnswers[round % 2]! });
      const acts = round % 2 ? [confirm, back] : [back, confirm];
      const results = await Promise.allSettled(acts.map((act) => act()));
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const { status } = await placementOf(placementId);
      won[status as keyof typeof won] += 1;
      const seen = await listAnswerPlacements(practice);
      const told = (await mailsTo(patient.id)).map(([template]) => template);
      if (status === "confirmed") {
        expect((await searchOf(patient.searchId)).status).toBe("placed");
        expect(seen[0]!.contact).not.toBeNull();
        expect(told).not.toContain("acceptance_taken_back");
      } else {
        expect((await searchOf(patient.searchId)).status).toBe("active");
        expect(seen).toEqual([]);
        expect(told).not.toContain("practice_contact");
      }
    }
    expect(won.confirmed + won.failed).toBe(30);
  }, 60_000);

  test("telling the patient and taking back at the same moment: no offer is left behind, 20 rounds", async () => {
    for (let round = 0; round < 20; round++) {
      const { patient, itemId, practice, placementId } = await givenMistake();
      await Promise.all([
        tellPatientPlaced(ctx, { itemId }),
        takeBackAcceptance(practice, { placementId, answer: "rejected_capacity" }),
      ]);
      const left = (await mailsTo(patient.id)).filter(([, status]) => status !== "cancelled");
      expect(left).toEqual([]);
    }
  }, 60_000);

  test("clicked twice at once it is taken back once", async () => {
    const { practice, placementId } = await givenMistake();
    const twice = [1, 2].map(() =>
      takeBackAcceptance(practice, { placementId, answer: "rejected_capacity" }),
    );
    const results = await Promise.allSettled(twice);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

test("nobody takes back somebody else's yes", async () => {
  const { mine, inquiryId, placementId } = await givenMistake();
  const other = await givenMistake();
  const staff = (role: "viewer" | "coordinator" | "admin") =>
    as({ kind: "staff", id: newId(), role, name: "x" });
  const others: [string, Context, string][] = [
    ["public", as({ kind: "public" }), "forbidden"],
    ["patient", mine, "forbidden"],
    ["colleague", as({ kind: "colleague", inquiryId, forwardId: newId() }), "not-found"],
    ["viewer", staff("viewer"), "forbidden"],
    ["coordinator", staff("coordinator"), "forbidden"],
    ["admin", staff("admin"), "forbidden"],
    ["api", as({ kind: "api", tokenId: newId(), scopes: ["patients.write"] }), "forbidden"],
    ["another practice", other.practice, "not-found"],
  ];
  for (const [who, actor, code] of others)
    await expect(
      takeBackAcceptance(actor, { placementId, answer: "rejected_capacity" }),
      who,
    ).rejects.toMatchObject({ code });
  expect((await placementOf(placementId)).status).toBe("accepted");
});

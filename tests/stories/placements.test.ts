import { and, eq, gt, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inquiries, inquiryItems, mails, patients, placements, searches, tasks } from "@/db/schema";
import type { Actor, Context } from "@/lib/core/context";
import { isoDayOf } from "@/lib/format";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";
import { advancePlacement } from "@/lib/domain/placements/advance-placement";
import { agreeFirstTalk } from "@/lib/domain/placements/agree-first-talk";
import { confirmPlacement } from "@/lib/domain/placements/confirm-placement";
import { failPlacement } from "@/lib/domain/placements/fail-placement";
import { listAnswerPlacements } from "@/lib/domain/placements/list-answer-placements";
import { cancelSearch } from "@/lib/domain/searches/cancel-search";
import { updateSettings } from "@/lib/domain/settings/settings";
import { type World, startWorld } from "@/scripts/journey/world";
import { givenPatient, givenSentInquiry, givenTherapist } from "../support/factories";
import { type Story, mailsTo, playStories } from "./timeline";

const dayMs = 24 * 60 * 60 * 1000;
const lastDay = 34;

let world: World;

/** Somebody whom a practice accepted at the beginning of the time line. */
type Accepted = {
  patient: { id: string; searchId: string };
  therapist: { id: string; practiceId: string };
  inquiryId: string;
  placementId: string;
  since: Date;
};

async function accept(people: { email?: null } = {}, practice: { email?: null } = {}): Promise<Accepted> {
  const ctx = world.ctx();
  const patient = await givenPatient(ctx, people);
  const therapist = await givenTherapist(ctx, practice);
  const { inquiryId, items } = await givenSentInquiry(ctx, therapist, [patient.searchId]);
  const itemId = items[0]!.id;
  await respondToInquiry(ctx, inquiryId, [{ itemId, outcome: "accepted" }]);
  const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, itemId));
  const { since } = await searchOf(patient.searchId);
  return { patient, therapist, inquiryId, placementId: placement!.id, since };
}

const names = [
  "wholeWay",
  "silent",
  "declined",
  "noShow",
  "unclear",
  "patientByPhone",
  "practiceByPhone",
  "ended",
] as const;
const all = {} as Record<(typeof names)[number], Accepted>;

const as = (actor: Actor) => (ctx: Context) => ({ ...ctx, actor });
const patientOf = (one: Accepted) => as({ kind: "patient", patientId: one.patient.id });
const practiceOf = (one: Accepted) => as({ kind: "therapist", inquiryId: one.inquiryId });
const confirm = (one: Accepted) => (ctx: Context) =>
  confirmPlacement(patientOf(one)(ctx), { placementId: one.placementId });

const searchOf = async (id: string) =>
  (await world.ctx().db.select().from(searches).where(eq(searches.id, id)))[0]!;
const placementOf = async ({ placementId }: Accepted) =>
  (await world.ctx().db.select().from(placements).where(eq(placements.id, placementId)))[0]!;

beforeAll(async () => {
  process.env.ENGINE_TEST_CLOCK = "1";
  world = await startWorld();
  const spans = {
    firstTalkAskAfterDays: 7,
    trialAskAfterDays: 7,
    startAskAfterDays: 7,
    placementTaskAfterDays: 5,
  };
  await updateSettings(world.ctx(), spans);
  await begin();
  await playStories(world, theirStories(), lastDay);
}, 400_000);
afterAll(() => world.stop(), 60_000);

async function begin(): Promise<void> {
  for (const name of names) all[name] = await accept();
  all.patientByPhone = await accept({ email: null });
  all.practiceByPhone = await accept({}, { email: null });
}

function theirStories(): Story[] {
  const { wholeWay, declined, noShow, unclear, patientByPhone, practiceByPhone, ended } = all;
  const talkOn = isoDayOf(new Date(world.ctx().now.getTime() + 8 * dayMs));
  const reports =
    (one: Accepted, to: "first_talk" | "trial_sessions" | "started", by = patientOf(one)) =>
    (ctx: Context) =>
      advancePlacement(by(ctx), { placementId: one.placementId, to });
  return [
    {
      1: confirm(wholeWay),
      2: (ctx) =>
        agreeFirstTalk(practiceOf(wholeWay)(ctx), { placementId: wholeWay.placementId, on: talkOn }),
      12: reports(wholeWay, "first_talk", practiceOf(wholeWay)),
      20: reports(wholeWay, "trial_sessions"),
      28: reports(wholeWay, "started", practiceOf(wholeWay)),
    },
    {
      2: (ctx) =>
        failPlacement(patientOf(declined)(ctx), { placementId: declined.placementId, reason: "declined" }),
    },
    {
      1: confirm(noShow),
      9: (ctx) =>
        failPlacement(practiceOf(noShow)(ctx), { placementId: noShow.placementId, reason: "no_show" }),
    },
    { 1: confirm(unclear) },
    { 2: (ctx) => confirmPlacement(ctx, { placementId: patientByPhone.placementId }) },
    { 1: confirm(practiceByPhone) },
    {
      1: confirm(ended),
      3: reports(ended, "trial_sessions"),
      5: (ctx) => cancelSearch(patientOf(ended)(ctx), ended.patient.searchId, "no_longer_wanted"),
    },
  ];
}

const practiceMails = async (one: Accepted) =>
  (
    await world
      .ctx()
      .db.select()
      .from(mails)
      .where(and(eq(mails.inquiryId, one.inquiryId), eq(mails.practiceId, one.therapist.practiceId)))
      .orderBy(mails.id)
  )
    .filter(
      ({ status, template }) => status === "kept" && template !== "inquiry" && template !== "answer_receipt",
    )
    .map(({ template }) => template);

const openTasks = async ({ patient }: Accepted) =>
  (
    await world
      .ctx()
      .db.select()
      .from(tasks)
      .where(and(eq(tasks.subjectId, patient.id), isNull(tasks.doneAt)))
  ).map(({ kind }) => kind);

describe("stories after an acceptance", () => {
  test("the whole way: asked, confirmed, first talk, trial sessions, started; both hear what concerns them", async () => {
    const { wholeWay } = all;
    expect((await placementOf(wholeWay)).status).toBe("started");
    expect(await mailsTo(world.ctx(), wholeWay.patient.id)).toEqual([
      "acceptance_confirm",
      "practice_contact",
      "first_talk_patient",
      "progress_patient",
      "progress_patient",
      "placed",
    ]);
    expect(await practiceMails(wholeWay)).toEqual([
      "patient_confirmed",
      "first_talk_practice",
      "progress_practice",
      "progress_practice",
    ]);
    const [patient] = await world
      .ctx()
      .db.select()
      .from(patients)
      .where(eq(patients.id, wholeWay.patient.id));
    expect(patient!.status).toBe("in_therapy");
    expect(patient!.workingPlaceOn! > patient!.firstPlaceOn!).toBe(true);
  });

  test("a silent patient is reminded once, then the place is free and the search goes on with its old date", async () => {
    const { silent } = all;
    expect(await placementOf(silent)).toMatchObject({ status: "failed", endReason: "lapsed" });
    expect((await mailsTo(world.ctx(), silent.patient.id)).slice(0, 3)).toEqual([
      "acceptance_confirm",
      "acceptance_reminder",
      "acceptance_lapsed",
    ]);
    expect(await practiceMails(silent)).toEqual(["place_free_again"]);
    expect((await searchOf(silent.patient.searchId)).since).toEqual(silent.since);
  });

  test("who declines is never named to that practice and never proposed to it again", async () => {
    const { declined } = all;
    expect(await practiceMails(declined)).toEqual(["place_free_again"]);
    const seen = await listAnswerPlacements(practiceOf(declined)(world.ctx()));
    expect(seen.map(({ contact }) => contact)).toEqual([null]);
    expect(await searchOf(declined.patient.searchId)).toMatchObject({ since: declined.since });
    const later = await proposedAfter(declined);
    expect(later.length).toBeGreaterThan(0);
    expect(later).not.toContain(declined.therapist.practiceId);
  });

  test("did not come: asked first, then back in the queue, and the patient is told", async () => {
    const { noShow } = all;
    expect(await mailsTo(world.ctx(), noShow.patient.id)).toEqual([
      "acceptance_confirm",
      "practice_contact",
      "first_talk_patient",
      "back_in_queue",
    ]);
    expect(await searchOf(noShow.patient.searchId)).toMatchObject({ since: noShow.since });
    expect(await proposedAfter(noShow)).not.toContain(noShow.therapist.practiceId);
  });

  test("neither side answers: one question each, then a task for a person", async () => {
    const { unclear } = all;
    expect(await practiceMails(unclear)).toEqual(["patient_confirmed", "first_talk_practice"]);
    expect(await openTasks(unclear)).toEqual(["placement_unclear"]);
  });

  test("who has no mail address is called instead of written to", async () => {
    const { patientByPhone, practiceByPhone } = all;
    expect(await mailsTo(world.ctx(), patientByPhone.patient.id)).toEqual([]);
    expect((await placementOf(patientByPhone)).status).toBe("confirmed");
    expect(await openTasks(patientByPhone)).toContain("placement_call");
    expect(await practiceMails(practiceByPhone)).toEqual([]);
    expect(await openTasks(practiceByPhone)).toContain("placement_call");
  });

  test("a patient who ends the search gives the place back, and nobody is asked any more", async () => {
    const { ended } = all;
    expect(await placementOf(ended)).toMatchObject({ status: "failed", endReason: "search_ended" });
    expect(await practiceMails(ended)).toEqual(["patient_confirmed", "place_free_again"]);
  });
});

/** The practices to which this patient was proposed after the acceptance had come to nothing. */
async function proposedAfter({ patient, placementId }: Accepted): Promise<string[]> {
  const { db } = world.ctx();
  const [{ endedAt } = { endedAt: null }] = await db
    .select()
    .from(placements)
    .where(eq(placements.id, placementId));
  const rows = await db
    .select({ practiceId: inquiries.practiceId })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(and(eq(inquiryItems.searchId, patient.searchId), gt(inquiries.createdAt, endedAt!)));
  return rows.map(({ practiceId }) => practiceId);
}

import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { auditEntries, calls } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import {
  givenPatient,
  givenProposal,
  givenSentInquiry,
  givenTherapist,
  systemOn,
} from "@/tests/support/factories";
import { getCall } from "../calls/get-call";
import { planCall } from "../calls/plan-call";
import type { StaffRole } from "../staff/status";
import { previewAnswerPage } from "./get-answer-page";
import { getInquiry } from "./get-inquiry";
import { findProposal } from "./get-proposal";

let database: TestDatabase;
let ctx: Context;
let patientIds: string[];
let searchIds: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db);
  const patients = [await givenPatient(ctx), await givenPatient(ctx)];
  patientIds = patients.map(({ id }) => id);
  searchIds = patients.map(({ searchId }) => searchId);
});
afterAll(() => database.drop());

const staff = (role: StaffRole): Context => ({
  ...ctx,
  actor: { kind: "staff", id: newId(), role, name: "Test" },
});
const proposal = async () => (await givenProposal(ctx, await givenTherapist(ctx), searchIds)).inquiryId;

async function plannedCall(): Promise<{ inquiryId: string; callId: string }> {
  const therapist = await givenTherapist(ctx);
  const { inquiryId } = await givenSentInquiry(ctx, therapist, searchIds);
  await planCall(ctx, { practiceId: therapist.practiceId, inquiryId });
  const [call] = await ctx.db.select().from(calls).where(eq(calls.inquiryId, inquiryId));
  return { inquiryId, callId: call!.id };
}

/** Each page that shows patients with an inquiry, opened by itself, and who may open it. */
const entrances: [string, StaffRole[], (ctx: Context) => Promise<string>][] = [
  [
    "the review",
    ["viewer", "coordinator", "admin"],
    async (me) => opened(await proposal(), me, findProposal),
  ],
  [
    "the preview",
    ["viewer", "coordinator", "admin"],
    async (me) => opened(await proposal(), me, (by, id) => previewAnswerPage(by, id, by.now)),
  ],
  ["the inquiry", ["viewer", "coordinator", "admin"], async (me) => opened(await proposal(), me, getInquiry)],
  [
    "a planned call",
    ["coordinator", "admin"],
    async (me) => {
      const { inquiryId, callId } = await plannedCall();
      return opened(inquiryId, me, () => getCall(me, callId));
    },
  ],
];

async function opened(
  inquiryId: string,
  me: Context,
  open: (ctx: Context, inquiryId: string) => Promise<unknown>,
): Promise<string> {
  expect(await open(me, inquiryId)).not.toBeNull();
  return inquiryId;
}

test.each(entrances)(
  "who opens %s and nothing else is in the audit log, with the patients seen",
  async (...entrance) => {
    const [, roles, open] = entrance;
    for (const role of roles) {
      const me = staff(role);
      const inquiryId = await open(me);
      const isMine = me.actor.kind === "staff" ? eq(auditEntries.actorId, me.actor.id) : undefined;
      const seen = await ctx.db
        .select()
        .from(auditEntries)
        .where(and(eq(auditEntries.act, "inquiry.view"), eq(auditEntries.subjectId, inquiryId), isMine));
      expect(seen.map(({ details }) => details)).toEqual([
        { withheld: role === "viewer", patientIds: expect.arrayContaining(patientIds) },
      ]);
    }
  },
);

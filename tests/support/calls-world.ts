import { eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { calls } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createStaff } from "@/lib/domain/staff/create-staff";
import { type TestDatabase, createTestDatabase } from "./database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "./factories";
import type { TherapistInput } from "@/lib/domain/therapists/schemas";
import { planCall } from "@/lib/domain/calls/plan-call";

/** A Wednesday, half past ten in Germany. */
export const now = new Date("2026-11-18T09:30:00Z");
const mornings = Object.fromEntries(
  (["mon", "tue", "wed", "thu", "fri"] as const).map((day) => [day, [{ from: "10:00", to: "11:00" }]]),
);

/** A database of its own for each test file about calls, with three of the team. */
export let database: TestDatabase;
export let system: Context;
export let kim: Context;
export let ada: Context;
export let viewer: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  system = { ...systemOn(database.db), now };
  const member = async (name: string, role: "coordinator" | "viewer"): Promise<Context> => {
    const person = {
      name,
      email: `${name.toLowerCase()}@team.example`,
      role,
      password: "leuchtturm-am-deich",
    };
    const { id } = await createStaff(system, person);
    return { ...system, actor: { kind: "staff", id, role, name } };
  };
  kim = await member("Kim", "coordinator");
  ada = await member("Ada", "coordinator");
  viewer = await member("Ole", "viewer");
});

afterAll(() => database.drop());

let lines = 0;

/** A practice with a number of its own that takes calls every morning, and an inquiry to it that is on the list. */
export async function givenCall(changes: Partial<TherapistInput> = {}, patients = 1, about: string[] = []) {
  lines += 1;
  const therapist = await givenTherapist(system, {
    phone: `0241 88${String(lines).padStart(5, "0")}`,
    phoneHours: mornings,
    ...changes,
  });
  const searches = [...about];
  for (let i = 0; i < patients; i++) searches.push((await givenPatient(system)).searchId);
  const { inquiryId, items } = await givenSentInquiry(system, therapist, searches);
  await planCall(system, { practiceId: therapist.practiceId, inquiryId });
  const [call] = await callsOf(inquiryId);
  return { therapist, inquiryId, items, callId: call!.id, call: call! };
}

export const callsOf = (inquiryId: string) =>
  database.db.select().from(calls).where(eq(calls.inquiryId, inquiryId)).orderBy(calls.id);

export const later = (ctx: Context, minutes: number): Context => ({
  ...ctx,
  now: new Date(now.getTime() + minutes * 60_000),
});

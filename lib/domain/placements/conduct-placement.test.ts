import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { mails, tasks } from "@/db/schema";
import { germanInstant } from "../german-time";
import { waitsForHours } from "../mail/templates";
import { finishTask } from "../staff/finish-task";
import { advancePlacement } from "./advance-placement";
import { agreeFirstTalk } from "./agree-first-talk";
import { conductPlacement } from "./conduct-placement";
import { confirmPlacement } from "./confirm-placement";
import { ctx } from "@/tests/support/own-database";
import {
  dayMs,
  asPatient,
  asTherapist,
  inDays,
  givenAcceptance,
  placementOf,
  searchOf,
} from "@/tests/support/placements-world";

describe("without news", () => {
  test("the offer is remembered once and lapses; nothing happens before its time", async () => {
    const { patient, placementId } = await givenAcceptance();
    expect(await conductPlacement(inDays(2.9), placementId)).toBe("none");
    expect(await conductPlacement(inDays(3), placementId)).toBe("remind");
    expect(await conductPlacement(inDays(3), placementId)).toBe("none");
    const [reminder] = await ctx.db
      .select({ day: mails.day })
      .from(mails)
      .where(eq(mails.occasion, `placement:${placementId}:acceptance_reminder`));
    const evening = { ...ctx, now: germanInstant(reminder!.day!, 23 * 60 + 59) };
    expect(await conductPlacement(evening, placementId), "the promised day is not over").toBe("none");
    expect(await conductPlacement(inDays(8), placementId)).toBe("lapse");
    expect(await placementOf(placementId)).toMatchObject({ status: "failed", endReason: "lapsed" });
    expect((await searchOf(patient.searchId)).status).toBe("active");
    expect(await conductPlacement(inDays(30), placementId)).toBe("none");
  });

  test("both are asked the day after the first talk; silence makes a task, and news ticks it off", async () => {
    const { patient, placementId, inquiryId } = await givenAcceptance();
    await confirmPlacement(asPatient(patient.id), { placementId });
    const day = inDays(10).now.toISOString().slice(0, 10);
    await agreeFirstTalk(asTherapist(inquiryId), { placementId, on: day });
    expect(await conductPlacement(inDays(9), placementId)).toBe("none");
    expect(await conductPlacement(inDays(12), placementId)).toBe("ask");
    expect(await conductPlacement(inDays(19), placementId)).toBe("hand-over");
    const open = () =>
      ctx.db
        .select({ doneAt: tasks.doneAt })
        .from(tasks)
        .where(and(eq(tasks.kind, "placement_unclear"), eq(tasks.subjectId, patient.id)));
    expect(await open()).toEqual([{ doneAt: null }]);
    const later = inDays(19).now;
    await advancePlacement({ ...asTherapist(inquiryId), now: later }, { placementId, to: "first_talk" });
    expect(await open()).toEqual([{ doneAt: later }]);
  });

  test("what a person ticked off without news comes back to them, with no second mail", async () => {
    const { patient, placementId } = await givenAcceptance();
    await confirmPlacement(asPatient(patient.id), { placementId });
    expect(await conductPlacement(inDays(30), placementId)).toBe("ask");
    expect(await conductPlacement(inDays(60), placementId)).toBe("hand-over");
    const [task] = await ctx.db
      .select()
      .from(tasks)
      .where(and(eq(tasks.kind, "placement_unclear"), eq(tasks.subjectId, patient.id)));
    await finishTask(inDays(61), task!.id);
    expect(await conductPlacement(inDays(61), placementId)).toBe("none");
    expect(await conductPlacement(inDays(90), placementId)).toBe("hand-over");
  });

  test("a first talk cannot lie in the past, and not before the patient's yes", async () => {
    const { patient, placementId } = await givenAcceptance();
    await expect(
      agreeFirstTalk(asPatient(patient.id), { placementId, on: "2020-01-01" }),
    ).rejects.toMatchObject({ fields: { on: "date_in_past" } });
    await expect(
      agreeFirstTalk(asPatient(patient.id), { placementId, on: "2206-01-01" }),
    ).rejects.toMatchObject({ fields: { on: "talk_too_far" } });
    const soon = new Date(ctx.now.getTime() + 9 * dayMs).toISOString().slice(0, 10);
    await expect(agreeFirstTalk(asPatient(patient.id), { placementId, on: soon })).rejects.toMatchObject({
      key: "placement_accepted",
    });
  });
});

test("the last reminder before a place lapses leaves at once, over holidays too", () => {
  expect(waitsForHours("acceptance_reminder")).toBe(false);
  expect(waitsForHours("inquiry")).toBe(true);
});

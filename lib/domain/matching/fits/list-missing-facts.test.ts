import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/columns";
import { auditEntries, matchingRuns, patients, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { pseudonymOf } from "../../patients/pseudonym";
import { countFacts } from "../run/count-facts";
import { listMissingFacts } from "./list-missing-facts";
import { requestMatchingRun } from "../run/request-run";

const as = (role: "viewer" | "coordinator"): Context => ({
  ...ctx,
  actor: { kind: "staff", id: newId(), role, name: role },
});

test("tells which facts hold up most, drops what was filled in since, and writes down whom it showed", async () => {
  expect(await listMissingFacts(as("viewer"))).toBe(null);
  await givenPatient(ctx);
  const noPayer = await givenPatient(ctx, { payer: undefined });
  const [first, second] = [
    await givenTherapist(ctx, { statutorySeat: "unknown" }),
    await givenTherapist(ctx, { statutorySeat: "unknown" }),
  ];
  await givenTherapist(ctx, { officeHours: {} });
  const { runId } = await requestMatchingRun(ctx);
  await countFacts(ctx, runId);
  await countFacts(ctx, runId);
  const { facts } = (await listMissingFacts(as("coordinator")))!;
  expect(facts.map(({ kind, keepsOut, records, pairs }) => [kind, keepsOut, records, pairs])).toEqual([
    ["patient-payer", true, 1, 2],
    ["therapist-seat", true, 2, 2],
    ["therapist-hours", false, 1, 2],
  ]);
  expect(facts[1]!.entries.map(({ id }) => id)).toEqual([first.id, second.id].toSorted());
  const [row] = await ctx.db.select().from(patients).where(eq(patients.id, noPayer.id));
  expect(facts[0]!.entries).toMatchObject([{ id: noPayer.id, name: `${row!.firstName} ${row!.lastName}` }]);
  const hidden = (await listMissingFacts(as("viewer")))!.facts[0]!.entries;
  expect(hidden).toMatchObject([{ name: pseudonymOf(noPayer.id) }]);
  const views = await ctx.db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.act, "matching.view"), eq(auditEntries.subjectId, runId)));
  expect(views.map(({ details }) => details)).toEqual([
    { withheld: false, patientIds: [noPayer.id] },
    { withheld: true, patientIds: [noPayer.id] },
  ]);
  await ctx.db.update(therapists).set({ statutorySeat: "yes" }).where(eq(therapists.id, first.id));
  await ctx.db.update(therapists).set({ status: "inactive" }).where(eq(therapists.id, second.id));
  const later = (await listMissingFacts(as("coordinator"), { whole: "therapist-seat" }))!.facts[1]!;
  expect([later.records, later.entries]).toEqual([2, []]);
});

test("nobody outside the team reads it, and only the system counts", async () => {
  const nobody: Context = { ...ctx, actor: { kind: "public" } };
  await expect(listMissingFacts(nobody)).rejects.toMatchObject({ code: "forbidden" });
  const [run] = await ctx.db.select().from(matchingRuns);
  await expect(countFacts(as("coordinator"), run!.id)).rejects.toMatchObject({ code: "forbidden" });
});

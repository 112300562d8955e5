import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { intakeDrafts, patients, searches, tasks } from "@/db/schema";
import { createToken } from "@/lib/core/tokens";
import { createPatient } from "@/lib/domain/patients/create-patient";
import { registerPatient } from "@/lib/domain/patients/register-patient";
import { patientInput } from "@/lib/domain/patients/schemas";
import { verifyPatient } from "@/lib/domain/patients/verify-patient";
import { ctx } from "@/tests/support/own-database";
import { deleteStaleIntakes } from "./delete-stale-intakes";

const dayMs = 24 * 60 * 60 * 1000;

const input = (name: string) =>
  patientInput.parse({
    firstName: name,
    lastName: "Muster",
    address: { postalCode: "52062" },
    email: `${name.toLowerCase()}@example.org`,
    symptoms: ["suicidal_thoughts"],
    travel: { maxMinutes: 30 },
  });
const consents = ["processing", "sharing"] as const;
const exists = async (id: string) =>
  (await ctx.db.select().from(patients).where(eq(patients.id, id))).length === 1;

test("after seven days an unconfirmed registration is gone with its tasks; who confirmed or was entered by staff stays", async () => {
  const forgotten = await registerPatient(ctx, { input: input("Vera"), consents: [...consents] });
  const confirmed = await registerPatient(ctx, { input: input("Nora"), consents: [...consents] });
  await verifyPatient(ctx, await createToken(ctx, "confirm_email", confirmed.patientId));
  const byStaff = await createPatient(ctx, input("Ella"));
  await ctx.db.insert(intakeDrafts).values({
    tokenHash: "x",
    data: { firstName: "Vera" },
    expiresAt: new Date(ctx.now.getTime() + 7 * dayMs),
  });

  const after = (days: number) =>
    deleteStaleIntakes({ ...ctx, now: new Date(ctx.now.getTime() + days * dayMs + 1000) });
  expect(await after(6)).toEqual({ drafts: 0, patients: 0 });
  expect(await after(7)).toEqual({ drafts: 1, patients: 1 });
  expect(await exists(forgotten.patientId)).toBe(false);
  expect(await exists(confirmed.patientId)).toBe(true);
  expect(await exists(byStaff.id)).toBe(true);
  expect(await ctx.db.select().from(tasks).where(eq(tasks.subjectId, forgotten.patientId))).toEqual([]);
  expect(await ctx.db.select().from(searches).where(eq(searches.patientId, forgotten.patientId))).toEqual([]);
});

test("nobody but the system may", async () => {
  await expect(deleteStaleIntakes({ ...ctx, actor: { kind: "public" } })).rejects.toMatchObject({
    code: "forbidden",
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { audit } from "@/lib/core/audit";
import type { Actor, Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { createStaff } from "./create-staff";
import { listAudit } from "./list-audit";

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = { db: database.db, actor: { kind: "system", job: "test" }, now: new Date() };
});
afterAll(() => database.drop());

const admin = (id = newId()): Actor => ({ kind: "staff", id, role: "admin", name: "Test" });
const written = (actor: Actor, at: string, subjectId = newId()) =>
  audit({ ...ctx, actor, now: new Date(at) }, "patient.view", { kind: "patient", id: subjectId });

describe("audit log", () => {
  test("is for admins: nobody else reads it", async () => {
    for (const role of ["coordinator", "viewer"] as const) {
      const other: Context = { ...ctx, actor: { kind: "staff", id: newId(), role, name: "Test" } };
      await expect(listAudit(other, {})).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(listAudit({ ...ctx, actor: { kind: "public" } }, {})).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("a day is a German day, with both its ends", async () => {
    const subjectId = newId();
    for (const at of [
      "2026-10-24T21:59:59Z",
      "2026-10-24T22:00:00Z", // Midnight in summer time; this day has 25 hours.
      "2026-10-25T22:59:59Z",
      "2026-10-25T23:00:00Z",
    ])
      await written(admin(), at, subjectId);
    const { rows, total } = await listAudit(ctx, { subjectId, from: "2026-10-25", to: "2026-10-25" });
    expect(total).toBe(2);
    expect(rows.map(({ at }) => at.toISOString())).toEqual([
      "2026-10-25T22:59:59.000Z",
      "2026-10-24T22:00:00.000Z",
    ]);
  });

  test("is found by a kind of actor and by one person, who is named", async () => {
    const { id } = await createStaff(ctx, {
      name: "Ada Lindgrund",
      email: "ada@example.org",
      role: "admin",
      password: "leuchtturm-am-deich-42",
    });
    const subjectId = newId();
    await written(admin(id), "2026-11-01T10:00:00Z", subjectId);
    await written({ kind: "patient", patientId: subjectId }, "2026-11-01T10:01:00Z", subjectId);
    const found = async (actor: string) => (await listAudit(ctx, { subjectId, actor })).rows;
    expect(await found(id)).toMatchObject([{ actorName: "Ada Lindgrund" }]);
    expect(await found("staff")).toHaveLength(1);
    expect(await found("patient")).toMatchObject([{ actorKind: "patient", actorName: null }]);
    await expect(listAudit(ctx, { actor: "nobody" })).rejects.toThrow();
  });
});

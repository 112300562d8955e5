import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { auditEntries } from "@/db/schema";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { audit, sealAudit, verifyAudit } from "./audit";
import type { Context } from "./context";

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = { db: database.db, actor: { kind: "system", job: "test" }, now: new Date() };
});
afterAll(() => database.drop());

describe("audit log", () => {
  test("an entry cannot be changed or removed", async () => {
    const subject = { kind: "patient", id: newId() };
    await audit(ctx, "patient.view", subject);
    const mine = eq(auditEntries.subjectId, subject.id);
    await expect(ctx.db.update(auditEntries).set({ act: "none" }).where(mine)).rejects.toThrow();
    await expect(ctx.db.delete(auditEntries).where(mine)).rejects.toThrow();
    await expect(ctx.db.execute(sql`truncate audit_entries cascade`)).rejects.toThrow();
  });

  test("sealing by several at once gives one chain that verifies", async () => {
    for (let i = 0; i < 40; i++)
      await audit(ctx, "patient.view", { kind: "patient", id: newId() }, { b: i, a: [i] });
    await Promise.all(Array.from({ length: 5 }, () => sealAudit(ctx, 7)));
    while ((await sealAudit(ctx)) > 0);
    const { checked, brokenAt } = await verifyAudit(ctx);
    expect(brokenAt).toBeNull();
    expect(checked).toBeGreaterThanOrEqual(40);
  });

  test("an entry changed behind the trigger's back is named by the verification", async () => {
    const subject = { kind: "patient", id: newId() };
    await audit(ctx, "patient.view", subject);
    while ((await sealAudit(ctx)) > 0);
    await ctx.db.execute(sql`alter table audit_entries disable trigger audit_entries_append_only`);
    await ctx.db
      .update(auditEntries)
      .set({ act: "patient.update" })
      .where(eq(auditEntries.subjectId, subject.id));
    const [entry] = await ctx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, subject.id));
    expect((await verifyAudit(ctx)).brokenAt).toBe(entry!.id);
  });
});

import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { intakeDrafts, mails, patients } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { newSecret } from "@/lib/core/crypto";
import { AppError } from "@/lib/core/errors";
import { deleteStaleIntakes } from "@/lib/domain/privacy/delete-stale-intakes";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { systemOn } from "@/tests/support/factories";
import { deleteDraft, findDraft, saveDraft, sendDraft } from "./intake-draft";
import { patientInput } from "./schemas";

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 12 });
});
afterAll(() => database.drop());
beforeEach(async () => {
  ctx = { db: database.db, actor: { kind: "public" }, now: new Date("2026-11-23T09:00:00Z") };
  await database.db.delete(intakeDrafts);
});

const later = (days: number): Context => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) });
const save = (values: Record<string, string | string[]>, secret: string | null = null) =>
  saveDraft(ctx, secret, { isMine: (field) => field in values, values });

/** What the steps of the form would make of a draft. */
const registration = (email: string) => () => ({
  input: patientInput.parse({
    firstName: "Mira",
    lastName: "Sand",
    birthDate: "1988-03-24",
    email,
    address: { postalCode: "52062", city: "Aachen" },
    payer: "gkv",
    travel: { mode: "car", maxMinutes: 30 },
  }),
  consents: ["processing" as const, "sharing" as const],
});

describe("what was typed is kept", () => {
  test("screen by screen under one secret, and an unticked box is forgotten", async () => {
    const secret = await save({ firstName: "Mira", mood: ["anxiety", "panic"] });
    await saveDraft(ctx, secret, { isMine: (field) => field === "mood", values: {} });
    expect(await save({ city: "Aachen" }, secret)).toBe(secret);
    expect(await findDraft(ctx, secret)).toMatchObject({
      state: "open",
      values: { firstName: "Mira", city: "Aachen" },
    });
  });

  test("only the fields of the screen that was sent, whatever else is in the form", async () => {
    const secret = await save({ firstName: "Mira" });
    const values = { firstName: "Somebody else", city: "Aachen" };
    await saveDraft(ctx, secret, { isMine: (field) => field === "city", values });
    expect(await findDraft(ctx, secret)).toMatchObject({ values: { firstName: "Mira", city: "Aachen" } });
  });

  test("unreadable in the database, and found by nobody without the secret", async () => {
    const secret = await save({ symptomsText: "Ich schlafe kaum" });
    const [row] = await database.db.execute(sql`select token_hash, data from intake_drafts`);
    expect(JSON.stringify(row)).not.toContain("schlafe");
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(await findDraft(ctx, newSecret())).toBeNull();
  });

  test("a secret that nobody gave out does not become valid by being used", async () => {
    const chosen = newSecret();
    const given = await save({ firstName: "Mira" }, chosen);
    expect(given).not.toBe(chosen);
    expect(await findDraft(ctx, chosen)).toBeNull();
  });

  test("seven days from the last change, then it is deleted", async () => {
    const secret = await save({ firstName: "Mira" });
    ctx = later(6);
    await save({ lastName: "Sand" }, secret);
    expect(await findDraft(later(6), secret)).not.toBeNull();
    expect(await findDraft(later(8), secret)).toBeNull();
    await deleteStaleIntakes(systemOn(database.db, later(8).now));
    expect(await database.db.select().from(intakeDrafts)).toEqual([]);
  });

  test("a text far beyond any limit is not stored, the rest is", async () => {
    const secret = await save({ firstName: "Mira", symptomsText: "x".repeat(1_000_000) });
    expect(await findDraft(ctx, secret)).toMatchObject({ values: { firstName: "Mira" } });
    const [size] = await database.db.execute(sql`select length(data)::int as length from intake_drafts`);
    expect(Number(size!.length)).toBeLessThan(1000);
  });

  test("two tabs that send at once lose neither text", async () => {
    const secret = await save({ firstName: "Mira" });
    await Promise.all([save({ city: "Aachen" }, secret), save({ payer: "gkv" }, secret)]);
    expect(await findDraft(ctx, secret)).toMatchObject({
      values: { firstName: "Mira", city: "Aachen", payer: "gkv" },
    });
  });
});

describe("sending", () => {
  test("ten clicks at once register one patient with one mail, and the draft is gone", async () => {
    const secret = await save({ firstName: "Mira" });
    const clicks = Array.from({ length: 10 }, () => sendDraft(ctx, secret, registration("ten@example.org")));
    const results = await Promise.all(clicks);
    expect(results.toSorted()).toEqual([...Array(1).fill("registered"), ...Array(9).fill("sent-before")]);
    const found = await database.db.select().from(patients).where(eq(patients.firstName, "Mira"));
    expect(found).toHaveLength(1);
    expect(await database.db.select().from(mails).where(eq(mails.patientId, found[0]!.id))).toHaveLength(1);
    expect(await findDraft(ctx, secret)).toEqual({ state: "sent", sentAt: ctx.now });
    const rows = await database.db.select().from(intakeDrafts);
    expect(rows.map((row) => row.data)).toEqual([{}]);
  });

  test("what is refused leaves the draft as it was and stores nothing", async () => {
    const secret = await save({ firstName: "Mira" });
    const before = await database.db.$count(patients);
    const refuse = () => {
      throw new AppError("invalid", "invalid", { fields: { email: "email" } });
    };
    await expect(sendDraft(ctx, secret, refuse)).rejects.toThrow(AppError);
    const withoutConsents = () => ({ ...registration("none@example.org")(), consents: [] });
    await expect(sendDraft(ctx, secret, withoutConsents)).rejects.toThrow(AppError);
    expect(await findDraft(ctx, secret)).toMatchObject({ state: "open", values: { firstName: "Mira" } });
    expect(await database.db.$count(patients)).toBe(before);
  });

  test("a form that was sent takes nothing more until a new one is begun", async () => {
    const secret = await save({ firstName: "Mira" });
    await sendDraft(ctx, secret, registration("after@example.org"));
    await expect(save({ firstName: "Again" }, secret)).rejects.toMatchObject({ code: "conflict" });
    await deleteDraft(ctx, secret);
    expect(await findDraft(ctx, secret)).toBeNull();
    expect(await sendDraft(ctx, secret, registration("never@example.org"))).toBe("unknown");
  });
});

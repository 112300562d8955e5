import { randomBytes } from "node:crypto";
import { readFileSync, globSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { createTestDatabase } from "@/tests/support/database";

const before = process.env.ENCRYPTION_KEYS!;
afterEach(() => {
  process.env.ENCRYPTION_KEYS = before;
});

/** The key ring is read once, so each ring needs the modules anew. */
async function withKeys(keys: string) {
  process.env.ENCRYPTION_KEYS = keys;
  vi.resetModules();
  const { givenPatient, givenSentInquiry, givenTherapist, systemOn } =
    await import("@/tests/support/factories");
  const { rotateKeys } = await import("./rotate-keys");
  const { patients } = await import("@/db/schema");
  const { objectToContact } = await import("../therapists/object-to-contact");
  const { findObjection } = await import("../therapists/find-objection");
  return {
    givenPatient,
    givenSentInquiry,
    givenTherapist,
    systemOn,
    rotateKeys,
    patients,
    objectToContact,
    findObjection,
  };
}
const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const newKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;

test("after the rotation the old key is not needed, every value reads as before, and a repetition finds nothing", async () => {
  const database = await createTestDatabase();
  const [old, next] = [newKey("old"), newKey("next")];
  const first = await withKeys(old);
  const ctx = first.systemOn(database.db);
  const { searchId } = await first.givenPatient(ctx, {
    symptomsText: "nur für die Probe",
    diagnoses: ["F41.1"],
  });
  const still = await first.givenTherapist(ctx);
  const { inquiryId } = await first.givenSentInquiry(ctx, still, [searchId]);
  await first.objectToContact(ctx, { kind: "person", inquiryId });
  const second = await withKeys(`${next},${old}`);
  expect(await second.rotateKeys(ctx)).toBeGreaterThanOrEqual(2);
  expect(await second.rotateKeys(ctx)).toBe(0);
  const third = await withKeys(next);
  const [patient] = await ctx.db.select().from(third.patients);
  expect(patient!.health).toMatchObject({ symptomsText: "nur für die Probe", diagnoses: ["F41.1"] });
  expect(await third.findObjection(ctx, still.id), "an objection outlives the keys").not.toBeNull();
  const [raw] = await ctx.db.execute<{ health: string }>(sql`select health from patients`);
  expect(raw!.health).not.toContain("Probe");
  await database.drop();
});

test("no encrypted column is forgotten", () => {
  const schema = globSync("db/schema/*.ts")
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const declared = [...schema.matchAll(/encrypted(?:Text|Json|Bytes)(?:<[^;]*?>)?\("(\w+)\.(\w+)"\)/g)].map(
    ([, table, column]) => `${table}.${column}`,
  );
  const rotation = readFileSync("lib/domain/privacy/rotate-keys.ts", "utf8");
  expect(declared.length).toBeGreaterThan(8);
  for (const column of declared) expect(rotation, column).toContain(`"${camelCase(column.split(".")[1]!)}"`);
});

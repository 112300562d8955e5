import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { consents, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient } from "@/tests/support/factories";
import { ctx, database } from "@/tests/support/own-database";
import { consentsInForce } from "./consents-in-force";
import { setConsents } from "./set-consents";

const asPatient = (patientId: string): Context => ({ ...ctx, actor: { kind: "patient", patientId } });
const statusOf = async (patientId: string) =>
  (await database.db.select().from(searches).where(eq(searches.patientId, patientId)))[0]!.status;

test("exactly the given consents are in force; one that is needed stops the search and its return lets it go on", async () => {
  const { id } = await givenPatient(ctx);
  await setConsents(asPatient(id), id, ["processing", "status_mails"]);
  expect((await consentsInForce(ctx, id)).toSorted()).toEqual(["processing", "status_mails"]);
  expect(await statusOf(id)).toBe("paused");
  await setConsents(asPatient(id), id, ["processing", "sharing"]);
  expect((await consentsInForce(ctx, id)).toSorted()).toEqual(["processing", "sharing"]);
  expect(await statusOf(id)).toBe("active");
});

test("a consent that stays is not given anew: the day it was given is its proof", async () => {
  const { id } = await givenPatient(ctx);
  const before = await database.db.select().from(consents).where(eq(consents.patientId, id));
  const tomorrow = { ...asPatient(id), now: new Date(ctx.now.getTime() + 86_400_000) };
  await setConsents(tomorrow, id, ["processing", "sharing", "identity", "status_mails"]);
  expect(await database.db.select().from(consents).where(eq(consents.patientId, id))).toEqual(before);
});

test("a link changes only its own patient", async () => {
  const [mine, other] = [await givenPatient(ctx), await givenPatient(ctx)];
  await expect(setConsents(asPatient(mine.id), other.id, [])).rejects.toMatchObject({ code: "not-found" });
  expect(await consentsInForce(ctx, other.id)).toHaveLength(4);
});

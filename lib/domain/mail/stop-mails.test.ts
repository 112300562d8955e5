import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET, POST } from "@/app/unsubscribe/[token]/route";
import { inquiries, objections, practices } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { consentsInForce } from "../consents/consents-in-force";
import { storedValue } from "@/lib/domain/therapists/objection-index";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { findMailStop } from "./stop-mails";

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  ctx = systemOn(database.db);
});
afterAll(() => database.drop());

const address = (token: string) => `https://lotse.example/unsubscribe/${token}`;
const params = (token: string) => ({ params: Promise.resolve({ token }) });
const post = (token: string, body = "List-Unsubscribe=One-Click") => {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return POST(new Request(address(token), { method: "POST", headers, body }), params(token));
};

describe("one click in a mail program", () => {
  test("ends a patient's status mails and nothing else, however often it is sent", async () => {
    const { id } = await givenPatient(ctx);
    const token = await createToken(ctx, "stop_status_mails", id);
    for (const _ of [1, 2]) expect((await post(token)).status).toBe(200);
    expect((await consentsInForce(ctx, id)).toSorted()).toEqual(["identity", "processing", "sharing"]);
    expect(await findMailStop(ctx, token)).toEqual({ kind: "status-mails", stopped: true });
  });

  test("is a practice's objection for its address, and closes the inquiry", async () => {
    const therapist = await givenTherapist(ctx);
    const { searchId } = await givenPatient(ctx);
    const { inquiryId } = await givenSentInquiry(ctx, therapist, [searchId]);
    const token = await createToken(ctx, "respond", inquiryId);
    expect((await post(token)).status).toBe(200);
    const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, therapist.practiceId));
    expect(
      await ctx.db
        .select()
        .from(objections)
        .where(eq(objections.value, storedValue({ kind: "address", value: practice!.email! }))),
    ).toHaveLength(1);
    const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
    expect(inquiry).toMatchObject({ status: "cancelled", cancelReason: "objection" });
  });

  test("opening the address, as scanners do, changes nothing", async () => {
    const { id } = await givenPatient(ctx);
    const token = await createToken(ctx, "stop_status_mails", id);
    await expect(GET(new Request(address(token)), params(token))).rejects.toThrow("NEXT_REDIRECT");
    expect(await consentsInForce(ctx, id)).toContain("status_mails");
  });

  // More than any mail program sends is not read to its end, also when its length is not told beforehand.
  const tooLong = `${"x=".padEnd(5000, "x")}&List-Unsubscribe=One-Click`;
  test.each(["", "x=1", "List-Unsubscribe=Nein", tooLong])(
    "a post that does not say so (%o) changes nothing",
    async (body) => {
      const { id } = await givenPatient(ctx);
      const token = await createToken(ctx, "stop_status_mails", id);
      expect((await post(token, body)).status).toBe(400);
      expect(await consentsInForce(ctx, id)).toContain("status_mails");
    },
  );

  test("the secret of another page stops nothing", async () => {
    const { id } = await givenPatient(ctx);
    const token = await createToken(ctx, "patient_page", id);
    for (const secret of [token, "unbekannt", "x".repeat(43)]) expect((await post(secret)).status).toBe(404);
    expect(await consentsInForce(ctx, id)).toContain("status_mails");
  });
});

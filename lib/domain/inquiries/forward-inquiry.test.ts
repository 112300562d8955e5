import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inquiryForwards, mails, objections, practices } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { composeMail } from "@/lib/domain/mail/compose-mail";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { listForwards } from "@/lib/domain/therapists/list-forwards";
import { forwardInquiry } from "./forward-inquiry";
import { getAnswerPage } from "./get-answer-page";
import { getForwardOptions } from "./list-colleagues";
import { respondToInquiry } from "./respond-to-inquiry";

let practicesMade = 0;
/** A practice on a domain of its own, asked about one person. */
async function givenAsked(email?: string) {
  practicesMade += 1;
  const domain = `praxis-${practicesMade}.example`;
  const therapist = await givenTherapist(ctx, { email: email ?? `info@${domain}` });
  const patient = await givenPatient(ctx);
  const { inquiryId, items } = await givenSentInquiry(ctx, therapist, [patient.searchId]);
  const own: Context = { ...ctx, actor: { kind: "therapist", inquiryId } };
  return { own, inquiryId, items, domain, therapist };
}

const forwardsOf = (inquiryId: string) =>
  ctx.db.select().from(inquiryForwards).where(eq(inquiryForwards.inquiryId, inquiryId));
const mailsOf = (inquiryId: string) =>
  ctx.db
    .select()
    .from(mails)
    .where(and(eq(mails.inquiryId, inquiryId), eq(mails.template, "inquiry_forwarded")));

describe("forwarding an inquiry", () => {
  test("to an address of the same domain: one mail with a link of its own, the old link goes on working", async () => {
    const { own, inquiryId, items, domain } = await givenAsked();
    const first = await createToken(ctx, "respond", inquiryId);
    await forwardInquiry(own, { email: ` Kollege@${domain.toUpperCase()} ` });
    const [mail] = await mailsOf(inquiryId);
    const letter = await composeMail(ctx, mail!);
    expect(letter!.to).toBe(`kollege@${domain}`);
    const second = /\/respond\/([\w-]{43})/.exec(letter!.text)![1]!;
    expect(second).not.toBe(first);
    for (const secret of [first, second])
      expect(await getAnswerPage(ctx, secret)).toMatchObject({ inquiryId, state: "open" });
    await Promise.all(
      [own, own].map((link) =>
        respondToInquiry(link, inquiryId, [{ itemId: items[0]!.id, outcome: "accepted" }]),
      ),
    );
    expect((await itemsOf(ctx, inquiryId)).map((item) => item.outcome)).toEqual(["accepted"]);
  });

  test("to a colleague who shares the mailbox, by name", async () => {
    const { own, inquiryId, domain, therapist } = await givenAsked();
    const colleague = await givenTherapist(ctx, {
      email: `info@${domain}`,
      lastName: "Kollegsen",
      gender: "male",
      title: "",
    });
    const stranger = await givenTherapist(ctx);
    const { colleagues } = await getForwardOptions(own);
    expect(colleagues.map(({ id }) => id)).toEqual([colleague.id]);
    await expect(forwardInquiry(own, { colleagueId: stranger.id })).rejects.toMatchObject({
      code: "invalid",
    });
    await forwardInquiry(own, { colleagueId: colleague.id });
    const letter = await composeMail(ctx, (await mailsOf(inquiryId))[0]!);
    expect(await listForwards(ctx, therapist.id), "staff see it").toMatchObject([
      { inquiryId, email: `info@${domain}`, name: "Karla Kollegsen" },
    ]);
    expect(letter!.to).toBe(`info@${domain}`);
    expect(letter!.text).toContain("Kollegsen");
    expect(await getForwardOptions(own)).toMatchObject({ left: 1 });
  });

  test.each([
    ["another domain", "opfer@anderswo.example"],
    ["a domain that only begins alike", "opfer@DOMAIN.evil.example"],
    ["a domain that only ends alike", "opfer@evil-DOMAIN"],
    ["two addresses", "a@DOMAIN,opfer@anderswo.example"],
    ["a header", "a@DOMAIN\r\nBcc: opfer@anderswo.example"],
    ["a quoted address", '"opfer@anderswo.example"@DOMAIN'],
    ["its own address", "INFO@DOMAIN"],
    ["no address", ""],
    ["a megabyte", "x".repeat(1_000_000)],
    ["NUL", "a\u0000@DOMAIN"],
  ])("to %s is refused, and no mail is queued", async (_, pattern) => {
    const { own, inquiryId, domain } = await givenAsked();
    await expect(forwardInquiry(own, { email: pattern.replaceAll("DOMAIN", domain) })).rejects.toMatchObject({
      code: "invalid",
      fields: { email: expect.any(String) },
    });
    expect(await mailsOf(inquiryId)).toEqual([]);
  });

  test("under a mail provider's domain, where strangers have their mail, only to known colleagues", async () => {
    const { own } = await givenAsked(`praxis.eins@gmx.de`);
    await givenTherapist(ctx, { email: "fremd@gmx.de" });
    expect(await getForwardOptions(own)).toEqual({ colleagues: [], domain: null, left: 2 });
    await expect(forwardInquiry(own, { email: "fremd@gmx.de" })).rejects.toMatchObject({ code: "invalid" });
  });

  test("never to an address that objected, whose domain did, or that is not theirs", async () => {
    const one = await givenAsked();
    await ctx.db
      .insert(objections)
      .values({ kind: "address", value: `nie@${one.domain}`, createdAt: ctx.now });
    const bounced = await givenTherapist(ctx, { email: `weg@${one.domain}` });
    await ctx.db
      .update(practices)
      .set({ emailBouncedAt: ctx.now })
      .where(eq(practices.id, bounced.practiceId));
    for (const name of ["nie", "NIE", "weg"])
      await expect(forwardInquiry(one.own, { email: `${name}@${one.domain}` })).rejects.toMatchObject({
        key: "forward_unwanted",
      });
    await expect(forwardInquiry(one.own, { colleagueId: bounced.id })).rejects.toMatchObject({
      key: "forward_unwanted",
    });
    const other = await givenAsked();
    await ctx.db.insert(objections).values({ kind: "domain", value: other.domain, createdAt: ctx.now });
    await expect(forwardInquiry(other.own, { email: `a@${other.domain}` })).rejects.toMatchObject({
      key: "forward_unwanted",
    });
    expect(await mailsOf(one.inquiryId)).toEqual([]);
  });

  test("at most twice, however many ask at once, and once to the same address", async () => {
    const { own, inquiryId, domain } = await givenAsked();
    const twice = await Promise.allSettled([1, 2].map(() => forwardInquiry(own, { email: `a@${domain}` })));
    expect(twice.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await Promise.allSettled(
      ["b", "c", "d", "e"].map((name) => forwardInquiry(own, { email: `${name}@${domain}` })),
    );
    expect(await forwardsOf(inquiryId)).toHaveLength(2);
    expect(await mailsOf(inquiryId)).toHaveLength(2);
    await expect(forwardInquiry(own, { email: `f@${domain}` })).rejects.toMatchObject({
      key: "forward_limit",
    });
  });

  test("not without end, not by others, and not once everything is answered", async () => {
    const { own, inquiryId, items, domain } = await givenAsked();
    for (const actor of [ctx.actor, { kind: "public" } as const])
      await expect(forwardInquiry({ ...ctx, actor }, { email: `a@${domain}` })).rejects.toMatchObject({
        code: "forbidden",
      });
    await respondToInquiry(own, inquiryId, [{ itemId: items[0]!.id, outcome: "rejected_other" }]);
    for (let times = 0; times < 10; times++)
      await expect(forwardInquiry(own, { email: `a@${domain}` })).rejects.toMatchObject({
        key: "nothing_open",
      });
    await expect(forwardInquiry(own, { email: `a@${domain}` })).rejects.toMatchObject({
      code: "rate-limited",
    });
  });
});

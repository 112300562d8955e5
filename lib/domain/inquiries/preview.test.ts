import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/columns";
import { accessTokens, mails } from "@/db/schema";
import type { Actor } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { givenPatient, givenProposal, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { composeMail } from "../mail/compose-mail";
import { previewInquiryMail } from "../mail/compose-practice-mail";
import { getSettings } from "../settings/settings";
import { dueAtOf } from "./due-at";
import { getAnswerPage, previewAnswerPage } from "./get-answer-page";
import { listProfileRisks } from "./profile-risks";
import { approveInquiry, dropItem } from "./review-inquiry";
import { sendInquiry } from "./send-inquiry";

test("mail and answer page are afterwards what the preview showed, and the preview leaves nothing behind", async () => {
  const people = [await givenPatient(ctx), await givenPatient(ctx), await givenPatient(ctx)];
  const searchIds = people.map(({ searchId }) => searchId);
  const { inquiryId, items } = await givenProposal(ctx, await givenTherapist(ctx), searchIds);
  await dropItem(ctx, { inquiryId, version: 1, itemId: items[0]!.id });
  const dueAt = dueAtOf(await getSettings(ctx), ctx.now);
  const [mail, page] = [
    (await previewInquiryMail(ctx, inquiryId, dueAt))!,
    (await previewAnswerPage(ctx, inquiryId, dueAt))!,
  ];
  expect(page.items.map(({ position }) => position)).toEqual([1, 2]);
  expect(await ctx.db.select().from(accessTokens).where(eq(accessTokens.subjectId, inquiryId))).toEqual([]);
  expect(await ctx.db.select().from(mails).where(eq(mails.inquiryId, inquiryId))).toEqual([]);

  await approveInquiry(ctx, { inquiryId, version: 2 });
  expect(await sendInquiry(ctx, inquiryId)).toBe("sent");
  const [row] = await ctx.db.select().from(mails).where(eq(mails.inquiryId, inquiryId));
  const sent = (await composeMail(ctx, row!))!;
  const withoutLinks = (text: string) =>
    text.replaceAll(/respond\/(?:[\w-]{43}|…|%E2%80%A6)/g, "respond/LINK");
  expect(withoutLinks(mail.html)).toBe(withoutLinks(sent.html));
  expect(mail.subject).toBe(sent.subject);
  expect(await getAnswerPage(ctx, await createToken(ctx, "respond", inquiryId))).toEqual(page);
  expect(await previewAnswerPage(ctx, inquiryId, dueAt), "no preview of what has left").toBeNull();
});

test("the reviewer is warned of who could be recognised, and nobody else may look", async () => {
  const locations = [
    {
      address: { street: "Am Ufer", houseNumber: "1", postalCode: "01067", city: "Dresden" },
      coordinates: null,
      stepFree: "unknown" as const,
    },
  ];
  const address = { street: "Am Ufer", houseNumber: "2", postalCode: "01067", city: "Dresden" };
  const alone = await givenPatient(ctx, { address, birthDate: "1930-01-01", languages: ["de", "fa"] });
  const usual = [];
  for (let i = 0; i < 5; i++) usual.push(await givenPatient(ctx));
  const therapist = await givenTherapist(ctx, { locations });
  const { inquiryId, items } = await givenProposal(ctx, therapist, [alone.searchId, usual[0]!.searchId]);
  const [mail, page] = [
    (await previewInquiryMail(ctx, inquiryId, ctx.now))!,
    (await previewAnswerPage(ctx, inquiryId, ctx.now))!,
  ];
  const areas = page.items.map(({ profile }) => profile!.area.postalPrefix);
  expect(areas, "somebody alone is placed less exactly").toEqual(["0", expect.stringMatching(/^\d\d$/)]);
  expect(mail.text, "the mail places nobody more exactly than the profile").toContain(
    `aus den Postleitzahlgebieten 0 und ${areas[1]}.`,
  );
  const risks = await listProfileRisks(ctx, inquiryId);
  expect(risks.get(items[0]!.id)).toEqual([
    { risk: "few_alike", count: 0 },
    { risk: "rare_language" },
    { risk: "extreme_age" },
  ]);
  expect(risks.has(items[1]!.id)).toBe(false);
  const actors: Actor[] = [
    { kind: "public" },
    { kind: "therapist", inquiryId },
    { kind: "api", tokenId: newId(), scopes: [] },
  ];
  for (const actor of actors) {
    const other = { ...ctx, actor };
    await expect(previewAnswerPage(other, inquiryId, ctx.now)).rejects.toMatchObject({ code: "forbidden" });
    await expect(previewInquiryMail(other, inquiryId, ctx.now)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listProfileRisks(other, inquiryId)).rejects.toMatchObject({ code: "forbidden" });
  }
});

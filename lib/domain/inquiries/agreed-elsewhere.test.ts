import { expect, test } from "vitest";
import { givenPatient, givenProposal, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { updateSettings } from "../settings/settings";
import { findProposal } from "./get-proposal";
import { approveInquiry, dropItem } from "./review-inquiry";

test("lowered limits: of two approvals about one person at once one is refused, and names who is in too many", async () => {
  const twice = await givenPatient(ctx);
  const withAnother = async () => {
    const searchIds = [twice.searchId, (await givenPatient(ctx)).searchId];
    return givenProposal(ctx, await givenTherapist(ctx), searchIds);
  };
  const both = [await withAnother(), await withAnother()];
  await updateSettings(ctx, { maxItems: 1, maxParallel: 1 });
  const results = await Promise.allSettled(
    both.map(({ inquiryId }) => approveInquiry(ctx, { inquiryId, version: 1 })),
  );
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused.map(({ reason }) => reason.key)).toEqual(["search_in_enough"]);
  const { inquiryId } = both[results.findIndex(({ status }) => status === "rejected")]!;
  const { items } = (await findProposal(ctx, inquiryId))!;
  const agreed = items.map((item) => [item.patientId === twice.id, item.agreedElsewhere]);
  expect(agreed.toSorted()).toEqual([
    [false, 0],
    [true, 1],
  ]);
  const itemId = items.find(({ patientId }) => patientId === twice.id)!.id;
  await dropItem(ctx, { inquiryId, version: 1, itemId });
  await approveInquiry(ctx, { inquiryId, version: 2 });
});

test("more people than a lowered limit allows are a person's decision", async () => {
  const people = [await givenPatient(ctx), await givenPatient(ctx)].map(({ searchId }) => searchId);
  const { inquiryId } = await givenProposal(ctx, await givenTherapist(ctx), people);
  await updateSettings(ctx, { maxItems: 1 });
  await expect(approveInquiry(ctx, { inquiryId, version: 1 })).resolves.toBeUndefined();
});

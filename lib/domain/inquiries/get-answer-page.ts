import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { consents, inquiryForwards, inquiryItems, patients, placements, searches } from "@/db/schema";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { findRespondent } from "@/lib/core/tokens";
import { env } from "@/lib/env";
import { isoDayOf } from "@/lib/format";
import { type TherapistInput, noWishes } from "../therapists/schemas";
import { ageOn } from "../patients/age-on";
import { getSettings } from "../settings/settings";
import { freedPosition, isOfferable } from "./freed-positions";
import { logInquiryView, patientIdsOf } from "./log-view";
import { loadTraits } from "./load-traits";
import { type Profile, profileOf } from "./profile";
import { type ItemOutcome, answerOutcomes, correctableOutcomes } from "./status";
import { findWithPractice } from "./find-with-practice";

export type AnswerPageItem = {
  itemId: string;
  position: number;
  state: "open" | "accepted" | "answered" | "placed_elsewhere" | "no_longer_searching";
  outcome: ItemOutcome;
  /** When the answer was given. */
  answeredAt: Date | null;
  /** Whether a no may still become a yes; not where a yes came to nothing before. */
  mayCorrect: boolean;
  /** Null once nobody waits for an answer about this person any more: then it is nobody's business. */
  profile: Profile | null;
};
export type AnswerPage = {
  state: "open" | "answered" | "expired";
  inquiryId: string;
  reference: string;
  therapistName: string;
  /** Where the link was mailed to: the practice, or the colleague to whom it was sent on (`forwardId`). */
  mailbox: string | null;
  forwardId: string | null;
  senderName: string;
  dueOn: Date | null;
  /** For a practice that said there is no place: from which day it may be asked again, "YYYY-MM-DD"; null for a colleague. */
  restsUntil: string | null;
  /** What is known of the therapist and can be set right on the page; null for a colleague, whose business it is not. */
  known: Pick<TherapistInput, "capacity" | "wishes" | "phoneHours"> | null;
  items: AnswerPageItem[];
  /** Whether a position was freed into which the next person may follow; the practice alone asks for them. */
  mayFollow: boolean;
};

/**
 * What a therapist sees behind the mailed link. Null when the link is unknown, expired or revoked: all look alike.
 * Reads only; opening the page any number of times changes nothing.
 */
export async function getAnswerPage(ctx: Context, secret: string): Promise<AnswerPage | null> {
  const who = await findRespondent(ctx, secret);
  const found = who ? await findWithPractice(ctx, who.inquiryId) : null;
  if (!who || !found || !isShown(found.inquiry.status)) return null;
  const { status, dueAt } = found.inquiry;
  const state = status === "sent" ? "open" : status === "expired" ? "expired" : "answered";
  const page = await pageOf(ctx, found, state, dueAt);
  if (who.kind === "therapist") return page;
  const { forwardId } = who;
  const mailbox = await forwardedTo(ctx, forwardId);
  return { ...page, forwardId, mailbox, restsUntil: null, known: null, mayFollow: false };
}

/**
 * The same page for staff, as it will be when the proposal is sent now and is due on that day; null when the inquiry
 * does not wait for review. Needs no link and makes none. Each opening is written to the audit log as `inquiry.view`,
 * with the patients shown.
 */
export async function previewAnswerPage(
  ctx: Context,
  inquiryId: string,
  dueOn: Date,
): Promise<AnswerPage | null> {
  requireAbility(ctx, "inquiries.read");
  return inTransaction(ctx, async (tx) => {
    const found = await findWithPractice(tx, inquiryId);
    if (found?.inquiry.status !== "proposed") return null;
    const page = await pageOf(tx, found, "open", dueOn);
    await logInquiryView(tx, inquiryId, await patientIdsOf(tx, inquiryId));
    // Sending numbers them without gaps.
    return { ...page, items: page.items.map((item, index) => ({ ...item, position: index + 1 })) };
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findWithPractice>>>;

async function forwardedTo(ctx: Context, forwardId: string): Promise<string | null> {
  const [forward] = await ctx.db
    .select({ email: inquiryForwards.email })
    .from(inquiryForwards)
    .where(eq(inquiryForwards.id, forwardId));
  return forward?.email ?? null;
}

async function pageOf(
  ctx: Context,
  { inquiry, therapist, practice }: Found,
  state: AnswerPage["state"],
  dueOn: Date | null,
): Promise<AnswerPage> {
  const items = await loadAnswerItems(ctx, inquiry.id);
  return {
    state,
    inquiryId: inquiry.id,
    reference: inquiry.reference,
    therapistName: [therapist.title, therapist.firstName, therapist.lastName].filter(Boolean).join(" "),
    mailbox: practice.email,
    forwardId: null,
    senderName: env().OPERATOR_NAME ?? "Lotse",
    dueOn,
    restsUntil: restsUntil(ctx, items, practice.coolingUntil),
    known: {
      capacity: therapist.capacity,
      wishes: { ...noWishes, ...therapist.wishes },
      phoneHours: therapist.phoneHours,
    },
    items,
    mayFollow: await mayFollow(ctx, inquiry),
  };
}

/** Repeated to who said here that there is no place. */
function restsUntil({ now }: Context, items: AnswerPageItem[], coolingUntil: Date | null): string | null {
  const hasDeclined = items.some(({ outcome }) => outcome === "rejected_capacity");
  return hasDeclined && coolingUntil && coolingUntil > now ? isoDayOf(coolingUntil) : null;
}

async function mayFollow(ctx: Context, inquiry: Found["inquiry"]): Promise<boolean> {
  if (!isOfferable(inquiry) || (await freedPosition(ctx, inquiry.id)) === null) return false;
  return (await getSettings(ctx)).offerNextPatient;
}

/** A cancelled inquiry is still shown when it was sent: the page then says that nobody waits for an answer. */
const isShown = (status: string) => ["sent", "answered", "expired", "cancelled"].includes(status);

/** The patients of an inquiry in their order, anonymised, as a therapist may see them. */
export async function loadAnswerItems(ctx: Context, inquiryId: string): Promise<AnswerPageItem[]> {
  const rows = await ctx.db
    .select({ item: inquiryItems, search: searches, patient: patients, placementId: placements.id })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .leftJoin(placements, eq(placements.itemId, inquiryItems.id))
    .where(eq(inquiryItems.inquiryId, inquiryId))
    .orderBy(asc(inquiryItems.position));
  const shared = rows.filter(isShared);
  const [traits, agreed] = await Promise.all([
    loadTraits(
      ctx,
      shared.map(({ patient }) => patient),
    ),
    whoAgreesToSharing(
      ctx,
      shared.map(({ patient }) => patient.id),
    ),
  ]);
  return rows.map(({ item, search, patient, placementId }) => {
    const { id: itemId, position, outcome, outcomeAt: answeredAt } = item;
    const mayCorrect =
      search.status === "active" &&
      placementId === null &&
      correctableOutcomes.some((correctable) => correctable === outcome);
    const person = { ...patient, age: ageOn(patient.birthDate, ctx.now), waitingSince: search.since };
    const profile = isShared({ item, search }) && agreed.has(patient.id) ? profileOf(person, traits) : null;
    return { itemId, position, state: stateOf({ item, search }), outcome, answeredAt, mayCorrect, profile };
  });
}

type Asked = { item: typeof inquiryItems.$inferSelect; search: typeof searches.$inferSelect };

/** A profile is there to be answered and to remember one's answer, and for nothing else. */
function isShared({ item, search }: Asked): boolean {
  return isOpen({ item, search }) || answerOutcomes.some((answer) => answer === item.outcome);
}

/** Nobody answered yet; also when the time was over, as long as the person goes on looking. */
function isOpen({ item, search }: Asked): boolean {
  return item.outcome === "pending" || (item.outcome === "no_answer" && search.status === "active");
}

async function whoAgreesToSharing(ctx: Context, patientIds: string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ id: consents.patientId })
    .from(consents)
    .where(
      and(
        inArray(consents.patientId, patientIds),
        eq(consents.kind, "sharing"),
        isNull(consents.withdrawnAt),
      ),
    );
  return new Set(rows.map((row) => row.id));
}

function stateOf({ item, search }: Asked): AnswerPageItem["state"] {
  const { outcome } = item;
  if (isOpen({ item, search })) return "open";
  if (outcome === "accepted") return "accepted";
  if (outcome === "placed_elsewhere") return "placed_elsewhere";
  return answerOutcomes.some((answer) => answer === outcome) ? "answered" : "no_longer_searching";
}

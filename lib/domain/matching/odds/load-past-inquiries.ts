import { and, asc, eq, gt, isNotNull, sql } from "drizzle-orm";
import { isAmong } from "@/db/is-among";
import { inquiries, inquiryItems, patients, searches, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { placesInQuestion } from "../kernel/place-kinds";
import type { PastInquiry, PastItem } from "./past-inquiries";

/** What is older than this hardly counts any more. */
const rememberedDays = 3 * 365;

/** So many inquiries are loaded at once; in between the process answers others. */
const perPage = 500;

/** How many inquiries there are to learn from, counted up to `most`. */
export function countPastInquiries(ctx: Context, most: number): Promise<number> {
  return ctx.db.$count(
    ctx.db.select({ id: inquiries.id }).from(inquiries).where(isPast(ctx)).limit(most).as("past"),
  );
}

function isPast({ now }: Context) {
  const since = new Date(now.getTime() - rememberedDays * 86_400_000);
  return and(gt(inquiries.closedAt, since), isNotNull(inquiries.sentAt));
}

/** The inquiries, to one therapist or all, that were sent and have ended; of the patients nothing but how far they had. */
export async function loadPastInquiries(ctx: Context, therapistId?: string): Promise<PastInquiry[]> {
  const isMeant = and(isPast(ctx), therapistId ? eq(inquiries.therapistId, therapistId) : undefined);
  const loaded: PastInquiry[] = [];
  for (let after: string | null = null; ;) {
    const rows = await ctx.db
      .select({
        id: inquiries.id,
        therapistId: inquiries.therapistId,
        closedAt: inquiries.closedAt,
        offers: therapists.offers,
        groupOnly: sql<boolean>`coalesce((${therapists.wishes} ->> 'groupOnly')::boolean, false)`,
      })
      .from(inquiries)
      .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
      .where(and(isMeant, after === null ? undefined : gt(inquiries.id, after)))
      .orderBy(asc(inquiries.id))
      .limit(perPage);
    const items = await loadItems(
      ctx,
      rows.map(({ id }) => id),
    );
    for (const { id, therapistId, closedAt, offers, groupOnly } of rows) {
      const own = (items.get(id) ?? []).map(({ openToGroup, outcome, minutes }): PastItem => {
        const places = placesInQuestion({ offers, wishes: { groupOnly } }, openToGroup);
        return { outcome, minutes, groupPossible: places !== "individual" };
      });
      loaded.push({ therapistId, closedAt: closedAt!, items: own });
    }
    if (rows.length < perPage) return loaded;
    after = rows.at(-1)!.id;
  }
}

async function loadItems(ctx: Context, inquiryIds: readonly string[]) {
  const rows = await ctx.db
    .select({
      inquiryId: inquiryItems.inquiryId,
      outcome: inquiryItems.outcome,
      minutes: inquiryItems.travelMinutes,
      openToGroup: patients.openToGroup,
    })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(isAmong(inquiryItems.inquiryId, inquiryIds))
    .orderBy(asc(inquiryItems.inquiryId), asc(inquiryItems.position));
  return Map.groupBy(rows, ({ inquiryId }) => inquiryId);
}

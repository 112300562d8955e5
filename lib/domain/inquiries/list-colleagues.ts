import { and, asc, eq, ne, or, sql } from "drizzle-orm";
import { inquiries, inquiryForwards, practices, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { isSharedMailDomain } from "../therapists/shared-mail-domains";

export type Colleague = { id: string; name: string };
export type ForwardOptions = {
  colleagues: Colleague[];
  /** Under which an address may be typed; null where strangers have their mail too, or none is known. */
  domain: string | null;
  /** How many times this inquiry may still be forwarded. */
  left: number;
};

/** So often an inquiry may be forwarded at the most. */
export const mostForwards = 2;
const shown = 20;

/** To whom the therapist of this link may forward the inquiry: people of the same mailbox or the same mail domain. */
export async function getForwardOptions(ctx: Context): Promise<ForwardOptions> {
  if (ctx.actor.kind !== "therapist") throw forbidden();
  const { inquiryId } = ctx.actor;
  const [found] = await ctx.db
    .select({ inquiry: inquiries, email: practices.email })
    .from(inquiries)
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .where(eq(inquiries.id, inquiryId));
  if (!found) throw forbidden();
  const domain = ownDomain(found.email);
  const [rows, forwarded] = await Promise.all([
    colleagueRows(ctx, found.inquiry, domain),
    ctx.db.$count(inquiryForwards, eq(inquiryForwards.inquiryId, inquiryId)),
  ]);
  const colleagues = rows.map(({ therapist: { id, title, firstName, lastName } }) => ({
    id,
    name: [title, firstName, lastName].filter(Boolean).join(" "),
  }));
  return { colleagues, domain, left: Math.max(0, mostForwards - forwarded) };
}

/** The domain of a mailbox, unless unrelated people have their mail there too. */
export function ownDomain(email: string | null): string | null {
  const domain = email?.slice(email.indexOf("@") + 1).toLowerCase() ?? "";
  return domain === "" || isSharedMailDomain(domain) ? null : domain;
}

/** Colleagues in the directory, with their mailbox. */
export function colleagueRows(
  ctx: Context,
  { practiceId, therapistId }: { practiceId: string; therapistId: string },
  domain: string | null,
) {
  const sameDomain = domain ? sql`lower(split_part(${practices.email}, '@', 2)) = ${domain}` : undefined;
  return ctx.db
    .select({ therapist: therapists, practice: practices })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .where(
      and(
        eq(therapists.status, "active"),
        ne(therapists.id, therapistId),
        or(eq(practices.id, practiceId), sameDomain),
      ),
    )
    .orderBy(asc(therapists.lastName), asc(therapists.id))
    .limit(shown);
}

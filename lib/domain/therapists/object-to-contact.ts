import { asc, eq, inArray } from "drizzle-orm";
import {
  inboundMails,
  inquiries,
  inquiryForwards,
  locations,
  objections,
  practices,
  therapists,
} from "@/db/schema";
import { type Subject, audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { revokeForward } from "@/lib/core/tokens";
import { domainOf } from "@/lib/email/addresses";
import { cancelInquiry } from "../inquiries/cancel-inquiry";
import { openInquiryStatuses } from "../inquiries/status";
import { loadTherapistRows } from "./load-therapist";
import { type ObjectionKind, objectionKindsOf } from "./objection-kinds";
import { rememberAddress, rememberPerson } from "./keep-objection";
import { isObjected, objectionIndex } from "./objection-index";

/** Who told staff so: by the inquiry to them, by their entry, or nobody but the sender of a mail that came in. */
export type ObjectionSource = { inquiryId?: string; therapistId?: string; inboundMailId?: string };

/**
 * Remembers for good that a therapist, their address or its whole domain is not to be written to, and cancels what is
 * open. For the therapist of an inquiry, by its link, and for staff who were told so in another way. Whoever got the
 * inquiry from a colleague objects for themselves only. Repeating it changes nothing. `invalid` without
 * an address, for the domain of a mail provider, under which strangers have their mail too, and for the person behind a
 * mail of whom nothing but the address is known.
 */
export async function objectToContact(
  ctx: Context,
  { kind, ...told }: { kind: ObjectionKind } & ObjectionSource,
): Promise<void> {
  if (ctx.actor.kind === "colleague") return objectAsColleague(ctx, ctx.actor.forwardId);
  if (ctx.actor.kind !== "therapist") requireAbility(ctx, "inquiries.review");
  const source = ctx.actor.kind === "therapist" ? { inquiryId: ctx.actor.inquiryId } : told;
  await inTransaction(ctx, async (tx) => {
    const { therapistId, email, subject } = await whoObjects(tx, source);
    if (kind !== "person") await rememberAddress(tx, { kind, value: addressOrDomain(kind, email) });
    else if (therapistId) await rememberPerson(tx, therapistId, tx.now);
    else throw new AppError("invalid", "choose", { fields: { kind: "choose" } });
    await audit(tx, "therapist.object", subject, { kind });
    for (const id of await inquiriesMeant(tx)) await cancelInquiry(tx, id, "objection");
  });
}

type Whose = { therapistId: string | null; email: string | null; subject: Subject };

async function whoObjects(tx: Context, source: ObjectionSource): Promise<Whose> {
  if (source.inboundMailId) {
    const [mail] = await tx.db
      .select({ sender: inboundMails.sender })
      .from(inboundMails)
      .where(eq(inboundMails.id, source.inboundMailId));
    if (!mail) throw notFound();
    const subject = { kind: "inbound-mail", id: source.inboundMailId };
    return { therapistId: null, email: mail.sender.address || null, subject };
  }
  const therapistId = source.therapistId ?? (await therapistOf(tx, source.inquiryId));
  if (!therapistId) throw notFound();
  const { practice } = await loadTherapistRows(tx, therapistId);
  return { therapistId, email: practice.email, subject: { kind: "therapist", id: therapistId } };
}

async function therapistOf(tx: Context, inquiryId: string | undefined): Promise<string | undefined> {
  if (!inquiryId) return undefined;
  const [found] = await tx.db
    .select({ therapistId: inquiries.therapistId })
    .from(inquiries)
    .where(eq(inquiries.id, inquiryId));
  return found?.therapistId;
}

/**
 * A colleague's address is theirs to block, the practice that forwarded is not: who shares its mailbox objects by name.
 */
async function objectAsColleague(ctx: Context, forwardId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ forward: inquiryForwards, therapist: therapists, email: practices.email })
      .from(inquiryForwards)
      .innerJoin(inquiries, eq(inquiries.id, inquiryForwards.inquiryId))
      .innerJoin(practices, eq(practices.id, inquiries.practiceId))
      .leftJoin(therapists, eq(therapists.id, inquiryForwards.therapistId))
      .where(eq(inquiryForwards.id, forwardId));
    if (!found) throw notFound();
    const { forward, therapist, email } = found;
    const own = forward.email.toLowerCase();
    const kind = own === email?.toLowerCase() ? "person" : "address";
    if (kind === "address") await rememberAddress(tx, { kind, value: own });
    else if (therapist) await rememberPerson(tx, therapist.id, tx.now);
    await revokeForward(tx, forwardId);
    await audit(tx, "therapist.object", { kind: "inquiry", id: forward.inquiryId }, { kind, forwardId });
    for (const id of await inquiriesMeant(tx)) await cancelInquiry(tx, id, "objection");
  });
}

/** The open inquiries to whoever must not be written to any more, in the order of their ids. */
async function inquiriesMeant(ctx: Context): Promise<string[]> {
  const { id, firstName, lastName } = therapists;
  const open = await ctx.db
    .select({ inquiryId: inquiries.id, id, firstName, lastName, email: practices.email })
    .from(inquiries)
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .where(inArray(inquiries.status, [...openInquiryStatuses]))
    .orderBy(asc(inquiries.id));
  const index = objectionIndex(await ctx.db.select().from(objections));
  const sites = await sitesOf(
    ctx,
    open.map((one) => one.id),
  );
  const postalCodesOf = (therapistId: string) =>
    sites.filter((site) => site.therapistId === therapistId).map((site) => site.postalCode);
  return open
    .filter((one) => isObjected(index, { ...one, postalCodes: postalCodesOf(one.id) }))
    .map((one) => one.inquiryId);
}

function sitesOf(ctx: Context, therapistIds: string[]) {
  return ctx.db
    .select({ therapistId: locations.therapistId, postalCode: locations.postalCode })
    .from(locations)
    .where(inArray(locations.therapistId, therapistIds));
}

function addressOrDomain(kind: "address" | "domain", email: string | null): string {
  if (!email) throw new AppError("invalid", "no_mail_address");
  if (!objectionKindsOf(email).includes(kind)) throw new AppError("invalid", "shared_mail_domain");
  return kind === "address" ? email.toLowerCase() : domainOf(email);
}

import { and, asc, eq } from "drizzle-orm";
import { inquiries, inquiryForwards, inquiryItems, patients, searches, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { type RenderedMail, renderLetter } from "@/lib/email/render-letter";
import { env } from "@/lib/env";
import { formatDate, formatList, personName, spokenTitle } from "@/lib/format";
import { messages } from "@/lib/i18n/messages";
import { absolute, paths } from "@/lib/paths";
import { loadTraits, traitColumns, traitOf } from "../inquiries/load-traits";
import { sharedArea } from "../inquiries/profile";
import { hasWaitingMail } from "../inquiries/waiting-mail";
import { answerOutcomes } from "../inquiries/status";
import { isLetterMoot } from "../placements/letter-states";
import { hasObjected } from "../therapists/has-objected";
import { methods } from "../vocabulary";
import type { ComposedMail, Mail } from "./compose-mail";
import { firstMailLeftAt } from "./first-mail";
import { type MailTemplateTo, asksPractice } from "./templates";
import { findWithPractice } from "../inquiries/find-with-practice";

type PracticeTemplate = MailTemplateTo<"practice">;
type PracticeMail = Mail & { template: PracticeTemplate };
type Found = NonNullable<Awaited<ReturnType<typeof findWithPractice>>>;
type Item = Awaited<ReturnType<typeof itemsOf>>[number];

/**
 * A mail to a practice about an inquiry: numbers, methods, postcode areas as coarse as in the profiles, and a
 * link, nothing about a person.
 * Null when the practice has no usable address or objected, or when there is nothing to ask or to tell any more.
 */
export async function composePracticeMail(ctx: Context, mail: PracticeMail): Promise<ComposedMail | null> {
  const found = mail.inquiryId ? await findWithPractice(ctx, mail.inquiryId) : null;
  if (!found) return null;
  const { practice, inquiry } = found;
  const to = mail.recipient ?? (practice.emailBouncedAt ? null : practice.email);
  // Objections hold whenever a mail leaves, also when they came while it waited.
  if (!to || (await hasObjected(ctx, found.therapist, to))) return null;
  if (await isLetterMoot(ctx, mail)) return null;
  const items = await itemsOf(ctx, inquiry.id);
  if (mail.template === "inquiry_reminder" && !(await isToRemind(ctx, inquiry, items))) return null;
  const counts = asksPractice(mail.template)
    ? await asked(ctx, found, items, mail.locale)
    : await told(ctx, mail.template, found, items);
  if (!counts) return null;
  const isForwarded = mail.template === "inquiry_forwarded";
  const forward = isForwarded ? await findForward(ctx, mail.id) : null;
  // Without it the link would be the practice's own, in somebody else's mailbox.
  if (isForwarded && !forward) return null;
  const secret = await createToken(ctx, "respond", inquiry.id, forward?.id);
  const dueAt = inquiry.dueAt ?? ctx.now;
  const addressee = forward ? forward.therapist : found.therapist;
  const letter = await writeLetter(mail, found, { secret, dueAt, counts, addressee });
  // A colleague got it from the practice, and gets no other from us.
  const unsubscribe =
    asksPractice(mail.template) && !isForwarded
      ? absolute(paths.unsubscribe(secret), env().APP_URL)
      : undefined;
  return { to, ...letter, unsubscribe, reference: inquiry.reference };
}

/**
 * The inquiry mail for staff, as it will be when the proposal is sent now and is due on that day; with a link that
 * leads nowhere. Null when the inquiry does not wait for review, or is about nobody who searches.
 */
export async function previewInquiryMail(
  ctx: Context,
  inquiryId: string,
  dueAt: Date,
): Promise<RenderedMail | null> {
  requireAbility(ctx, "inquiries.read");
  const found = await findWithPractice(ctx, inquiryId);
  if (found?.inquiry.status !== "proposed") return null;
  const counts = await askedFor(ctx, await itemsOf(ctx, inquiryId), "de");
  return (
    counts &&
    writeLetter({ template: "inquiry", locale: "de" }, found, {
      secret: "…",
      dueAt,
      counts,
      addressee: found.therapist,
    })
  );
}

type Addressee = Found["therapist"];
type Letter = { secret: string; dueAt: Date; counts: Counts; addressee: Addressee | null };
type Counts = NonNullable<Awaited<ReturnType<typeof asked | typeof told>>>;

function writeLetter(
  { template, locale }: Pick<PracticeMail, "template" | "locale">,
  found: Found,
  { secret, dueAt, counts, addressee }: Letter,
): Promise<RenderedMail> {
  const link = absolute(paths.respond(secret), env().APP_URL);
  return renderLetter(template, {
    locale,
    link,
    // The name behind an address that was typed is not known.
    greeting: addressee ? greetingOf(addressee) : undefined,
    values: {
      reference: found.inquiry.reference,
      dueOn: formatDate(dueAt, locale),
      source: sourceOf(found, locale),
      ...counts,
    },
    links: { privacy: absolute(paths.privacy, env().APP_URL), objection: `${link}#widerspruch` },
  });
}

/** Nobody is reminded once they answered anybody, or wrote, or a person has it or put it off while the mail waited. */
async function isToRemind(ctx: Context, inquiry: Found["inquiry"], items: Item[]): Promise<boolean> {
  const { id, takenOverAt, postponedUntil, reopenedAt } = inquiry;
  if (takenOverAt || reopenedAt || (postponedUntil && postponedUntil > ctx.now)) return false;
  if (items.some(({ outcome }) => answerOutcomes.some((answer) => answer === outcome))) return false;
  return !(await isMailWaiting(ctx, id));
}

/** The practice wrote while the reminder waited to leave. */
async function isMailWaiting(ctx: Context, inquiryId: string): Promise<boolean> {
  return (await ctx.db.$count(inquiries, and(eq(inquiries.id, inquiryId), hasWaitingMail(ctx)))) > 0;
}

/** To whom the practice forwarded; the colleague is known only when it was by name. */
async function findForward(
  ctx: Context,
  mailId: string,
): Promise<{ id: string; therapist: Addressee | null } | null> {
  const [found] = await ctx.db
    .select({ id: inquiryForwards.id, therapist: therapists })
    .from(inquiryForwards)
    .leftJoin(therapists, eq(therapists.id, inquiryForwards.therapistId))
    .where(eq(inquiryForwards.mailId, mailId));
  return found ?? null;
}

function itemsOf(ctx: Context, inquiryId: string) {
  return ctx.db
    .select({
      outcome: inquiryItems.outcome,
      search: searches.status,
      ...traitColumns,
      wantedMethods: patients.wantedMethods,
    })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(eq(inquiryItems.inquiryId, inquiryId))
    .orderBy(asc(inquiryItems.position));
}

/** What an open inquiry asks for; null when it is closed or nobody in it is searching any more. */
async function asked(ctx: Context, { inquiry }: Found, items: Item[], locale: "de" | "en") {
  return inquiry.status === "sent" ? askedFor(ctx, items, locale) : null;
}

async function askedFor(ctx: Context, items: Item[], locale: "de" | "en") {
  const open = items.filter((item) => item.outcome === "pending" && item.search === "active");
  if (open.length === 0) return null;
  const traits = await loadTraits(ctx, open);
  const areas = [...new Set(open.map((item) => sharedArea(traitOf(ctx, item), traits)))].sort();
  const wanted = wantedMethods(open).map((method) => messages[locale].mails.methods[method]);
  return {
    count: open.length,
    areaCount: areas.length,
    areas: formatList(areas, locale),
    methodCount: wanted.length,
    methods: formatList(wanted, locale, "or"),
  };
}

/** How many people a message is about that asks for nothing; null when it has nothing to tell any more. */
async function told(ctx: Context, template: PracticeTemplate, { inquiry }: Found, items: Item[]) {
  const count = (outcome: Item["outcome"]) => items.filter((item) => item.outcome === outcome).length;
  const counts = { count: count("placed_elsewhere"), accepted: count("accepted"), open: count("pending") };
  if (template !== "already_placed") return counts;
  const isOver =
    inquiry.status === "cancelled" && items.every(({ outcome }) => goneOutcomes.includes(outcome));
  const stillPlaced = items.filter((item) => item.outcome === "placed_elsewhere" && item.search === "placed");
  if (!isOver || stillPlaced.length === 0 || !(await firstMailLeftAt(ctx, inquiry.id))) return null;
  return { ...counts, count: stillPlaced.length };
}

/** Somebody left an inquiry without an answer of the practice. */
const goneOutcomes: readonly Item["outcome"][] = ["placed_elsewhere", "withdrawn"];

/** Methods named only when everybody asked for some: one person without a wish makes any method welcome. */
function wantedMethods(items: Item[]) {
  if (items.some((item) => item.wantedMethods.length === 0)) return [];
  return methods.filter((method) => items.some((item) => item.wantedMethods.includes(method)));
}

function greetingOf({ gender, title, lastName }: Addressee) {
  const salutation = gender === "female" || gender === "male" ? gender : "unknown";
  return { salutation, name: personName({ title: spokenTitle(title), lastName }) } as const;
}

/** Where the address was published and when it was read there, as Art. 14 GDPR asks. */
function sourceOf({ therapist }: Found, locale: "de" | "en"): string {
  const origin = therapist.provenance.email;
  const { ownResearch } = messages[locale].mails;
  if (!origin) return ownResearch;
  const source = ["staff", "api"].includes(origin.source) ? ownResearch : origin.source;
  return origin.on ? `${source}, ${formatDate(origin.on, locale)}` : source;
}

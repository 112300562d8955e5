import { and, asc, eq } from "drizzle-orm";
import { inquiries, inquiryItems, type mails, patients, practices, searches, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { imprint } from "@/lib/email/imprint";
import { inquiryMail } from "@/lib/email/rendered-mails";
import { env } from "@/lib/env";
import { formatDate } from "@/lib/format";
import { absolute, paths } from "@/lib/paths";
import { type Method, methods } from "../vocabulary";
import type { ComposedMail } from "./compose-mail";

/** As practices write them; see docs/glossary.md. */
const methodNames: Record<Method, string> = {
  VT: "Verhaltenstherapie",
  TP: "tiefenpsychologisch fundierte Psychotherapie",
  AP: "analytische Psychotherapie",
  ST: "systemische Therapie",
};

/**
 * The inquiry mail or its reminder: how many people, methods, two-digit postcode areas, a link. Null when the inquiry
 * is closed, nobody in it is searching any more, or the practice has no usable address.
 */
export async function composeInquiryMail(
  ctx: Context,
  mail: typeof mails.$inferSelect,
): Promise<ComposedMail | null> {
  if (!mail.inquiryId) return null;
  const [found] = await ctx.db
    .select({ inquiry: inquiries, therapist: therapists, practice: practices })
    .from(inquiries)
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .where(and(eq(inquiries.id, mail.inquiryId), eq(inquiries.status, "sent")));
  const asked = await openItems(ctx, mail.inquiryId);
  if (!found?.practice.email || found.practice.emailBouncedAt || asked.length === 0) return null;
  const { inquiry, therapist, practice } = found;
  const secret = await createToken(ctx, "respond", inquiry.id);
  const body = await inquiryMail({
    salutation: therapist.gender === "female" || therapist.gender === "male" ? therapist.gender : null,
    title: therapist.title,
    lastName: therapist.lastName,
    patients: asked.length,
    methods: wantedMethods(asked),
    areas: [...new Set(asked.map((item) => `${item.postalCode.slice(0, 2)}…`))].sort(),
    link: absolute(paths.respond(secret), env().APP_URL),
    reference: inquiry.reference,
    dueOn: formatDate(inquiry.dueAt ?? ctx.now, "de"),
    source: therapist.provenance.email?.source ?? "öffentliches Verzeichnis",
    reminder: mail.template === "inquiry_reminder",
    imprint: imprint(),
  });
  return { to: practice.email!, ...body, headers: { "Auto-Submitted": "auto-generated" } };
}

async function openItems(ctx: Context, inquiryId: string) {
  return ctx.db
    .select({ postalCode: patients.postalCode, wantedMethods: patients.wantedMethods })
    .from(inquiryItems)
    .innerJoin(searches, and(eq(searches.id, inquiryItems.searchId), eq(searches.status, "active")))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(and(eq(inquiryItems.inquiryId, inquiryId), eq(inquiryItems.outcome, "pending")))
    .orderBy(asc(inquiryItems.position));
}

/** Methods named only when everybody asked for some: one person without a wish makes any method welcome. */
function wantedMethods(asked: { wantedMethods: string[] }[]): string[] {
  if (asked.some((item) => item.wantedMethods.length === 0)) return [];
  return methods
    .filter((method) => asked.some((item) => item.wantedMethods.includes(method)))
    .map((method) => methodNames[method]);
}

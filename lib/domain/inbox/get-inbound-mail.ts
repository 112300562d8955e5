import { asc, eq } from "drizzle-orm";
import { validate } from "uuid";
import {
  type InboundContent,
  type InboundSender,
  inboundAttachments,
  inboundMails,
  practices,
  staff,
  therapists,
} from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { mimeOf, safeFileName } from "./sniff-attachment";
import type { AttachmentRefusal, AttachmentType, InboundKind, InboundState, Suggestion } from "./status";

export type AttachmentView = {
  id: string;
  /** As the sender called it. */
  name: string;
  size: number;
  type: AttachmentType | null;
  refused: AttachmentRefusal | null;
};

type Person = { id: string; title: string; firstName: string; lastName: string };

export type InboundMailView = {
  id: string;
  version: number;
  kind: InboundKind;
  state: InboundState;
  threadId: string;
  sender: InboundSender;
  subject: string;
  content: InboundContent;
  suggestion: Suggestion | null;
  size: number;
  receivedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  inquiryId: string | null;
  patientId: string | null;
  /** The practice with who works there, in the order in which they became known. */
  practice: { name: string; email: string | null; people: Person[] } | null;
  /** The mail came from the address of the practice that it belongs to; null where it belongs to none. */
  isFromPractice: boolean | null;
  attachments: AttachmentView[];
};

/** One mail that came in, with its text. Reading it is written down. `not-found` when there is none. */
export async function getInboundMail(ctx: Context, id: string): Promise<InboundMailView> {
  requireAbility(ctx, "mail.read");
  if (!validate(id)) throw notFound();
  const [found] = await ctx.db
    .select({ mail: inboundMails, practice: practices, decidedBy: staff.name })
    .from(inboundMails)
    .leftJoin(practices, eq(practices.id, inboundMails.practiceId))
    .leftJoin(staff, eq(staff.id, inboundMails.decidedBy))
    .where(eq(inboundMails.id, id));
  if (!found) throw notFound();
  const { mail, practice, decidedBy } = found;
  await audit(ctx, "inbound.view", { kind: "inbound-mail", id });
  return {
    ...mail,
    decidedBy,
    practice: practice && { ...practice, people: await peopleAt(ctx, practice.id) },
    isFromPractice: practice && practice.email?.toLowerCase() === mail.sender.address,
    attachments: await attachmentsOf(ctx, id),
  };
}

/** A kept attachment with its content; downloading it is written down. `not-found` when it was refused or is none of this mail. */
export async function getAttachment(
  ctx: Context,
  { mailId, attachmentId }: { mailId: string; attachmentId: string },
): Promise<{ fileName: string; mime: string; content: Buffer }> {
  requireAbility(ctx, "mail.read");
  if (!validate(attachmentId)) throw notFound();
  const [found] = await ctx.db
    .select()
    .from(inboundAttachments)
    .where(eq(inboundAttachments.id, attachmentId));
  if (found?.inboundMailId !== mailId || !found.type || !found.content) throw notFound();
  await audit(ctx, "inbound.download", { kind: "inbound-mail", id: mailId }, { attachmentId });
  const { name, type, content } = found;
  return { fileName: safeFileName(name, type), mime: mimeOf(type), content };
}

async function attachmentsOf(ctx: Context, mailId: string): Promise<AttachmentView[]> {
  const { id, name, size, type, refused } = inboundAttachments;
  return ctx.db
    .select({ id, name, size, type, refused })
    .from(inboundAttachments)
    .where(eq(inboundAttachments.inboundMailId, mailId))
    .orderBy(asc(inboundAttachments.position));
}

async function peopleAt(ctx: Context, practiceId: string): Promise<Person[]> {
  const { id, title, firstName, lastName } = therapists;
  return ctx.db
    .select({ id, title, firstName, lastName })
    .from(therapists)
    .where(eq(therapists.practiceId, practiceId))
    .orderBy(asc(therapists.createdAt), asc(id));
}

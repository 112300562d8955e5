import { type AnyColumn, and, asc, desc, eq, gte, inArray, isNull, max, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { inquiries, inquiryItems, patients, placements, staff, tasks, therapists } from "@/db/schema";
import { type Context, may, requireAbility } from "@/lib/core/context";
import { type CallLine, listCalls } from "../calls/list-calls";
import { answerOutcomes } from "../inquiries/status";
import { type PatientLetter, type PlacementLetter, findPlacementLetter } from "../mail/templates";
import { pseudonymOf } from "../patients/pseudonym";
import { countOpenMails } from "./count-waiting";

type TaskKind = (typeof tasks.$inferSelect)["kind"];
export type TodayTask = {
  id: string;
  kind: TaskKind;
  subjectKind: string;
  subjectId: string;
  dueAt: Date;
  /** Whom it is about, for patients: the name, or the sign for who may not see names; who took the inquiry over. */
  label: string | null;
  /** How somebody in a crisis can be reached. */
  reach: Reach | null;
  /** Which place a call or a question is about. */
  about: TaskPlacement | null;
};
export type TaskPlacement = {
  /** The mail that the call is made instead of. */
  letter: PatientLetter | PlacementLetter | null;
  practice: string;
  /** By this sign and position the practice finds what it said yes to. */
  reference: string;
  position: number;
};
export type Reach = {
  hasPhone: boolean;
  /** Null for who may not know it. */
  contact: { phone: string | null; email: string | null; emailConfirmed: boolean } | null;
};
export type TodayAnswer = {
  inquiryId: string;
  reference: string;
  therapistName: string;
  /** How many people of the inquiry got a place since then, and how many got another answer. */
  yes: number;
  no: number;
  /** The last answer. */
  at: Date;
};
export type Today = {
  tasks: TodayTask[];
  /** Who can be reached in this half hour. */
  calls: CallLine[];
  /** One line for each inquiry, those with a yes first. */
  answers: TodayAnswer[];
  /** Of how many more inquiries answers came in. */
  moreAnswers: number;
  proposals: number;
  newTherapists: number;
  /** Mails that came in and wait; 0 for who may not read them. */
  inbox: number;
};

const shown = 50;
const shownAnswers = 10;

/** What is to be done now, in order of urgency: crises, other tasks that are due, calls, the inquiries that were answered since `since`. */
export async function getToday(ctx: Context, since: Date): Promise<Today> {
  requireAbility(ctx, "inquiries.read");
  const [due, callList, answered, proposals, newTherapists, inbox] = await Promise.all([
    dueTasks(ctx),
    listCalls(ctx),
    answersSince(ctx, since),
    ctx.db.$count(inquiries, eq(inquiries.status, "proposed")),
    ctx.db.$count(therapists, eq(therapists.status, "pending_review")),
    countOpenMails(ctx),
  ]);
  return { tasks: due, calls: callList.now, ...answered, proposals, newTherapists, inbox };
}

/** The inquiry of a placement; that of a task of its own stands beside it. */
const asked = alias(inquiries, "asked");

async function dueTasks(ctx: Context): Promise<TodayTask[]> {
  const rows = await ctx.db
    .select({
      task: tasks,
      patient: {
        id: patients.id,
        firstName: patients.firstName,
        lastName: patients.lastName,
        phone: patients.phone,
        email: patients.email,
        emailVerifiedAt: patients.emailVerifiedAt,
      },
      holder: staff.name,
      item: inquiryItems,
      inquiry: asked,
      therapist: therapists,
    })
    .from(tasks)
    .leftJoin(patients, and(eq(tasks.subjectKind, "patient"), eq(patients.id, tasks.subjectId)))
    .leftJoin(inquiries, and(eq(tasks.subjectKind, "inquiry"), eq(inquiries.id, tasks.subjectId)))
    .leftJoin(staff, eq(staff.id, inquiries.takenOverBy))
    .leftJoin(placements, eq(placements.id, tasks.placementId))
    .leftJoin(inquiryItems, eq(inquiryItems.id, placements.itemId))
    .leftJoin(asked, eq(asked.id, inquiryItems.inquiryId))
    .leftJoin(therapists, eq(therapists.id, asked.therapistId))
    .where(and(isNull(tasks.doneAt), byTonight(ctx, tasks.dueAt)))
    .orderBy(desc(sql`${tasks.kind} = 'crisis'`), asc(tasks.dueAt), asc(tasks.id))
    .limit(shown);
  const named = may(ctx, "patients.identity");
  return rows.map(
    ({ task: { id, kind, subjectKind, subjectId, dueAt, letter }, patient, holder, ...place }) => ({
      id,
      kind,
      subjectKind,
      subjectId,
      dueAt,
      label: patient ? (named ? nameOf({ title: "", ...patient }) : pseudonymOf(patient.id)) : holder,
      reach: patient && kind === "crisis" ? reachOf(patient, named) : null,
      about: aboutOf(letter, place),
    }),
  );
}

type Place = {
  item: typeof inquiryItems.$inferSelect | null;
  inquiry: typeof inquiries.$inferSelect | null;
  therapist: typeof therapists.$inferSelect | null;
};

function aboutOf(letter: string | null, { item, inquiry, therapist }: Place): TaskPlacement | null {
  if (!item || !inquiry || !therapist) return null;
  const { reference } = inquiry;
  return {
    letter: findPlacementLetter(letter),
    practice: nameOf(therapist),
    reference,
    position: item.position,
  };
}

type Reachable = { phone: string | null; email: string | null; emailVerifiedAt: Date | null };

function reachOf({ phone, email, emailVerifiedAt }: Reachable, named: boolean): Reach {
  const contact = { phone, email, emailConfirmed: emailVerifiedAt !== null };
  return { hasPhone: phone !== null, contact: named ? contact : null };
}

type Answers = Pick<Today, "answers" | "moreAnswers">;

async function answersSince(ctx: Context, since: Date): Promise<Answers> {
  const isYes = sql`${inquiryItems.outcome} = 'accepted'`;
  const yes = sql<number>`(count(*) filter (where ${isYes}))::int`;
  const at = max(inquiryItems.outcomeAt);
  const rows = await ctx.db
    .select({
      inquiryId: inquiries.id,
      reference: inquiries.reference,
      therapist: therapists,
      yes,
      no: sql<number>`(count(*) filter (where not ${isYes}))::int`,
      at,
      inquiriesInAll: sql<number>`(count(*) over ())::int`,
    })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .where(and(inArray(inquiryItems.outcome, [...answerOutcomes]), gte(inquiryItems.outcomeAt, since)))
    .groupBy(inquiries.id, therapists.id)
    .orderBy(desc(sql`${yes} > 0`), desc(at), asc(inquiries.id))
    .limit(shownAnswers);
  const answers = rows.map(({ inquiryId, reference, therapist, yes: accepted, no, at: lastAt }) => ({
    inquiryId,
    reference,
    therapistName: nameOf(therapist),
    yes: accepted,
    no,
    at: lastAt ?? ctx.now,
  }));
  return { answers, moreAnswers: (rows[0]?.inquiriesInAll ?? 0) - rows.length };
}

const nameOf = ({ title, firstName, lastName }: { title: string; firstName: string; lastName: string }) =>
  [title, firstName, lastName].filter(Boolean).join(" ");

/** What is for today is shown all day, whatever the hour. */
const byTonight = (ctx: Context, column: AnyColumn) =>
  sql`(${column} at time zone 'Europe/Berlin')::date <= (${ctx.now.toISOString()}::timestamptz at time zone 'Europe/Berlin')::date`;

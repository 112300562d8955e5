import { isDeepStrictEqual } from "node:util";
import { and, eq, isNull, or } from "drizzle-orm";
import { type Provenance, practices, therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { callNewNumbers, closeContactTasks, numbersOfOpenInquiries } from "../calls/call-new-number";
import { withdrawTherapistFromInquiries } from "../inquiries/withdraw-therapist";
import { leavePractice } from "../practices/leave-practice";
import { mailboxKey } from "../practices/mailbox-key";
import { practiceFor } from "../practices/practice-for";
import { requireUnchanged } from "../require-unchanged";
import { rememberPerson, standingObjections } from "./keep-objection";
import { loadTherapistRows, lockTherapist } from "./load-therapist";
import { fixesFields, provenanceOf } from "./provenance";
import { saveLocations } from "./save-locations";
import { type TherapistChanges, type TherapistInput, therapistChanges } from "./schemas";
import { type PracticeRow, therapistColumns, therapistInputOf } from "./therapist-rows";

/**
 * Changes the given fields of a therapist and no other, and returns the names of those that changed. What staff or a
 * token changes is fixed from then on: the system, which imports, cannot change it any more and skips it. Another
 * address moves the therapist to another mailbox, and open inquiries to the old one are cancelled; another telephone
 * number is called about what is open. Who objected to being contacted, in whatever way, stays so under the new name,
 * place and address. `not-found` when there is no such therapist, `conflict` when the entry is no
 * longer as it was at `seen` (its `updatedAt`).
 */
export async function updateTherapist(
  ctx: Context,
  id: string,
  changes: TherapistChanges,
  { provenance, seen }: { provenance?: Provenance; seen?: string } = {},
): Promise<{ changed: string[] }> {
  requireAbility(ctx, "therapists.write");
  const valid = therapistChanges.parse(changes);
  return inTransaction(ctx, async (tx) => {
    await lockTherapist(tx, id);
    const { therapist, practice, sites } = await loadTherapistRows(tx, id);
    requireUnchanged(therapist, seen);
    const before = therapistInputOf(therapist, practice, sites);
    const untouchable = fixesFields(tx) ? [] : therapist.fixedFields;
    const allowed = fieldsWhere(valid, (field, value) => value !== undefined && !untouchable.includes(field));
    const after: TherapistInput = { ...before, ...allowed };
    const standing = await standingObjections(tx, id);
    const changed = differences(before, after);
    if (allowed.locations && (await saveLocations(tx, id, sites, allowed.locations)))
      changed.push("locations");
    if (changed.length === 0) return { changed };
    const numbers = await numbersOfOpenInquiries(tx, practice.id);
    const practiceId = await movePractice(tx, id, practice, before, after);
    await tx.db
      .update(therapists)
      .set({
        ...therapistColumns(after),
        practiceId,
        provenance: {
          ...therapist.provenance,
          ...provenanceOf(tx, changed),
          ...(fieldsWhere(provenance ?? {}, (field) => changed.includes(field)) as Provenance),
        },
        fixedFields: fixesFields(tx)
          ? [...new Set([...therapist.fixedFields, ...changed])]
          : therapist.fixedFields,
        updatedAt: tx.now,
      })
      .where(eq(therapists.id, id));
    // Behind another mailbox the objection of the old one would no longer be found. Who reads the mails of an address
    // that is not the practice's own cannot speak for the practice: that objection stays with the address.
    const isKept = practiceId !== practice.id && !practice.emailDisownedAt;
    const objection = standing.find(({ kind }) => kind === "person" || isKept);
    if (objection) await rememberPerson(tx, id, objection.since);
    if (practiceId !== practice.id) await leavePractice(tx, practice.id, practiceId);
    if (changed.includes("phone")) await callNewNumbers(tx, { practiceId, before: numbers });
    if ((changed.includes("phone") && after.phone) || (changed.includes("email") && after.email))
      await closeContactTasks(tx, id);
    await audit(tx, "therapist.update", { kind: "therapist", id }, { fields: changed });
    await emit(tx, "therapist/changed", { therapistId: id });
    return { changed };
  });
}

/** The practice for the new contact: the same one, or another mailbox. */
async function movePractice(
  ctx: Context,
  therapistId: string,
  practice: PracticeRow,
  before: TherapistInput,
  after: TherapistInput,
): Promise<string> {
  const { email, phone } = after;
  const key = mailboxKey({ email, phone, therapistId });
  const isSameMailbox =
    key === practice.mailboxKey || (await keepByNewNumber(ctx, practice, before, after, key));
  if (!isSameMailbox) {
    await withdrawTherapistFromInquiries(ctx, therapistId, "mailbox_changed");
    return practiceFor(ctx, { email, phone, therapistId, name: after.practiceName });
  }
  if (after.practiceName !== before.practiceName)
    await ctx.db.update(practices).set({ name: after.practiceName }).where(eq(practices.id, practice.id));
  if (phone !== before.phone) {
    const wasOurs = before.phone ? eq(practices.phone, before.phone) : undefined;
    await ctx.db
      .update(practices)
      .set({ phone })
      .where(and(eq(practices.id, practice.id), or(isNull(practices.phone), wasOurs)));
  }
  return practice.id;
}

/**
 * Who has no address and is known by the number stays the same practice when that is corrected, and what is open there
 * goes on; unless others work there too, or the new number is somebody else's.
 */
async function keepByNewNumber(
  ctx: Context,
  practice: PracticeRow,
  before: TherapistInput,
  after: TherapistInput,
  key: string,
): Promise<boolean> {
  if (before.email || after.email || !after.phone) return false;
  const others = await ctx.db.$count(therapists, eq(therapists.practiceId, practice.id));
  if (others > 1 || (await ctx.db.$count(practices, eq(practices.mailboxKey, key))) > 0) return false;
  await ctx.db
    .update(practices)
    .set({ mailboxKey: key, phone: after.phone })
    .where(eq(practices.id, practice.id));
  return true;
}

function differences(before: TherapistInput, after: TherapistInput): string[] {
  const names = Object.keys(before) as (keyof TherapistInput)[];
  return names.filter((name) => name !== "locations" && !isDeepStrictEqual(before[name], after[name]));
}

function fieldsWhere<T extends object>(
  record: T,
  keep: (field: string, value: unknown) => boolean,
): Partial<T> {
  return Object.fromEntries(
    Object.entries(record).filter(([field, value]) => keep(field, value)),
  ) as Partial<T>;
}

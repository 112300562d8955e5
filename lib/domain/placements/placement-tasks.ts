import { and, eq, inArray, isNotNull, isNull, notInArray, or } from "drizzle-orm";
import { placements, searches, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { deletionLetters } from "../mail/templates";
import { patientOf } from "../searches/patient-of";
import type { PlacementRow } from "./access";

/** Neither side answered: a person looks after it. In the caller's transaction. */
export async function handOverPlacement(ctx: Context, { id, searchId }: PlacementRow): Promise<void> {
  await ctx.db.update(placements).set({ handedOverAt: ctx.now }).where(eq(placements.id, id));
  await ctx.db.insert(tasks).values({
    kind: "placement_unclear",
    subjectKind: "patient",
    subjectId: await patientOf(ctx, searchId),
    placementId: id,
    dueAt: ctx.now,
    createdAt: ctx.now,
  });
}

/**
 * Somebody for whom a place was found registers again: a person asks whether it came to nothing. Once, however often
 * they do. In the caller's transaction.
 */
export async function askAboutPlacement(ctx: Context, patientId: string): Promise<void> {
  const waiting = and(
    eq(tasks.kind, "registered_placed"),
    eq(tasks.subjectId, patientId),
    isNull(tasks.doneAt),
  );
  if ((await ctx.db.$count(tasks, waiting)) > 0) return;
  await ctx.db.insert(tasks).values({
    kind: "registered_placed",
    subjectKind: "patient",
    subjectId: patientId,
    dueAt: ctx.now,
    createdAt: ctx.now,
  });
}

/**
 * A person looked after it and wrote nothing down that moves it on: it is not forgotten, but comes back to them after
 * the same while, without another mail to either side. In the caller's transaction.
 */
export async function watchPlacementsAgain(ctx: Context, patientId: string): Promise<void> {
  const searchesOf = ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(eq(searches.patientId, patientId));
  const watched = await ctx.db
    .update(placements)
    .set({ askedAt: ctx.now, handedOverAt: null })
    .where(and(inArray(placements.searchId, searchesOf), isNotNull(placements.handedOverAt)))
    .returning({ id: placements.id });
  for (const { id } of watched) await emit(ctx, "placement/changed", { placementId: id });
}

/**
 * News of this placement came: nobody has to look after it any more. That a name is to be deleted stays until a person
 * did it, and so does what is about another practice. In the caller's transaction.
 */
export async function closePlacementTasks(
  ctx: Context,
  { id, searchId }: Pick<PlacementRow, "id" | "searchId">,
): Promise<void> {
  const patient = ctx.db.select({ id: searches.patientId }).from(searches).where(eq(searches.id, searchId));
  await ctx.db
    .update(tasks)
    .set({ doneAt: ctx.now, doneBy: ctx.actor.kind === "staff" ? ctx.actor.id : null })
    .where(
      and(
        or(
          and(
            eq(tasks.placementId, id),
            inArray(tasks.kind, ["placement_unclear", "placement_call"]),
            or(isNull(tasks.letter), notInArray(tasks.letter, [...deletionLetters])),
          ),
          and(eq(tasks.kind, "registered_placed"), inArray(tasks.subjectId, patient)),
        ),
        isNull(tasks.doneAt),
      ),
    );
}

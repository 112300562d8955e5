import { isDeepStrictEqual } from "node:util";
import { type Provenance, therapists } from "@/db/schema";
import { newId } from "@/db/columns";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { practiceFor } from "../practices/practice-for";
import { fixesFields, provenanceOf } from "./provenance";
import { saveLocations } from "./save-locations";
import { type TherapistInput, therapistInput } from "./schemas";
import type { TherapistStatus } from "./status";
import { therapistColumns } from "./therapist-rows";

export type Origin = {
  /** Active when entered by staff or a token, to be reviewed when it comes from a directory. */
  status?: Extract<TherapistStatus, "pending_review" | "active" | "inactive">;
  /** Stable key of the person in the directory. */
  sourceKey?: string;
  provenance?: Provenance;
};

/**
 * Enters a therapist with sites and mailbox. What staff or a token filled in is fixed against imports. `conflict` when
 * the directory's key is known already.
 */
export async function createTherapist(
  ctx: Context,
  input: TherapistInput,
  { status, sourceKey, provenance }: Origin = {},
): Promise<{ id: string }> {
  requireAbility(ctx, "therapists.write");
  const valid = therapistInput.parse(input);
  const filled = filledFields(valid);
  return inTransaction(ctx, async (tx) => {
    const id = newId();
    const contact = { email: valid.email, phone: valid.phone, therapistId: id, name: valid.practiceName };
    const practiceId = await practiceFor(tx, contact);
    const [created] = await tx.db
      .insert(therapists)
      .values({
        ...therapistColumns(valid),
        id,
        practiceId,
        status: status ?? (fixesFields(tx) ? "active" : "pending_review"),
        sourceKey,
        provenance: provenance ?? provenanceOf(tx, filled),
        fixedFields: fixesFields(tx) ? filled : [],
        createdAt: tx.now,
        updatedAt: tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: therapists.id });
    if (!created) throw conflict("therapist_known");
    await saveLocations(tx, id, [], valid.locations);
    await audit(tx, "therapist.create", { kind: "therapist", id });
    await emit(tx, "therapist/changed", { therapistId: id });
    return created;
  });
}

/** Fields that say more than "not stated". */
function filledFields(input: TherapistInput): string[] {
  const empty = therapistInput.partial({ locations: true, lastName: true }).parse({}) as TherapistInput;
  const names = Object.keys(input) as (keyof TherapistInput)[];
  return names.filter((name) => !isDeepStrictEqual(input[name], empty[name]));
}

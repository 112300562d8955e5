import { staff } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { hashPassword } from "./passwords";
import { type StaffInput, staffInput } from "./schemas";

/** Adds somebody to the team, who can sign in at once. `invalid` when the address is already in use. */
export async function createStaff(ctx: Context, input: StaffInput): Promise<{ id: string }> {
  requireAbility(ctx, "staff.manage");
  const { password, ...person } = staffInput.parse(input);
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (tx) => {
    const [created] = await tx.db
      .insert(staff)
      .values({ ...person, passwordHash, createdAt: tx.now })
      .onConflictDoNothing({ target: staff.email })
      .returning({ id: staff.id });
    if (!created) throw new AppError("invalid", "email_taken", { fields: { email: "email_taken" } });
    await audit(tx, "staff.create", { kind: "staff", id: created.id }, { role: person.role });
    return created;
  });
}

import { z } from "zod";
import { email, line } from "../shared-schemas";
import { isWorstPassword } from "./worst-passwords";
import { staffRoles } from "./status";

const passwordMinLength = 12;
const passwordMaxLength = 256;

/**
 * A new password. Length is what counts (NIST SP 800-63B-4, 3.1.1.2: no rules of composition, but a list of refused
 * ones), in characters as people see them after NFKC.
 */
export const newPassword = z
  .string()
  .max(passwordMaxLength)
  .transform((text) => text.normalize("NFKC"))
  .refine((text) => [...text].length >= passwordMinLength, { error: "password_short", abort: true })
  .refine((text) => !isWorstPassword(text), { error: "password_worst" });

export const staffInput = z.object({
  name: line(80).min(1),
  email,
  role: z.enum(staffRoles),
  password: newPassword,
});
export type StaffInput = z.input<typeof staffInput>;

export const staffChanges = z.strictObject({
  name: line(80).min(1).optional(),
  role: z.enum(staffRoles).optional(),
  active: z.boolean().optional(),
});
export type StaffChanges = z.input<typeof staffChanges>;

/** What the sign-in form sends; nothing here says whether a password could be right. */
export const credentials = z.object({ email, password: z.string().min(1).max(passwordMaxLength) });

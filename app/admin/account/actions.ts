"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/form/form-state";
import { changePassword } from "@/lib/domain/staff/change-password";
import { revokeSessions } from "@/lib/domain/staff/revoke-sessions";
import { paths, withQuery } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";

/** Changes one's own password; stays signed in here and is signed out everywhere else. */
export async function changePasswordAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff(null);
  return runForm(formData, { name: "change password", secrets: ["current", "password"] }, async () => {
    await changePassword(ctx, {
      current: String(formData.get("current") ?? ""),
      password: String(formData.get("password") ?? ""),
      sessionId: ctx.session.id,
    });
    redirect(withQuery(paths.admin.account, { done: "ownPassword" }));
  });
}

/** Signs oneself out on every device, this one too. */
export async function signOutEverywhereAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff(null);
  return runForm(formData, { name: "sign out everywhere" }, async () => {
    await revokeSessions(ctx, ctx.actor.id);
    redirect(paths.admin.signIn);
  });
}

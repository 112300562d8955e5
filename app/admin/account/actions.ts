"use server";

import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { doneState, type FormState, textOf } from "@/components/form/form-state";
import { createCalendarLink, revokeCalendarLink } from "@/lib/domain/calls/calendar-feed";
import { changePassword } from "@/lib/domain/staff/change-password";
import { revokeSessions } from "@/lib/domain/staff/revoke-sessions";
import { env } from "@/lib/env";
import { absolute, paths, withQuery } from "@/lib/paths";
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

/** Makes or closes the secret address of one's own calendar of calls. */
export async function calendarAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("inquiries.read");
  return runForm(formData, { name: "calendar link" }, async (values) => {
    const t = await getTranslations("staffTeam.account.calendar");
    if (textOf(values, "act") === "revoke") {
      await revokeCalendarLink(ctx);
      return doneState(t("revoked"));
    }
    const link = absolute(paths.calendar(await createCalendarLink(ctx)), env().APP_URL);
    return doneState(t("created"), { link });
  });
}

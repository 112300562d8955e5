"use server";

import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { doneState, type FormState, listOf, textOf } from "@/components/form/form-state";
import { ticked } from "@/components/staff/forms/raw-values";
import { createApiToken, revokeApiToken, type ApiTokenInput } from "@/lib/domain/staff/api-tokens";
import { resetPassword } from "@/lib/domain/staff/change-password";
import { createStaff } from "@/lib/domain/staff/create-staff";
import { revokeSessions } from "@/lib/domain/staff/revoke-sessions";
import { type StaffRole, staffRoles } from "@/lib/domain/staff/status";
import { updateStaff } from "@/lib/domain/staff/update-staff";
import { paths, withQuery } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { requireStaff } from "@/lib/web/guards";
import { idIn } from "@/lib/web/page";

const secrets = ["password"];
/** As it was typed: spaces belong to a password. */
const passwordIn = (formData: FormData) => String(formData.get("password") ?? "");

export async function createStaffAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("staff.manage");
  return runForm(formData, { name: "create staff", secrets }, async (values) => {
    const [name, email, role] = [
      textOf(values, "name"),
      textOf(values, "email"),
      textOf(values, "role") as StaffRole,
    ];
    await createStaff(ctx, { name, email, role, password: passwordIn(formData) });
    redirect(withQuery(paths.admin.team, { done: "created" }));
  });
}

export async function updateStaffAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("staff.manage");
  return runForm(formData, { name: "update staff" }, async (values) => {
    const [name, role] = [textOf(values, "name"), textOf(values, "role") as StaffRole];
    const seen = {
      name: textOf(values, "seen.name"),
      role: staffRoles.find((known) => known === textOf(values, "seen.role")) ?? role,
      active: ticked(values, "seen.active"),
    };
    await updateStaff(ctx, idIn(values), { name, role, active: ticked(values, "active") }, { seen });
    redirect(withQuery(paths.admin.teamMember(idIn(values)), { done: "saved" }));
  });
}

export async function resetPasswordAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("staff.manage");
  return runForm(formData, { name: "reset password", secrets }, async (values) => {
    await resetPassword(ctx, idIn(values), passwordIn(formData));
    redirect(withQuery(paths.admin.teamMember(idIn(values)), { done: "password" }));
  });
}

export async function revokeSessionsAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("staff.manage");
  return runForm(formData, { name: "revoke sessions" }, async (values) => {
    await revokeSessions(ctx, idIn(values));
    redirect(withQuery(paths.admin.teamMember(idIn(values)), { done: "signedOut" }));
  });
}

/** Makes a key for the REST API and shows it, this once. */
export async function createTokenAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("staff.manage");
  const fieldOf = (path: string) => path.split(".")[0] ?? path;
  return runForm(formData, { name: "create token", fieldOf }, async (values) => {
    const scopes = listOf(values, "scopes") as ApiTokenInput["scopes"];
    const { secret } = await createApiToken(ctx, { name: textOf(values, "name"), scopes });
    return doneState((await getTranslations("staffTeam.tokens"))("created"), { secret });
  });
}

export async function revokeTokenAction(_previous: FormState, formData: FormData): Promise<FormState> {
  const ctx = await requireStaff("staff.manage");
  return runForm(formData, { name: "revoke token" }, async (values) => {
    await revokeApiToken(ctx, idIn(values));
    redirect(withQuery(paths.admin.team, { done: "tokenRevoked" }));
  });
}

"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { type FormState, textOf } from "@/components/form/form-state";
import { addressOf } from "@/lib/auth/network-address";
import { sessionCookie } from "@/lib/auth/options";
import { safeReturnPath } from "@/lib/auth/return-path";
import { cookieOf } from "@/lib/auth/session";
import { createContext } from "@/lib/core/context";
import { signIn } from "@/lib/domain/staff/sign-in";
import { signOut } from "@/lib/domain/staff/sign-out";
import { paths } from "@/lib/paths";
import { runForm } from "@/lib/web/form-action";
import { findStaff } from "@/lib/web/guards";

/** Checks the password, sets the cookie that next-auth reads, and goes to the page that was asked for. */
export async function signInAction(_previous: FormState, formData: FormData): Promise<FormState> {
  return runForm(formData, { name: "sign in", secrets: ["password"] }, async (values) => {
    const request = await headers();
    const started = await signIn(createContext({ kind: "public" }), {
      email: textOf(values, "email"),
      password: String(formData.get("password") ?? ""),
      address: addressOf((name) => request.get(name)),
      locale: await getLocale(),
    });
    (await cookies()).set(await cookieOf(started));
    redirect(safeReturnPath(textOf(values, "next")));
  });
}

/** Ends the session in the database, not only the cookie. */
export async function signOutAction(): Promise<void> {
  const ctx = await findStaff();
  if (ctx) await signOut(ctx, ctx.session.id);
  const { name, options } = sessionCookie();
  (await cookies()).set({ name, value: "", ...options, maxAge: 0 });
  redirect(paths.admin.signIn);
}

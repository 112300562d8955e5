"use server";

import { cookies } from "next/headers";
import { isTheme, themeCookie } from "@/components/staff/theme";
import { setLanguage as setLanguageOfStaff } from "@/lib/domain/staff/set-language";
import { isLocale, localeCookie } from "@/lib/i18n/locale";
import { findStaff } from "@/lib/web/guards";

const oneYear = { path: "/", maxAge: 365 * 24 * 60 * 60, sameSite: "lax", httpOnly: true } as const;

/**
 * Remembers the language and shows the same page in it; for who is signed in, mails too. Anything but a language of
 * ours changes nothing.
 */
export async function setLanguage(formData: FormData): Promise<void> {
  const choice = formData.get("lang");
  if (!isLocale(choice)) return;
  (await cookies()).set(localeCookie, choice, oneYear);
  const ctx = await findStaff();
  if (ctx) await setLanguageOfStaff(ctx, choice);
}

/** Remembers light, dark or "as the device" for the desk. */
export async function setTheme(formData: FormData): Promise<void> {
  const choice = formData.get("theme");
  if (isTheme(choice)) (await cookies()).set(themeCookie, choice, oneYear);
}

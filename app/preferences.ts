"use server";

import { cookies } from "next/headers";
import { isTheme, themeCookie } from "@/components/staff/theme";
import { isLocale, localeCookie } from "@/lib/i18n/locale";

const oneYear = { path: "/", maxAge: 365 * 24 * 60 * 60, sameSite: "lax", httpOnly: true } as const;

/** Remembers the language and shows the same page in it; anything but a language of ours changes nothing. */
export async function setLanguage(formData: FormData): Promise<void> {
  const choice = formData.get("lang");
  if (isLocale(choice)) (await cookies()).set(localeCookie, choice, oneYear);
}

/** Remembers light, dark or "as the device" for the desk. */
export async function setTheme(formData: FormData): Promise<void> {
  const choice = formData.get("theme");
  if (isTheme(choice)) (await cookies()).set(themeCookie, choice, oneYear);
}

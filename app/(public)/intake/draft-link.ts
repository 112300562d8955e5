import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { addressOf } from "@/lib/auth/network-address";
import { type Context, createContext } from "@/lib/core/context";
import { limitRate } from "@/lib/core/rate-limit";
import { type IntakeDraft, draftLifetimeMs, findDraft } from "@/lib/domain/patients/intake-draft";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";

/** Leads this browser to what was typed into the form; the database knows only its hash. */
const cookieName = "intake";

export const publicContext = () => createContext({ kind: "public" });

/** The secret that this browser holds, or null. Anything that is no secret of ours counts as none. */
export async function draftSecret(): Promise<string | null> {
  const value = (await cookies()).get(cookieName)?.value ?? "";
  return /^[\w-]{43}$/.test(value) ? value : null;
}

export async function rememberDraft(secret: string): Promise<void> {
  (await cookies()).set(cookieName, secret, {
    path: paths.intake,
    httpOnly: true,
    sameSite: "lax",
    secure: env().APP_URL.startsWith("https:"),
    maxAge: draftLifetimeMs / 1000,
  });
}

export async function forgetDraft(): Promise<void> {
  (await cookies()).delete({ name: cookieName, path: paths.intake });
}

/** What this browser has typed so far; asked once per request. */
export const currentDraft = cache(async (): Promise<IntakeDraft | null> => {
  const secret = await draftSecret();
  return secret === null ? null : findDraft(publicContext(), secret);
});

/** The typed texts, empty before the first; a form that was sent leads to what happens next. */
export async function openValues() {
  const draft = await currentDraft();
  if (draft?.state === "sent") redirect(paths.intakeDone);
  return draft?.values ?? {};
}

/** Holds back machines. Whole clinics share one address, so the limit is far above what one person needs. */
export async function limitByAddress(ctx: Context, what: "save" | "send"): Promise<void> {
  const requestHeaders = await headers();
  const address = addressOf((name) => requestHeaders.get(name));
  await limitRate(ctx, `intake-${what}:${address}`, what === "save" ? 1200 : 60, 3600);
}

import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { safeReturnPath } from "@/lib/auth/return-path";
import { readStaffSession } from "@/lib/auth/session";
import { type Context, createContext, may } from "@/lib/core/context";
import type { Ability } from "@/lib/core/permissions";
import type { StaffActor, StaffSession } from "@/lib/domain/staff/find-session";
import { paths, withQuery } from "@/lib/paths";

/** The context of a person who is signed in, with what the pages around it need. */
export type StaffContext = Context & { actor: StaffActor; session: StaffSession };

/** Asks the database once per request, however many parts of a page want to know. */
const staffSession = cache(() => readStaffSession());

/**
 * The first line of every page and action of the desk. Who is not signed in goes to the sign-in and comes back to
 * `here`; who lacks the ability sees the 403 page. Actions need not say where they are.
 */
export async function requireStaff(ability: Ability | null, here?: string): Promise<StaffContext> {
  const session = await staffSession();
  if (!session) redirect(withQuery(paths.admin.signIn, { next: here ?? (await pageOfAction()) }));
  const ctx: StaffContext = { ...createContext(session.actor), actor: session.actor, session };
  if (ability && !may(ctx, ability)) forbidden();
  return ctx;
}

/** The person who is signed in, or null: for pages that are there for everyone. */
export async function findStaff(): Promise<StaffContext | null> {
  const session = await staffSession();
  return session && { ...createContext(session.actor), actor: session.actor, session };
}

/** The page whose form was sent. */
async function pageOfAction(): Promise<string> {
  const referrer = (await headers()).get("referer") ?? "";
  if (!URL.canParse(referrer)) return paths.admin.today;
  const { pathname, search } = new URL(referrer);
  return safeReturnPath(pathname + search);
}

import { getServerSession } from "next-auth";
import { encode } from "next-auth/jwt";
import { createContext } from "@/lib/core/context";
import { findStaffSession, type StaffSession } from "@/lib/domain/staff/find-session";
import type { StartedSession } from "@/lib/domain/staff/sign-in";
import { env } from "@/lib/env";
import { authOptions, sessionCookie, sessionSeconds } from "./options";

/**
 * Who is signed in with this request, or null. next-auth reads the cookie; the row in the database decides, on every
 * request. Throws when the database does not answer.
 */
export async function readStaffSession(now = new Date()): Promise<StaffSession | null> {
  const session = await getServerSession(authOptions());
  if (!session?.sessionId) return null;
  return findStaffSession(createContext({ kind: "public" }, now), session.sessionId);
}

/** The cookie with which next-auth recognises a session that was just started. */
export async function cookieOf({ sessionId, expiresAt }: StartedSession) {
  const token = { sessionId };
  const value = await encode({ token, secret: env().NEXTAUTH_SECRET, maxAge: sessionSeconds });
  const { name, options } = sessionCookie();
  return { name, value, ...options, expires: expiresAt };
}

import type { AuthOptions } from "next-auth";
import type { CredentialsConfig } from "next-auth/providers/credentials";
import { createContext } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { sessionHours, signIn } from "@/lib/domain/staff/sign-in";
import { signOut } from "@/lib/domain/staff/sign-out";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { addressOf } from "./network-address";

declare module "next-auth" {
  interface Session {
    /** Id of the row in staff_sessions; whether it still counts is asked there. */
    sessionId?: string;
  }
  interface User {
    sessionId: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sessionId?: string;
  }
}

export const sessionSeconds = sessionHours * 60 * 60;

/** The cookie of staff: an encrypted token of next-auth that carries the id of a session and nothing else. */
export function sessionCookie() {
  const secure = env().APP_URL.startsWith("https:");
  return {
    name: secure ? "__Host-lotse-session" : "lotse-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

/** next-auth as this product uses it. Made on demand, since the environment is not known while building. */
export function authOptions(): AuthOptions {
  // next-auth reads its own address from here only.
  process.env.NEXTAUTH_URL ??= new URL(paths.api.auth, env().APP_URL).href;
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: sessionCookie().options.secure,
    cookies: { sessionToken: sessionCookie() },
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: paths.admin.signIn, signOut: paths.admin.signIn, error: paths.admin.signIn },
    providers: [passwordProvider],
    callbacks: {
      jwt: ({ token, user }) => ({ sessionId: user?.sessionId ?? token.sessionId }),
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sessionId }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sessionId) await signOut(createContext({ kind: "public" }), token.sessionId);
      },
    },
    // A cookie that cannot be read any more is a visitor who is not signed in, not an error worth a line.
    logger: { error: logError, warn: () => {}, debug: () => {} },
  };
}

const passwordProvider: CredentialsConfig = {
  id: "credentials",
  name: "password",
  type: "credentials",
  credentials: { email: {}, password: {} },
  authorize: async (given, request) => {
    const address = addressOf((name) => request.headers?.[name]);
    try {
      const { sessionId } = await signIn(createContext({ kind: "public" }), {
        email: given?.email ?? "",
        password: given?.password ?? "",
        address,
      });
      return { id: sessionId, sessionId };
    } catch (error) {
      if (error instanceof AppError) throw new Error(error.key, { cause: error });
      throw error;
    }
  },
};

function logError(code: string): void {
  if (code === "JWT_SESSION_ERROR") return;
  console.error(JSON.stringify({ level: "error", at: new Date().toISOString(), where: "next-auth", code }));
}

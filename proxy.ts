import { type NextRequest, NextResponse } from "next/server";
import { paths } from "@/lib/paths";
import { contentSecurityPolicy } from "@/lib/web/content-security-policy";

/** Pages that work without a script, so browsers fetch and run none: light on a phone, and nothing to attack. */
const withoutScript = new Set<string>([
  paths.home,
  paths.help,
  paths.imprint,
  paths.privacy,
  paths.accessibility,
  paths.intakeDone,
]);

function runsScript(path: string): boolean {
  return !withoutScript.has(path) && !path.startsWith(paths.respond(""));
}

/** Gives every page its content security policy. Next reads the nonce from it and puts it on its own scripts. */
export function proxy(request: NextRequest): NextResponse {
  const secure = process.env.APP_URL?.startsWith("https:") ?? false;
  const nonce = runsScript(request.nextUrl.pathname) ? btoa(crypto.randomUUID()) : null;
  const policy = contentSecurityPolicy(nonce, {
    secure,
    development: process.env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (secure) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

/** Pages only: neither data nor files. */
export const config = { matcher: ["/((?!api/|_next/|.*\\.(?:svg|png|ico|webmanifest|woff2|txt)$).*)"] };

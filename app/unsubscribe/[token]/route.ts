import { redirect } from "next/navigation";
import { createContext } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { logUnexpected } from "@/lib/core/unexpected";
import { findMailStop, stopMails } from "@/lib/domain/mail/stop-mails";
import { paths } from "@/lib/paths";
import { readBytes } from "@/lib/web/read-bytes";

type Props = { params: Promise<{ token: string }> };

/** What mail programs send after one click of their user (RFC 8058). */
const oneClick = /^list-unsubscribe=one-click$/i;
/** More is never read into memory, whatever length the header names. */
const maxBytes = 2000;

/** For mail programs: stops mails like the one whose header named this address. Never redirects and sets no cookie. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { token } = await params;
  if (!(await isOneClick(request))) return answer(400);
  try {
    await stopMails(createContext({ kind: "public" }), token);
    return answer(200);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return answer(404);
    logUnexpected(error, "unsubscribe");
    return answer(500);
  }
}

/** For people who open the address: the page with the button. Looking changes nothing. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { token } = await params;
  const stop = await findMailStop(createContext({ kind: "public" }), token);
  redirect(stop?.kind === "inquiries" ? `${paths.respond(token)}#widerspruch` : paths.stopMails(token));
}

async function isOneClick(request: Request): Promise<boolean> {
  try {
    const bytes = await readBytes(request.body, maxBytes);
    if (!bytes) return false;
    const contentType = request.headers.get("content-type") ?? "";
    const form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
    return [...form].some(([name, value]) => oneClick.test(`${name}=${String(value)}`));
  } catch {
    return false;
  }
}

const answer = (status: number) => new Response(null, { status });

import { getLocale } from "next-intl/server";
import { forbidden } from "@/lib/core/errors";
import { getAttachment } from "@/lib/domain/inbox/get-inbound-mail";
import { findStaff } from "@/lib/web/guards";
import { problemResponse } from "@/lib/web/problem";

type Props = { params: Promise<{ mailId: string; attachmentId: string }> };

/** An attachment to save, never to show: whatever is in it runs nowhere on this site. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  try {
    const ctx = await findStaff();
    if (!ctx) throw forbidden();
    const { fileName, mime, content } = await getAttachment(ctx, await params);
    return new Response(new Uint8Array(content), {
      headers: {
        "Content-Type": mime,
        "Content-Length": String(content.length),
        "Content-Disposition": `attachment; filename="${asciiName(fileName)}"; filename*=UTF-8''${extended(fileName)}`,
        "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
      },
    });
  } catch (error) {
    return problemResponse(error, await getLocale(), "download attachment");
  }
}

const asciiName = (name: string) => name.replace(/[^\w. ()-]/g, "_");

/** RFC 8187 */
const extended = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

import { createContext } from "@/lib/core/context";
import { findCalendar } from "@/lib/domain/calls/calendar-feed";

/** The calendar of calls that a calendar program subscribes to. Unknown and revoked addresses look alike. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const calendar = await findCalendar(createContext({ kind: "public" }), (await params).token);
  const headers = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };
  if (calendar === null) return new Response(null, { status: 404, headers });
  return new Response(calendar, { headers: { ...headers, "Content-Type": "text/calendar; charset=utf-8" } });
}

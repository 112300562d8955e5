import { paths } from "@/lib/paths";

/** Where to go after signing in: the wished page if it is one of the desk, else its first page. Never another site. */
export function safeReturnPath(wished: string | null | undefined): string {
  const fallback = paths.admin.today;
  if (!wished || !wished.startsWith("/") || /[\\\u0000-\u0020]/.test(wished)) return fallback;
  const here = "http://here.invalid";
  if (!URL.canParse(wished, here)) return fallback;
  const { origin, pathname, search } = new URL(wished, here);
  const isDesk = pathname === paths.admin.today || pathname.startsWith(`${paths.admin.today}/`);
  return origin === here && isDesk ? pathname + search : fallback;
}

import { type Context, may } from "@/lib/core/context";
import type { ApiScope } from "@/lib/core/permissions";
import type { Address } from "@/lib/domain/shared-schemas";
import { withQuery } from "@/lib/paths";
import { cursorOf } from "./resources";

type Row = { id: string };

/** A record as it is after a write, or only its id for a token that may not read. */
export async function written(
  ctx: Context,
  scope: ApiScope,
  id: string,
  read: (ctx: Context, id: string) => Promise<object>,
): Promise<object> {
  return may(ctx, scope) ? read(ctx, id) : { id };
}

/** 201 with the address of what was made, by this request or by the one that it repeats. */
export function createdAt(location: string, body: object, isReplayed: boolean): Response {
  const headers = new Headers({ Location: location });
  if (isReplayed) headers.set("Idempotency-Replayed", "true");
  return Response.json(body, { status: 201, headers });
}

/** A page of a list, read with one record more than it shows, which tells whether there is a next page. */
export function page(
  path: string,
  rows: Row[],
  { limit, status }: { limit: number; status?: string },
): Response {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next =
    last && rows.length > limit ? withQuery(path, { status, limit, cursor: cursorOf(last.id) }) : null;
  const headers = next ? { Link: `<${next}>; rel="next"` } : undefined;
  return Response.json({ items, next }, { headers });
}

/** The addresses of a therapist's sites with their paths in the body. */
export function placesOf(locations: readonly { address: Address }[]): { at: string; address: Address }[] {
  return locations.map(({ address }, index) => ({ at: `locations.${index}.address`, address }));
}

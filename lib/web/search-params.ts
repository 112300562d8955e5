import type { z } from "zod";

/** The query of a page as Next hands it over. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;
export type Query = Awaited<SearchParams>;

/** The first value under a name, or undefined. */
export function firstText(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
}

/**
 * The filter that a query describes. What is empty counts as not given, and a value that makes no sense is left out
 * rather than refused: an old or mistyped address still shows the list.
 */
export function filterOf<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  query: Query,
): z.output<z.ZodObject<Shape>> {
  const names = Object.keys(schema.shape);
  const given = Object.fromEntries(
    names.map((name) => [name, firstText(query, name)] as const).filter(([, value]) => value?.trim()),
  );
  const first = schema.safeParse(given);
  if (first.success) return first.data;
  const wrong = new Set(first.error.issues.map((issue) => String(issue.path[0])));
  return schema.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
}

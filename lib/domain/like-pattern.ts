/** The pattern for LIKE that finds `text` anywhere; `%`, `_` and `\` in it stand for themselves. */
export function containing(text: string): string {
  return `%${escaped(text)}%`;
}

/** The pattern for LIKE that finds `text` at the end. */
export function endingWith(text: string): string {
  return `%${escaped(text)}`;
}

/** The words of a typed search, lower case; at most eight, which is more than anybody needs. */
export function searchWords(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** Signs around a link within a sentence; values from outside cannot hold them (see `oneLine`). */
const [before, between, after] = ["\u0001", "\u0002", "\u0003"] as const;
const pattern = new RegExp(`(${before}[^${after}]*${after})`);

/** Marks words as a link, inside a text that is written out later. */
export const inlineLink = (words: string, href: string) => `${before}${words}${between}${href}${after}`;

/** A text in its parts: plain words, and links. */
export function textParts(text: string): (string | { words: string; href: string })[] {
  return text.split(pattern).map((part) => {
    if (!part.startsWith(before)) return part;
    const [words = "", href = ""] = part.slice(1, -1).split(between);
    return { words, href };
  });
}

/** The same for programs that show no links: the address stands behind the words. */
export function plainText(text: string): string {
  return textParts(text)
    .map((part) => (typeof part === "string" ? part : `${part.words}: ${part.href}`))
    .join("");
}

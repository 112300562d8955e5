/** Control characters, which nobody typed, and those that turn the direction of text, which hide what a name says. */
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text of a stranger as it may be stored and shown: no control characters, no halves of characters, not too long. */
export function plainText(text: string, longest: number): string {
  return text
    .slice(0, longest)
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replace(unwanted, "");
}

/** The same in one line, for a subject or a name. */
export function plainLine(text: string, longest: number): string {
  return plainText(text, longest * 2)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longest)
    .toWellFormed();
}

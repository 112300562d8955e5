export type SplitText = { own: string; quoted: string };

/** "Am 3. Mai 2027 um 10:00 schrieb Lotse:", also when the mail program broke the line. */
const attribution = /^(am|on)\b.{4,250}\b(schrieb|wrote)\b.{0,120}:?\s*$/i;
const attributionsOfOneLine = [
  /^.{0,120}\b(schrieb am|wrote on)\b.{4,120}:\s*$/i,
  /^.{0,120}<[^<>\s@]{1,64}@[^<>\s@]{1,253}>\s*(schrieb|wrote)\b.{0,80}:\s*$/i,
];
const dividers = [
  /^-{2,}\s*(ursprüngliche (nachricht|e-?mail)|original(nachricht| message| e-?mail)|weitergeleitete nachricht|forwarded message)\s*-{2,}$/i,
  /^_{20,}$/,
  /^(von|from):.{1,300}$/i,
];
const headerLine = /^\*?(gesendet|sent|datum|date|an|to|betreff|subject|cc):/i;
const signature =
  /^(-- ?|gesendet von (meinem|outlook)|sent from my|von meinem \w+ gesendet|diese e-?mail (enthält|ist) vertraulich|this e-?mail (may )?(contain|is) confidential)/i;

/**
 * Parts what the sender wrote from the mail that it answers and from signatures, so that our own words are never read
 * as an answer. Words below or between quoted lines stay the sender's.
 */
export function splitQuoted(text: string): SplitText {
  const lines = text.split("\n").slice(0, 5000);
  const own: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!.trim();
    if (isQuoted(line)) continue;
    const length = attributionAt(lines, at);
    if (length > 0) {
      at += length - 1;
      if (isQuoted(nextWritten(lines, at + 1))) continue;
      break;
    }
    if (signature.test(line) || isDivider(lines, at)) break;
    own.push(lines[at]!.trimEnd());
  }
  const ownText = own
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return { own: ownText, quoted: own.length === lines.length ? "" : text.trim() };
}

const isQuoted = (line: string) => line.startsWith(">") || line.startsWith("|>");

/** How many lines from here are an attribution: 0, 1 or, where it was broken, 2 or 3. */
function attributionAt(lines: string[], at: number): number {
  const next = lines.slice(at, at + 3).map((line) => line.trim());
  if (attributionsOfOneLine.some((pattern) => pattern.test(next[0]!.slice(0, 400)))) return 1;
  for (let count = 1; count <= next.length && next[count - 1] !== ""; count += 1) {
    if (attribution.test(next.slice(0, count).join(" ").slice(0, 400))) return count;
  }
  return 0;
}

function isDivider(lines: string[], at: number): boolean {
  const line = lines[at]!.trim().replaceAll("*", "");
  const pattern = dividers.find((divider) => divider.test(line));
  if (!pattern) return false;
  // "Von: …" opens a quoted mail only with further lines of its head below.
  return (
    !/^(von|from):/i.test(line) || lines.slice(at + 1, at + 6).some((next) => headerLine.test(next.trim()))
  );
}

function nextWritten(lines: string[], from: number): string {
  return (
    lines
      .slice(from)
      .find((line) => line.trim() !== "")
      ?.trim() ?? ""
  );
}

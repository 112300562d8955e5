import type { AttachmentRefusal, AttachmentType } from "./status";

export type Sniffed = { type: AttachmentType; refused: null } | { type: null; refused: AttachmentRefusal };

const is = (type: AttachmentType): Sniffed => ({ type, refused: null });
const refused = (why: AttachmentRefusal): Sniffed => ({ type: null, refused: why });

const starts: [string, () => Sniffed][] = [
  ["25504446", () => is("pdf")],
  ["89504e470d0a1a0a", () => is("png")],
  ["ffd8ff", () => is("jpeg")],
  ["47494638", () => is("gif")],
  // Windows, Linux and macOS programs, shortcuts, scripts.
  ["4d5a", () => refused("program")],
  ["7f454c46", () => refused("program")],
  ["cafebabe", () => refused("program")],
  ["cffaedfe", () => refused("program")],
  ["cefaedfe", () => refused("program")],
  ["4c000000011402", () => refused("program")],
  ["2321", () => refused("program")],
  // Word, Excel and PowerPoint before 2007: whether they carry macros cannot be told without opening them.
  ["d0cf11e0a1b11ae1", () => refused("macros")],
  ["7b5c727466", () => refused("active")],
  ["52617221", () => refused("archive")],
  ["377abcaf271c", () => refused("archive")],
  ["1f8b", () => refused("archive")],
  ["425a68", () => refused("archive")],
  ["4d534346", () => refused("archive")],
];

/** What a file is by its first bytes and, for office documents, by its table of contents; its name says nothing. */
export function sniffAttachment(content: Buffer): Sniffed {
  const head = content.subarray(0, 16).toString("hex");
  for (const [start, verdict] of starts) if (head.startsWith(start)) return verdict();
  if (head.startsWith("52494646") && head.slice(16, 24) === "57454250") return is("webp");
  if (head.startsWith("504b0304") || head.startsWith("504b0506")) return sniffZip(content);
  return sniffText(content);
}

/** Office documents are archives: the names in the directory at the end say which, and whether macros are inside. */
function sniffZip(content: Buffer): Sniffed {
  const names = zipNames(content);
  if (names === null) return refused("archive");
  if (names.some((name) => /vbaproject|\.bin$|activex|\.(exe|dll|js|vbs)$|scripts\/|basic\//i.test(name)))
    return refused("macros");
  if (names.includes("word/document.xml")) return is("docx");
  if (names.includes("xl/workbook.xml")) return is("xlsx");
  const opens = content.subarray(30, 120).toString("latin1");
  if (names[0] === "mimetype" && opens.includes("application/vnd.oasis.opendocument.text")) return is("odt");
  return refused("archive");
}

const mostZipEntries = 2000;

/** The names in the central directory of a ZIP file; null where it is none that can be read. */
function zipNames(content: Buffer): string[] | null {
  const end = content.lastIndexOf(Buffer.from("504b0506", "hex"));
  if (end < 0 || end + 22 > content.length) return null;
  const names: string[] = [];
  let at = content.readUInt32LE(end + 16);
  for (let left = content.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (names.length >= mostZipEntries || at + 46 > content.length) return null;
    if (content.readUInt32LE(at) !== 0x02014b50) return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => content.readUInt16LE(at + offset));
    names.push(content.subarray(at + 46, at + 46 + name!).toString("latin1"));
    at += 46 + name! + extra! + comment!;
  }
  return names;
}

function sniffText(content: Buffer): Sniffed {
  const sample = content.subarray(0, 4096).toString("latin1");
  if (content.length === 0 || /[\u0000-\u0008\u000e-\u001a]/.test(sample)) return refused("unknown");
  const head = sample.replace(/^(\u00ef\u00bb\u00bf)?\s*/, "").toLowerCase();
  if (head.startsWith("begin:vcalendar")) return is("calendar");
  if (/^<(!doctype|html|svg|\?xml|script|head|body)|<script|<svg|javascript:/.test(head))
    return refused("active");
  return is("text");
}

const endings: Record<AttachmentType, { ending: string; mime: string }> = {
  pdf: { ending: "pdf", mime: "application/pdf" },
  png: { ending: "png", mime: "image/png" },
  jpeg: { ending: "jpg", mime: "image/jpeg" },
  gif: { ending: "gif", mime: "image/gif" },
  webp: { ending: "webp", mime: "image/webp" },
  text: { ending: "txt", mime: "text/plain; charset=utf-8" },
  calendar: { ending: "ics", mime: "text/calendar; charset=utf-8" },
  docx: { ending: "docx", mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  xlsx: { ending: "xlsx", mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  odt: { ending: "odt", mime: "application/vnd.oasis.opendocument.text" },
};

export const mimeOf = (type: AttachmentType) => endings[type].mime;

/** The name to save a file under: its own, with the ending of what it really is, so that "rechnung.js" is no script. */
export function safeFileName(name: string, type: AttachmentType): string {
  const stem = name
    .replace(/[\s\\/:*?"<>|\p{C}]+/gu, " ")
    .trim()
    .replace(/(\.[a-z][a-z0-9]{0,7})+$/i, "")
    .replace(/^[.\s]+/, "")
    .slice(0, 100);
  return `${stem || "anhang"}.${endings[type].ending}`;
}

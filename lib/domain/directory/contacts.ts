import { email as emailSchema, phone as phoneSchema } from "../shared-schemas";
import { isStated } from "./text";

/**
 * A telephone number in one readable form, "0241 4711-12" or "+31 612345678", or null when there is none. Area codes
 * have two to five digits: the source's own separator decides, then the list of two- and three-digit codes. Of
 * several numbers the first readable one counts.
 */
export function cleanPhone(text: string): string | null {
  if (!isStated(text)) return null;
  for (const part of text.split(/[,;|]|\soder\s|\sund\s|(?<=\d[\d\s]{6,14}\d)\s*\/\s*(?=0[1-9]\d)/)) {
    const number = readPhone(part);
    if (number !== null && phoneSchema.safeParse(number).success) return number;
  }
  return null;
}

function readPhone(text: string): string | null {
  const start = text.search(/[+\d(]/);
  if (start < 0) return null;
  const plain = text
    .slice(start)
    .replace(/\p{L}.*$/u, "")
    .replaceAll("(0)", "")
    .replaceAll(/[‐‑‒–—]/g, "-");
  const national = plain.replace(/^\s*\(?(\+|00)\s?49[\s)/.-]*0?/, "0");
  const digits = national.replaceAll(/\D/g, "");
  if (digits.length < 5 || digits.length > 15) return null;
  if (/^\(?(\+|00)/.test(national)) return foreignNumber(national);
  const area = areaCode(digits, national.split(/\D+/).filter(Boolean));
  const rest = digits.slice(area.length);
  const extension = /\d-\s?(\d{1,4})\s*$/.exec(national)?.[1] ?? "";
  const subscriber =
    extension !== "" && rest.length - extension.length >= 3
      ? `${rest.slice(0, rest.length - extension.length)}-${extension}`
      : rest;
  return area === "" ? subscriber : `${area} ${subscriber}`;
}

function foreignNumber(number: string): string {
  const groups = number
    .replace(/^\(?00/, "+")
    .split(/[^\d+]+/)
    .filter(Boolean);
  return groups.join(" ");
}

const twoDigits = new Set(["030", "040", "069", "089"]);
const threeDigits = new Set(
  `0201 0202 0203 0208 0209 0211 0212 0214 0221 0228 0231 0234 0241 0251 0261 0271 0281 0291 0335 0340 0341 0345 0351
  0355 0361 0365 0371 0375 0381 0385 0391 0395 0421 0431 0441 0451 0461 0471 0481 0491 0511 0521 0531 0541 0551 0561
  0571 0581 0591 0611 0621 0631 0641 0651 0661 0671 0681 0700 0711 0721 0731 0741 0751 0761 0771 0781 0791 0800 0811
  0821 0831 0841 0851 0861 0871 0881 0900 0906 0911 0921 0931 0941 0951 0961 0971 0981 0991`.split(/\s+/),
);

/** The area code with its zero; "" for a local number, and where only a full list of codes could tell. */
function areaCode(digits: string, groups: string[]): string {
  if (!digits.startsWith("0")) return "";
  const first = groups[0] ?? "";
  if (groups.length > 1 && (twoDigits.has(first) || (first.length >= 4 && first.length <= 6))) return first;
  if (twoDigits.has(digits.slice(0, 3))) return digits.slice(0, 3);
  if (threeDigits.has(digits.slice(0, 4))) return digits.slice(0, 4);
  if (/^01[5-7]/.test(digits)) return digits.slice(0, 4);
  // Codes of the East, 03…, have three to five digits; everywhere else what is left has four.
  return digits.startsWith("03") || digits.length < 9 ? "" : digits.slice(0, 5);
}

/**
 * The first valid e-mail address of a text in lower case, also behind "mailto:", between others and written with
 * "(at)"; `left` counts the further valid ones.
 */
export function cleanEmail(text: string): { email: string | null; left: number } {
  if (!isStated(text)) return { email: null, left: 0 };
  const plain = text
    .replaceAll(/\s*[([{]\s*(at|ät)\s*[)\]}]\s*/gi, "@")
    .replaceAll(/\s*[([{]\s*(dot|punkt)\s*[)\]}]\s*/gi, ".")
    .replaceAll(/\s*@\s*/g, "@");
  const found = plain
    .split(/[\s,;|<>"']+/)
    .map((part) =>
      part
        .replace(/^(mailto|e-?mail):/i, "")
        .replace(/\?.*$/, "")
        .replace(/[.:]+$/, ""),
    )
    .map((part) => emailSchema.safeParse(part))
    .flatMap((result) => (result.success ? [result.data] : []));
  const unique = [...new Set(found)];
  return { email: unique[0] ?? null, left: Math.max(0, unique.length - 1) };
}

/** A web address with its scheme, "" when there is none, null when the text is none; only http and https. */
export function cleanWebsite(text: string): string | null {
  if (!isStated(text) || /^https?:\/*$/i.test(text)) return "";
  const typed = text.split(/[\s,;]+/)[0] ?? "";
  if (typed.includes("@")) return null;
  const withScheme = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed.replace(/^\/+/, "")}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  if (!/^https?:$/.test(url.protocol) || !/^[^.].*\.[\p{L}\d-]{2,}$/u.test(url.hostname)) return null;
  const address = url.pathname === "/" && url.search === "" ? url.origin : url.href;
  return address.length > 300 ? null : address;
}

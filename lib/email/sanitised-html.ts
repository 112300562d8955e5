import sanitizeHtml from "sanitize-html";

/** HTML that is longer or has more tags is not looked at: cleaning it would keep the server busy for seconds. */
const longest = 500_000;
const mostTags = 20_000;
/** No address that anybody meant is longer; checking one that is takes time with the square of its length. */
const longestAddress = 2000;

const isTooMuch = (html: string) => html.length > longest || html.split("<", mostTags + 1).length > mostTags;

const allowedTags =
  "p br div span b strong i em u s sub sup hr pre code ul ol li blockquote h1 h2 h3 h4 h5 h6 dl dt dd a table thead tbody tfoot tr td th caption".split(
    " ",
  );

/**
 * The HTML of a stranger's mail without anything that runs, loads, imitates a form or reaches out of its place: words,
 * lists, tables and links only. No styles and no pictures, which could say that the mail was opened. Empty where
 * there is too much of it.
 */
export function sanitisedHtml(html: string): string {
  if (isTooMuch(html)) return "";
  return sanitizeHtml(html, {
    allowedTags,
    allowedAttributes: {
      a: ["href", "rel", "target"],
      td: ["colspan", "rowspan"],
      th: ["colspan", "rowspan"],
    },
    allowedSchemes: ["https", "http", "mailto", "tel"],
    allowProtocolRelative: false,
    nestingLimit: 60,
    transformTags: {
      a: (tagName, { href = "" }) => ({
        tagName,
        attribs: {
          ...(href && href.length <= longestAddress ? { href } : {}),
          rel: "noopener noreferrer nofollow",
          target: "_blank",
        },
      }),
    },
  });
}

/** The words of HTML, a line for each block and quoted blocks behind ">"; for mails that come without plain text. */
export function textOfHtml(html: string): string {
  if (isTooMuch(html)) return withoutTags(html.slice(0, longest)).replace(/\s+/g, " ").trim();
  let depth = 0;
  const lines = html.split(/(<\/?blockquote\b[^>]{0,500}>)/i).flatMap((piece) => {
    if (/^<blockquote\b/i.test(piece)) depth += 1;
    else if (/^<\/blockquote\b/i.test(piece)) depth = Math.max(0, depth - 1);
    else return wordsOf(piece).map((line) => (depth > 0 ? `> ${line}` : line));
    return [];
  });
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** In one pass, however many tags there are: of each piece between two "<" what stands behind its first ">". */
function withoutTags(html: string): string {
  const [before, ...pieces] = html.split("<");
  const words = pieces.map((piece) => {
    const end = piece.indexOf(">");
    return end < 0 ? `<${piece}` : ` ${piece.slice(end + 1)}`;
  });
  return [before, ...words].join("");
}

function wordsOf(html: string): string[] {
  const blocks = html
    .replace(/\s+/g, " ")
    .replace(/<br\b[^>]{0,200}>|<\/(?:p|div|li|tr|h[1-6]|table|ul|ol)\s*>/gi, "$&\n");
  const text = sanitizeHtml(blocks, { allowedTags: [], allowedAttributes: {}, nestingLimit: 60 });
  return unescaped(text)
    .split("\n")
    .map((line) => line.replace(/[\s\u00a0]+/g, " ").trim());
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

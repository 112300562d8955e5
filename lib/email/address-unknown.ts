/** What a mail server said about a recipient: an enhanced code (RFC 3463), a three-digit one, and its words. */
export type Refusal = { enhanced?: string | undefined; basic?: string | number | undefined; words: string };

/** About us, the text, or the size of a mailbox, and not about whether there is one. */
const otherReasons =
  /spam|junk|block|black|listed|polic|reputation|denied|relay|virus|malware|content|sender|client host|spf|dkim|dmarc|end of data|quota|full|too (large|big)/i;

/**
 * Whether a mail was refused because there is no such mailbox. Enhanced codes decide where there is one that says
 * something: 5.1.x is about the recipient's address but for what is about the sender's, 5.2.1 a closed mailbox. Without,
 * 550, 551 and 553 mean it unless the words name another reason. In doubt it is not: a good address would be lost.
 */
export function isAddressUnknown({ enhanced, basic, words }: Refusal): boolean {
  if (enhanced && enhanced !== "5.0.0") return /^5\.(1\.(1|2|3|6|10)|2\.1)$/.test(enhanced);
  return ["550", "551", "553"].includes(String(basic)) && !otherReasons.test(words);
}

/** The codes in what a mail server said, the first of each kind, and what follows them. */
export function refusalIn(text: string): Refusal {
  const enhanced = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text);
  const basic = /(?<![\d.])([45]\d\d)(?=[ -])/.exec(text);
  const from = Math.min(enhanced?.index ?? Infinity, basic?.index ?? Infinity);
  // As long as an answer is; a bounce quotes much more, and a subject in it may name anything.
  const words = text.slice(Number.isFinite(from) ? from : 0).slice(0, 300);
  return { enhanced: enhanced?.[1], basic: basic?.[1], words };
}

import { env } from "@/lib/env";

/** The bare address that mails come from, without the name before it. */
export function senderAddress(): string {
  const from = env().MAIL_FROM;
  return (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();
}

/** The domain that answers for our mails. */
export const mailDomain = () => domainOf(senderAddress());

/** "example.org" of "praxis@Example.org". */
export const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** Where answers to a mail go: with an inquiry's sign in the address, so that the answer finds back to it. */
export function replyAddress(reference?: string): string | undefined {
  const { REPLY_ADDRESS } = env();
  if (!REPLY_ADDRESS || !reference) return REPLY_ADDRESS;
  const at = REPLY_ADDRESS.lastIndexOf("@");
  return `${REPLY_ADDRESS.slice(0, at)}+${reference.toLowerCase()}${REPLY_ADDRESS.slice(at)}`;
}

/** The sign in an address that `replyAddress` made, in capitals; null in any other. */
export function referenceIn(address: string): string | null {
  const { REPLY_ADDRESS } = env();
  if (!REPLY_ADDRESS) return null;
  const at = REPLY_ADDRESS.lastIndexOf("@");
  const [start, end] = [
    `${REPLY_ADDRESS.slice(0, at)}+`.toLowerCase(),
    REPLY_ADDRESS.slice(at).toLowerCase(),
  ];
  const given = address.trim().toLowerCase();
  if (!given.startsWith(start) || !given.endsWith(end)) return null;
  const reference = given.slice(start.length, given.length - end.length).toUpperCase();
  return /^[0-9A-Z]{4,12}$/.test(reference) ? reference : null;
}

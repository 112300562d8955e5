/** The secret at the end of a mailed link, also where a mail program wrapped the address in one of its own. */
const secrets = /((?:\/|%2F)[a-z-]{2,20}(?:\/|%2F))[\w-]{43}(?![\w-])/gi;

/** A text without the secrets of our links, so that who reads a mail at the desk cannot use its links. */
export const hideLinks = (text: string) => text.replaceAll(secrets, "$1…");

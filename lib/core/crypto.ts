import { type KeyObject, createHash, createHmac, createSecretKey, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** Keyed hash of an e-mail address: equal for equal addresses, tells nothing without the key. */
export function blindIndex(email: string): string {
  return keyedIndex(email.trim().toLowerCase());
}

/** The same of any text, to the letter. */
export function keyedIndex(text: string): string {
  return createHmac("sha256", blindIndexKey()).update(text).digest("base64url");
}

let keyOfIndex: KeyObject | undefined;

/** As an object, which node would make of the text anew each time. */
function blindIndexKey(): KeyObject {
  keyOfIndex ??= createSecretKey(env().BLIND_INDEX_KEY, "utf8");
  return keyOfIndex;
}

/** A secret of 32 random bytes that fits into a URL. */
export const newSecret = () => randomBytes(32).toString("base64url");

/** What is stored of a secret. A plain hash is enough, since the secret is random and long. */
export const hashSecret = (secret: string) => createHash("sha256").update(secret).digest("base64url");

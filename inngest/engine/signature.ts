import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const maxAgeSeconds = 300;

/** The value of `x-inngest-signature` for a body that is canonical JSON. Time is the wall clock, never the test clock. */
export function signBody(body: string, signingKey: string, nowMs = Date.now()): string {
  const seconds = Math.floor(nowMs / 1000).toString();
  return `t=${seconds}&s=${hmac(body, seconds, signingKey)}`;
}

/** Whether the header signs exactly this text with this key, at most five minutes ago. */
export function signatureMatches(header: string | undefined, body: string, signingKey: string): boolean {
  const parameters = new URLSearchParams(header ?? "");
  const seconds = parameters.get("t") ?? "";
  const given = parameters.get("s") ?? "";
  if (!/^\d{1,12}$/.test(seconds)) return false;
  if (Math.abs(Date.now() / 1000 - Number(seconds)) > maxAgeSeconds) return false;
  return sameSecret(given, hmac(body, seconds, signingKey));
}

/** Compares two secrets in a time that does not depend on where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

/** The form in which the SDK sends its signing key as a bearer token; null for a key that is not hexadecimal. */
export function hashedSigningKey(signingKey: string): string | null {
  // The SDK hashes the bytes that the digits stand for. Of any other key it would hash something guessable.
  if (!/^([0-9a-f]{2})+$/i.test(withoutPrefix(signingKey))) return null;
  const prefix = /^signkey-\w+-/.exec(signingKey)?.[0] ?? "";
  return (
    prefix +
    createHash("sha256")
      .update(Buffer.from(withoutPrefix(signingKey), "hex"))
      .digest("hex")
  );
}

function hmac(body: string, seconds: string, signingKey: string): string {
  return createHmac("sha256", withoutPrefix(signingKey)).update(body).update(seconds).digest("hex");
}

function withoutPrefix(signingKey: string): string {
  return signingKey.replace(/^signkey-\w+-/, "");
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

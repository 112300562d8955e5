import { type KeyObject, createCipheriv, createDecipheriv, createSecretKey, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** Keys as objects: node takes four times as long with the bytes of a key, which it makes into an object each time. */
type KeyRing = { currentId: string; keys: Map<string, KeyObject> };

let ring: KeyRing | undefined;

/**
 * Encrypts with AES-256-GCM under the current key. The value is `v1.<key id>.<base64url of nonce, tag, text>`;
 * `purpose` (the column) is authenticated, so a value moved to another column does not decrypt.
 */
export function encrypt(plain: string, purpose: string): string {
  return encryptBytes(Buffer.from(plain, "utf8"), purpose);
}

/** The same for bytes, such as a file. */
export function encryptBytes(plain: Uint8Array, purpose: string): string {
  const { currentId, keys } = keyRing();
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keys.get(currentId)!, nonce);
  cipher.setAAD(Buffer.from(purpose));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return `v1.${currentId}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url")}`;
}

/** Decrypts what `encrypt` made; throws when the key is unknown or a single bit was changed. */
export function decrypt(value: string, purpose: string): string {
  return decryptBytes(value, purpose).toString("utf8");
}

/** The same for bytes. */
export function decryptBytes(value: string, purpose: string): Buffer {
  const [version, keyId, body] = value.split(".");
  const key = keyRing().keys.get(keyId ?? "");
  if (version !== "v1" || !key || !body) throw new Error("encrypted value: unknown version or key");
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

/** The id of the key that encrypts now; values with another id are due for rotation. */
export function currentKeyId(): string {
  return keyRing().currentId;
}

/** Reads `id:base64,id:base64`; throws a sentence without key material when a part is wrong. */
function parseKeyRing(text: string): KeyRing {
  const keys = new Map<string, KeyObject>();
  for (const part of text.split(",")) {
    const [id, value] = part.trim().split(":");
    const key = Buffer.from(value ?? "", "base64");
    if (!id || !/^[a-z0-9-]{1,20}$/i.test(id) || key.length !== 32) {
      throw new Error("ENCRYPTION_KEYS must be a list of id:base64, each key of 32 bytes.");
    }
    keys.set(id, createSecretKey(key));
  }
  return { currentId: [...keys.keys()][0]!, keys };
}

function keyRing(): KeyRing {
  ring ??= parseKeyRing(env().ENCRYPTION_KEYS);
  return ring;
}

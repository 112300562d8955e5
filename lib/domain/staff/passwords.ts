import { hash, verify } from "@node-rs/argon2";

/**
 * Argon2id as the OWASP Password Storage Cheat Sheet advises at the least: 19 MiB of memory, two passes, one lane.
 * The value 2 is Algorithm.Argon2id; the package declares it as a const enum, which cannot be imported here.
 */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** A hash that no password has; comparing with it takes as long as comparing with a real one. */
const nobodysHash = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), parameters);
}

/** Whether the password belongs to the hash; without a hash the answer is no, after the same work. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? nobodysHash, password.normalize("NFKC"));
  return right && stored !== undefined;
}

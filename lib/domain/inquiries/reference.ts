import { randomInt } from "node:crypto";

/** Letters and digits that nobody mixes up on the telephone. */
const alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** A short random sign for an inquiry, such as "K7M4Q2XD"; 31⁸ values, kept unique by the database. */
export function newReference(): string {
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join("");
}

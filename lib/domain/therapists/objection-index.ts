import { keyedIndex } from "@/lib/core/crypto";
import type { ObjectionKind } from "./objection-kinds";

export type ObjectionKey = { kind: ObjectionKind; value: string };
type Person = {
  /** Of the record; a colleague whom only an address is known of has none. */
  id: string | null;
  firstName: string;
  lastName: string;
  email: string | null;
  postalCodes: string[];
};

export type ObjectionIndex = Record<ObjectionKind, Set<string>>;

/** Of the rows as they are stored; those that are still readable count as well. */
export function objectionIndex(objections: ObjectionKey[]): ObjectionIndex {
  const of = (kind: ObjectionKind) =>
    new Set(
      objections
        .filter((one) => one.kind === kind)
        .map((one) => (isHashed(one.value) ? one.value : storedValue(one))),
    );
  return { person: of("person"), address: of("address"), domain: of("domain") };
}

/** How a person is remembered who does not want to be contacted, so that a later import finds them again. */
function personKey(person: { firstName: string; lastName: string }, postalCode: string): string {
  return `${person.lastName}|${person.firstName}|${postalCode}`.toLowerCase();
}

/** The record itself: holds whatever is corrected in it. */
export const recordKey = (therapistId: string): ObjectionKey => ({
  kind: "person",
  value: `record:${therapistId}`,
});

/** A person as a directory knows them: holds when a record was deleted and comes back under a corrected name. */
export const sourceObjectionKey = (key: string): ObjectionKey => ({ kind: "person", value: `source:${key}` });

/** Under which an objection of this person, of this address or of its whole domain is remembered. */
export function objectionKeys(person: Person): ObjectionKey[] {
  const names = person.postalCodes.map((code) => ({
    kind: "person" as const,
    value: personKey(person, code),
  }));
  const asPerson = person.id ? [recordKey(person.id), ...names] : names;
  return person.email ? [...asPerson, ...addressKeys(person.email)] : asPerson;
}

/** Under which an objection of this address or of its whole domain is remembered. */
export function addressKeys(address: string): ObjectionKey[] {
  const email = address.toLowerCase();
  return [
    { kind: "address", value: email },
    { kind: "domain", value: email.slice(email.indexOf("@") + 1) },
  ];
}

/** Whether this person, this address or its whole domain objected to being contacted. */
export function isObjected(index: ObjectionIndex, person: Person): boolean {
  return objectionKeys(person).some(
    (key) => index[key.kind].size > 0 && index[key.kind].has(storedValue(key)),
  );
}

const mark = "i1.";
const hashed = /^i1\.[\w-]{43}$/;

/** Whether a stored value tells nothing any more without the key. */
export const isHashed = (value: string): boolean => hashed.test(value);

/** What is stored of a key: a keyed hash, which is no other table's hash of the same address. */
export function storedValue({ kind, value }: ObjectionKey): string {
  const text = `objection ${kind} ${value}`;
  const known = hashes.get(text);
  if (known) return known;
  const stored = mark + keyedIndex(text);
  if (hashes.size < mostHashes) hashes.set(text, stored);
  return stored;
}

/**
 * Each run of matching asks about everybody again; to hash takes five times as long as to look up. A full memory keeps
 * what it has: each run asks in the same order, and would find nothing of a memory that starts anew.
 */
const hashes = new Map<string, string>();
const mostHashes = 150_000;

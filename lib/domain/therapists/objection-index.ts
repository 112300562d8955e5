type Objection = { kind: "person" | "address" | "domain"; value: string };
type Person = {
  /** Of the record; a colleague whom only an address is known of has none. */
  id: string | null;
  firstName: string;
  lastName: string;
  email: string | null;
  postalCodes: string[];
};

export type ObjectionIndex = Record<Objection["kind"], Set<string>>;

export function objectionIndex(objections: Objection[]): ObjectionIndex {
  const of = (kind: Objection["kind"]) =>
    new Set(objections.filter((one) => one.kind === kind).map((one) => one.value));
  return { person: of("person"), address: of("address"), domain: of("domain") };
}

/** How a person is remembered who does not want to be contacted, so that a later import finds them again. */
function personKey(person: { firstName: string; lastName: string }, postalCode: string): string {
  return `${person.lastName}|${person.firstName}|${postalCode}`.toLowerCase();
}

/** The record itself: holds whatever is corrected in it. */
export const recordKey = (therapistId: string) => `record:${therapistId}`;

/** A person as a directory knows them: holds when a record was deleted and comes back under a corrected name. */
export const sourceObjectionKey = (key: string) => `source:${key}`;

/** Under which an objection of this person, of this address or of its whole domain is remembered. */
export function objectionKeys(person: Person): Objection[] {
  const names = person.postalCodes.map((code) => personKey(person, code));
  const values = person.id ? [recordKey(person.id), ...names] : names;
  const asPerson = values.map((value) => ({ kind: "person" as const, value }));
  if (!person.email) return asPerson;
  const email = person.email.toLowerCase();
  return [
    ...asPerson,
    { kind: "address", value: email },
    { kind: "domain", value: email.slice(email.indexOf("@") + 1) },
  ];
}

/** Whether this person, this address or its whole domain objected to being contacted. */
export function isObjected(index: ObjectionIndex, person: Person): boolean {
  return objectionKeys(person).some(({ kind, value }) => index[kind].has(value));
}

type Objection = { kind: "person" | "address" | "domain"; value: string };
type Person = { firstName: string; lastName: string; email: string | null; postalCodes: string[] };

export type ObjectionIndex = Record<Objection["kind"], Set<string>>;

export function objectionIndex(objections: Objection[]): ObjectionIndex {
  const of = (kind: Objection["kind"]) =>
    new Set(objections.filter((one) => one.kind === kind).map((one) => one.value));
  return { person: of("person"), address: of("address"), domain: of("domain") };
}

/** How a person is remembered who does not want to be contacted, so that a later import finds them again. */
export function personKey(person: { firstName: string; lastName: string }, postalCode: string): string {
  return `${person.lastName}|${person.firstName}|${postalCode}`.toLowerCase();
}

/** Under which an objection of this person, of this address or of its whole domain is remembered. */
export function objectionKeys(person: Person): Objection[] {
  const byName = person.postalCodes.map((code) => ({
    kind: "person" as const,
    value: personKey(person, code),
  }));
  if (!person.email) return byName;
  const email = person.email.toLowerCase();
  return [
    ...byName,
    { kind: "address", value: email },
    { kind: "domain", value: email.slice(email.indexOf("@") + 1) },
  ];
}

/** Whether this person, this address or its whole domain objected to being contacted. */
export function isObjected(index: ObjectionIndex, person: Person): boolean {
  return objectionKeys(person).some(({ kind, value }) => index[kind].has(value));
}

import { createHash } from "node:crypto";
import type { LocationInput, TherapistInput } from "../therapists/schemas";
import type { DirectoryRecord } from "./arztsuche";
import { warnings as say } from "./messages";
import { joinTitles, normalisedName } from "./names";
import { joinWeeks } from "./office-hours";

/**
 * One person of a directory with all their sites; the ids and places in the file of the records it was made of.
 * `sourceIds` has every id that belongs to nobody else, the main one included.
 */
export type DirectoryPerson = DirectoryRecord & { sourceIds: string[]; indexes: number[] };

/**
 * Puts records of the same person together. The same person: the same id or the same full name and the same mailbox
 * or telephone number, and in both cases no different name. The result does not depend on the order of the records.
 * Different people behind one mailbox, and namesakes without a shared contact, stay apart.
 */
export function mergeSites(records: readonly DirectoryRecord[]): DirectoryPerson[] {
  const groups: DirectoryRecord[][] = [];
  const byKey = new Map<string, DirectoryRecord[][]>();
  for (const record of records.toSorted(byContent)) {
    const keys = keysOf(record);
    const known = keys.flatMap((key) => byKey.get(key) ?? []);
    const group = known.find((members) =>
      members.every((member) => sameName(member.therapist, record.therapist)),
    );
    const home = group ?? [];
    if (!group) groups.push(home);
    home.push(record);
    for (const key of keys) byKey.set(key, [...new Set([...(byKey.get(key) ?? []), home])]);
  }
  const people = groups.map(toPerson).sort((a, b) => a.index - b.index);
  return withOwnIds(people);
}

/**
 * Fingerprint of a record: equal for two records exactly when id and content are equal, whatever the generation of
 * the format, the order of lists or the place in the file. Hex, 64 characters.
 */
export function sourceKey(record: { sourceId: string; therapist: TherapistInput }): string {
  return createHash("sha256")
    .update(canonical([record.sourceId, record.therapist]))
    .digest("hex");
}

function keysOf({ sourceId, therapist }: DirectoryRecord): string[] {
  const keys = [`id ${sourceId}`];
  if (therapist.firstName === "") return keys;
  const name = `${normalisedName(therapist.firstName)} ${normalisedName(therapist.lastName)}`;
  if (therapist.email) keys.push(`${name} ${therapist.email}`);
  if (therapist.phone) keys.push(`${name} ${therapist.phone.replaceAll(/\D/g, "")}`);
  return keys;
}

type Named = Pick<TherapistInput, "firstName" | "lastName">;

/** The same surname and, where both are known, the same first name or its beginning ("Anna", "Anna Maria"). */
export function sameName(a: Named, b: Named): boolean {
  if (normalisedName(a.lastName) !== normalisedName(b.lastName)) return false;
  const [first, second] = [normalisedName(a.firstName), normalisedName(b.firstName)];
  return first.startsWith(second) || second.startsWith(first);
}

function toPerson(members: DirectoryRecord[]): DirectoryPerson {
  const [main] = members as [DirectoryRecord, ...DirectoryRecord[]];
  const therapist = members.slice(1).reduce((sum, { therapist: next }) => join(sum, next), main.therapist);
  const warnings = new Set(members.flatMap((member) => member.warnings));
  if (members.length > 1) warnings.add(say.merged(members.length));
  if (therapist.locations.length > 10) warnings.add(say.locationsLeftOut());
  const indexes = members.map((member) => member.index).sort((a, b) => a - b);
  const sourceIds = [...new Set(members.map((member) => member.sourceId))].sort();
  return {
    sourceId: sourceIds[0]!,
    sourceIds,
    index: indexes[0]!,
    indexes,
    therapist: { ...therapist, locations: therapist.locations.slice(0, 10) },
    warnings: [...warnings],
  };
}

/** What one record knows and the other does not is taken over; contradictions stay open; lists are joined. */
function join(a: TherapistInput, b: TherapistInput): TherapistInput {
  const sameNumber = a.phone === b.phone || a.phone === null || b.phone === null;
  const longer = (first: string, second: string) => (second.length > first.length ? second : first);
  return {
    ...a,
    salutation: a.salutation || b.salutation,
    title: joinTitles(a.title, b.title),
    gender: agreed(a.gender, b.gender, "not_stated"),
    firstName: longer(a.firstName, b.firstName),
    locations: joinLocations(a.locations, b.locations),
    phone: a.phone ?? b.phone,
    fax: a.fax ?? b.fax,
    email: a.email ?? b.email,
    website: a.website || b.website,
    statutorySeat: agreed(a.statutorySeat, b.statutorySeat, "unknown"),
    offers: [...new Map([...a.offers, ...b.offers].map((offer) => [canonical(offer), offer])).values()],
    languages: [...new Set([...a.languages, ...b.languages])].sort().slice(0, 20),
    // Phone hours belong to a number: those of another number would send callers to the wrong desk.
    phoneHours: sameNumber ? joinWeeks(a.phoneHours, b.phoneHours) : a.phoneHours,
    officeHours: joinWeeks(a.officeHours, b.officeHours),
    qualifications: joinTexts(a.qualifications, b.qualifications),
    specialOffers: joinTexts(a.specialOffers, b.specialOffers),
    video: agreed(a.video, b.video, "unknown"),
  };
}

function agreed<T>(a: T, b: T, open: T): T {
  if (a === b || b === open) return a;
  return a === open ? b : open;
}

function joinTexts(a: string[], b: string[]): string[] {
  return [...new Set([...a, ...b])].sort((first, second) => first.localeCompare(second, "de")).slice(0, 60);
}

/** One location per postcode, street and house number; the better known of two descriptions wins. */
function joinLocations(a: LocationInput[], b: LocationInput[]): LocationInput[] {
  const places = new Map<string, LocationInput>();
  for (const location of [...a, ...b]) {
    const { postalCode, street, houseNumber } = location.address;
    const key = `${postalCode} ${normalisedName(street).replace(/strasse$/, "str")} ${houseNumber.replaceAll(/\s/g, "")}`;
    const known = places.get(key);
    places.set(key, known ? joinLocation(known, location) : location);
  }
  return [...places.values()];
}

function joinLocation(a: LocationInput, b: LocationInput): LocationInput {
  return {
    address: { ...a.address, city: a.address.city || b.address.city },
    coordinates: a.coordinates ?? b.coordinates,
    stepFree: agreed(a.stepFree, b.stepFree, "unknown"),
  };
}

/** Two people under one id: the first by name keeps it, each other gets an id of its own. */
function withOwnIds(people: DirectoryPerson[]): DirectoryPerson[] {
  const nameOf = ({ therapist }: DirectoryPerson) =>
    `${normalisedName(therapist.lastName)}-${normalisedName(therapist.firstName)}`;
  const owners = new Map<string, DirectoryPerson>();
  for (const person of people.toSorted((a, b) => compare(nameOf(a), nameOf(b)))) {
    if (!owners.has(person.sourceId)) owners.set(person.sourceId, person);
  }
  return people.map((person) => {
    const others = person.sourceIds.filter((id) => id !== person.sourceId && !owners.has(id));
    if (owners.get(person.sourceId) === person) return { ...person, sourceIds: [person.sourceId, ...others] };
    const sourceId = `${person.sourceId}:${nameOf(person)}`;
    const warnings = [...person.warnings, say.sameIdOtherName(person.sourceId)];
    return { ...person, sourceId, sourceIds: [sourceId, ...others], warnings };
  });
}

/** Reachable records first, so that the main entry is the one with mailbox and telephone; then by content. */
function byContent(a: DirectoryRecord, b: DirectoryRecord): number {
  const reach = ({ therapist }: DirectoryRecord) => (therapist.email ? 0 : 2) + (therapist.phone ? 0 : 1);
  return (
    reach(a) - reach(b) ||
    compare(a.sourceId, b.sourceId) ||
    compare(canonical(a.therapist), canonical(b.therapist))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** JSON with the keys of every object in alphabetical order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compare(a, b)))
      : part,
  );
}

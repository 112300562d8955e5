import { normalisedName } from "../directory/names";

type Person = { firstName: string; lastName: string; birthDate: string | null };

/**
 * Whether two records with the same e-mail address are one person: the same first name, and the same last name or
 * date of birth. Families share an address, so the address alone does not tell; one typing error in either last name
 * or birth date does not make a second person.
 */
export function isSamePerson(a: Person, b: Person): boolean {
  if (normalisedName(a.firstName) !== normalisedName(b.firstName)) return false;
  return (
    normalisedName(a.lastName) === normalisedName(b.lastName) ||
    (a.birthDate !== null && a.birthDate === b.birthDate)
  );
}

type Person = { firstName: string; lastName: string; birthDate: string | null };

/**
 * Whether two records with the same e-mail address are one person: the same first name, and the same last name or
 * date of birth. Families share an address, so the address alone does not tell; one typing error in either last name
 * or birth date does not make a second person.
 */
export function isSamePerson(a: Person, b: Person): boolean {
  if (folded(a.firstName) !== folded(b.firstName)) return false;
  return folded(a.lastName) === folded(b.lastName) || (a.birthDate !== null && a.birthDate === b.birthDate);
}

/** Without case, accents, spaces and hyphens; ä, ö, ü and ß as people write them where the keys are missing. */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/[^\p{Letter}]/gu, "");
}

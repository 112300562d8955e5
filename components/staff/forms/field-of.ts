/**
 * The field that shows what is wrong at a path of a patient or therapist: lists that are one field, days of a week,
 * and rows. Fields are named like their paths otherwise.
 */
export function fieldOf(path: string): string {
  const list =
    /^(diagnoses|languages|symptoms|wantedMethods|qualifications|specialOffers|offers|consents|wishes\.(?:diagnoses|excludedDiagnoses|genders))\./;
  const day = /^((?:availability|phoneHours|officeHours)\.[a-z]{3})\./;
  if (path === "locations") return "locations.0.address.postalCode";
  return list.exec(path)?.[1] ?? day.exec(path)?.[1] ?? path;
}

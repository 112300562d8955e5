/** How a patient is named to people who may not know who it is: the last six characters of the id. */
export function pseudonymOf(id: string): string {
  return id.slice(-6).toUpperCase();
}

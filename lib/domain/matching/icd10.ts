/** An ICD-10 code as it is compared: upper case, without dot and spaces; empty for no code. */
export function comparableIcd10(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** Two comparable codes match when one begins with the other: F40 and F40.1 do, F40.1 and F40.2 do not. */
export function icd10Matches(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** An ICD-10 code as it is compared: upper case, without dot and spaces; empty for no code. */
export function comparableIcd10(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** Two comparable codes match when one begins with the other: F40 and F40.1 do, F40.1 and F40.2 do not. */
function icd10Matches(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Comparable codes of a practice; an empty list of treated ones leaves every diagnosis possible. */
export type DiagnosisWish = { treated: readonly string[]; refused: readonly string[] };

/** Whether a practice treats this diagnosis, or one that it may stand for. */
export function treatsDiagnosis({ treated }: DiagnosisWish, code: string): boolean {
  return treated.length === 0 || treated.some((wished) => icd10Matches(wished, code));
}

/** Only what is certainly meant: "not F60.3" does not refuse F60, which may be another one of its kind. */
export function refusesDiagnosis({ refused }: DiagnosisWish, code: string): boolean {
  return refused.some((prefix) => code.startsWith(prefix));
}

/** Whether a diagnosis may stand for one that the practice refuses, as F60 may for F60.3. */
export function mayRefuseDiagnosis({ refused }: DiagnosisWish, code: string): boolean {
  return refused.some((prefix) => prefix.startsWith(code) && prefix !== code);
}

/** Behind a code: how certain it is (G assured, V suspected, A ruled out, Z past), and the side (R, L, B). */
const mark = /^[GVAZ]?[RLB]?$/i;
const ruledOut = /^([A-Z]\d{2}(?:\.\d{1,2})?)[\s-]*A[RLB]?$/i;

/**
 * The ICD-10 codes of a typed text, each with the marks that stand behind it on letters, for the schema to judge:
 * "F32.1 G, F41.0" gives two. A diagnosis that was ruled out ("F32.1 A") is none and is left out.
 */
export function diagnosisCodes(text: string): string[] {
  const codes: string[] = [];
  for (const part of text.split(/[\s,;()]+/).filter(Boolean)) {
    const last = codes.at(-1);
    if (last !== undefined && mark.test(part)) codes[codes.length - 1] = `${last} ${part}`;
    else codes.push(part);
  }
  return codes.filter((code) => !ruledOut.test(code));
}

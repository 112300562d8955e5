/** JSON text that is canonical already and is copied as it is. */
export class RawJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const maxJsonDepth = 200;

/**
 * RFC 8785 (JCS) text of a JSON value: keys sorted, no white space. The SDK signs and verifies this form. Throws a
 * RangeError for a value nested deeper than 200 levels.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > maxJsonDepth) throw new RangeError(`JSON is nested deeper than ${maxJsonDepth} levels`);
  if (value instanceof RawJson) return value.text;
  if (value === undefined) return "null";
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(",")}]`;
  const record = value as Record<string, unknown>;
  // The SDK's own canonicaliser hands objects with a key "toJSON" to JSON.stringify; the signatures have to agree.
  if (record.toJSON !== undefined && record.toJSON !== null) return JSON.stringify(value);
  const members: string[] = [];
  for (const key of Object.keys(record).sort()) {
    if (record[key] === undefined) continue;
    members.push(`${JSON.stringify(key)}:${canonicalJson(record[key], depth + 1)}`);
  }
  return `{${members.join(",")}}`;
}

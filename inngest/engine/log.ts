export type LogLevel = "info" | "warn" | "error";
/** Ids, names, counts and durations only: what events and steps carry is never logged. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Writes one JSON line to standard output. */
export function log(level: LogLevel, message: string, fields: LogFields = {}): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`);
}

/** The name and code of an error, without its message, which may quote data. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  return {
    error: error.name,
    code: typeof code === "string" ? code : undefined,
    at: error.stack
      ?.split("\n")
      .find((line) => line.includes(" at "))
      ?.trim(),
  };
}

import { randomBytes } from "node:crypto";

/**
 * Logs an error that nobody expected as one line of JSON and returns its id, which is all that people and stored
 * results may see of it. Class, code and call sites only: messages of the database carry the values of the query.
 */
export function logUnexpected(error: unknown, where: string): string {
  const id = randomBytes(4).toString("hex");
  const { name, code, stack } = error instanceof Error ? describe(error) : { name: typeof error, code: undefined, stack: [] };
  console.error(JSON.stringify({ at: new Date().toISOString(), level: "error", id, where, error: name, code, stack }));
  return id;
}

function describe(error: Error) {
  const cause = error.cause as { name?: string; code?: string } | undefined;
  const code = (error as { code?: string }).code ?? cause?.code;
  const stack = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim());
  return { name: cause?.name ? `${error.name}/${cause.name}` : error.name, code, stack };
}

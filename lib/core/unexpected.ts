import { randomBytes } from "node:crypto";

type Cause = { name: string; code?: string; constraint?: string; table?: string; stack: string[] };

/**
 * Writes an unexpected error as one line of JSON and returns the id under which a person can ask for it. Names,
 * codes and places in our code only: messages of errors repeat what was typed, so they are left out.
 */
export function logUnexpected(error: unknown, where: string): string {
  const id = randomBytes(5).toString("hex");
  const line = { level: "error", at: new Date().toISOString(), id, where, causes: causesOf(error) };
  console.error(JSON.stringify(line));
  return id;
}

function causesOf(error: unknown, depth = 0): Cause[] {
  if (depth > 4 || !(error instanceof Error))
    return error === undefined ? [] : [{ name: typeof error, stack: [] }];
  const {
    code,
    constraint_name: constraint,
    table_name: table,
  } = error as unknown as Record<string, unknown>;
  const cause: Cause = {
    name: error.name,
    ...texts({ code, constraint, table }),
    stack: stackOf(error),
  };
  return [cause, ...(error.cause === undefined ? [] : causesOf(error.cause, depth + 1))];
}

/** Where it happened; the lines before that repeat the message. */
function stackOf({ stack = "", message }: Error): string[] {
  const start = message && stack.includes(message) ? stack.indexOf(message) + message.length : 0;
  const lines = stack.slice(start).split("\n");
  return lines.flatMap((line) => /^\s+at (.*:\d+:\d+\)?)$/.exec(line)?.[1] ?? []).slice(0, 12);
}

function texts(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] =>
      /^[\w.-]{1,80}$/.test(String(entry[1] ?? "")),
    ),
  );
}

import { AppError } from "@/lib/core/errors";

/** "done", or the key of the sentence with which something was refused. */
export const keyOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? error.key : `unexpected: ${String(error)}`),
  );

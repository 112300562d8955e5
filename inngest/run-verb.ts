import { NonRetriableError } from "inngest";
import { type Context, systemContext } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { logUnexpected } from "@/lib/core/unexpected";

/**
 * Runs one verb as the system inside a step. What is merely not possible now is tried again after growing waits, what
 * never will be is not; anything unexpected leaves only its id in the stored run.
 */
export async function runVerb<T>(job: string, verb: (ctx: Context) => Promise<T>): Promise<T> {
  try {
    return await verb(systemContext(job));
  } catch (error) {
    if (error instanceof AppError && error.code === "unavailable") throw new Error(error.key);
    if (error instanceof AppError) throw new NonRetriableError(`${error.code}: ${error.key}`);
    throw new Error(`unexpected error ${logUnexpected(error, job)}`);
  }
}

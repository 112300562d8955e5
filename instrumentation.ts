/** Runs once in each server process before it takes requests: refuses a wrong environment, and starts the relay. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { env } = await import("@/lib/env");
  try {
    env();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
  const { startRelay } = await import("@/inngest/relay");
  startRelay();
}

import { say } from "./say";
import { isStopping, stopAll } from "./stopping";

/**
 * Ends the program in order, with code 0, on Ctrl-C, on SIGTERM, and when the program that started us is gone. A second
 * Ctrl-C ends it at once, and the guard stops the rest.
 */
export function stopOnSignals(): void {
  let askedAt = 0;
  const stop = async () => {
    if (askedAt > 0) {
      // Ctrl-C may reach us from the terminal and from our parent alike: that counts once.
      if (Date.now() - askedAt > 1000) process.exit(1);
      return;
    }
    askedAt = Date.now();
    if (isStopping()) return;
    say("\nStopping …");
    await stopAll();
    say("Stopped.");
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  process.on("disconnect", stop);
  // The channel shall not keep us alive, and a closed terminal shall not end us half-way.
  process.channel?.unref();
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

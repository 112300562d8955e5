import postgres from "postgres";
import type { Launched } from "@/scripts/processes/launch";

/** After a power cut PostgreSQL replays its log first, which may take minutes. */
const longestMs = 300_000;

/** Waits until the server takes a connection; throws when it ends, or refuses the connection for good. */
export async function untilAnswers(url: string, server: Launched): Promise<void> {
  const deadline = Date.now() + longestMs;
  while (Date.now() < deadline) {
    if (server.result()) throw new Error("it ended at once");
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error(`it did not answer within ${longestMs / 60_000} minutes`);
}

async function answers(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, prepare: false, connect_timeout: 10, onnotice: () => {} });
  try {
    await client`select 1`;
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === "28P01") throw new Error("its password file does not belong to this data");
    // Not listening yet, or "the database system is starting up".
    if (code === "ECONNREFUSED" || code === "57P03" || code === "CONNECT_TIMEOUT") return false;
    throw error;
  } finally {
    await client.end({ timeout: 1 });
  }
}

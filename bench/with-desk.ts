import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { closeDatabase, database } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { freePort } from "@/scripts/free-port";
import { startPostgres } from "@/scripts/postgres";
import { build, needsBuild } from "@/scripts/start/build";
import { newKeys } from "@/scripts/start/keys";
import { startService } from "@/scripts/start/service";
import { engineService, webService } from "@/scripts/start/services";
import { fillDatabase } from "./fill-database";
import { fillDesk } from "./pages/prepare";

export type DeskSize = { therapists: number; searches: number };
type Desk = {
  localUrl: string;
  /** How many wait for review. */
  proposals: number;
};
type Options = DeskSize & {
  /** Run the engine as well, so that what is decided is carried out meanwhile. */ withEngine?: boolean;
};

/**
 * The production server on a PostgreSQL of its own with a made-up country in it and what a first matching run leaves on
 * the desk, while `work` lasts.
 */
export async function withDesk(
  { therapists, searches, withEngine = false }: Options,
  work: (desk: Desk) => Promise<void>,
): Promise<void> {
  const logs = mkdtempSync(join(tmpdir(), "lotse-bench-desk-"));
  if (needsBuild()) await build(join(logs, "build.log"));
  const postgres = await startPostgres({ temporary: true });
  const services: { stop: () => Promise<void> }[] = [postgres];
  try {
    const [port, enginePort] = [await freePort(), await freePort()];
    const localUrl = `http://127.0.0.1:${port}`;
    Object.assign(process.env, newKeys(), {
      DATABASE_URL: postgres.url,
      APP_URL: localUrl,
      NEXTAUTH_URL: localUrl,
      SMTP_URL: "",
      INNGEST_BASE_URL: `http://127.0.0.1:${enginePort}`,
    });
    await migrateDatabase(postgres.url);
    await fillDatabase(database(), therapists, searches, { past: searches });
    const proposals = await fillDesk();
    await database().execute(sql`vacuum analyze`);
    const env = { ...process.env, NODE_ENV: "production" as const };
    services.push(
      await startService(webService({ dev: false, host: "127.0.0.1", port, localUrl, env, logs })),
    );
    if (withEngine) {
      const engine = { port: enginePort, webUrl: localUrl, databaseUrl: postgres.url, env, logs };
      services.push(await startService(engineService(engine)));
    }
    await work({ localUrl, proposals });
  } finally {
    await closeDatabase();
    for (const service of services.toReversed()) await service.stop();
    rmSync(logs, { recursive: true, force: true });
  }
}

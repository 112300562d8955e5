import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { freePort } from "@/scripts/free-port";
import { startPostgres } from "@/scripts/postgres";
import { build, needsBuild } from "@/scripts/start/build";
import { newKeys } from "@/scripts/start/keys";
import { startService } from "@/scripts/start/service";
import { engineService, webService } from "@/scripts/start/services";
import { fillDatabase } from "./fill-database";

/**
 * A whole Lotse for the browser: production build, database, web server, engine, everything on free ports. What the
 * tests need to know of it they find in the environment.
 */
export default async function setup() {
  const logs = mkdtempSync(join(tmpdir(), "lotse-e2e-"));
  if (needsBuild()) await build(join(logs, "build.log"));
  const postgres = await startPostgres({ temporary: true });
  const [webPort, enginePort] = [await freePort(), await freePort()];
  const localUrl = `http://127.0.0.1:${webPort}`;
  Object.assign(process.env, newKeys(), {
    DATABASE_URL: postgres.url,
    APP_URL: localUrl,
    NEXTAUTH_URL: localUrl,
    INNGEST_BASE_URL: `http://127.0.0.1:${enginePort}`,
    ENGINE_TEST_CLOCK: "1",
    SMTP_URL: "",
    E2E_URL: localUrl,
    E2E_PASSWORD: "leuchtturm-am-deich-42",
    OPERATOR_NAME: "Vermittlung Musterstadt",
    OPERATOR_STREET: "Probeweg 1",
    OPERATOR_CITY: "52062 Aachen",
    OPERATOR_EMAIL: "kontakt@vermittlung.example",
    OPERATOR_PHONE: "0241 99999900",
  });
  await migrateDatabase(postgres.url);
  await fillDatabase();
  await closeDatabase();
  const env = { ...process.env, NODE_ENV: "production" as const };
  const web = await startService(
    webService({ dev: false, host: "127.0.0.1", port: webPort, localUrl, env, logs }),
  );
  const engine = await startService(
    engineService({ port: enginePort, webUrl: localUrl, databaseUrl: postgres.url, env, logs }),
  );
  return async () => {
    await web.stop();
    await engine.stop();
    await postgres.stop();
    rmSync(logs, { recursive: true, force: true });
  };
}

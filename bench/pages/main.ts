/**
 * How fast the desk answers with a whole country in the database: the production server on a PostgreSQL of its own, one
 * signed-in coordinator's session, every page asked for by one client and by twenty at once, each asking again as soon
 * as it has its answer; the preview of the composition, a whole matching run twice over, by one admin alone. One line of
 * JSON per page: milliseconds until the whole answer is there, half of them below p50, 95 of 100 below p95:
 * `npm run bench:pages -- [--therapists N] [--searches N] [--seconds N] [--pages TEXT]`; with TEXT only the pages whose
 * name it is part of.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { closeDatabase, database } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { freePort } from "@/scripts/free-port";
import { startPostgres } from "@/scripts/postgres";
import { build, needsBuild } from "@/scripts/start/build";
import { newKeys } from "@/scripts/start/keys";
import { startService } from "@/scripts/start/service";
import { webService } from "@/scripts/start/services";
import { fillDatabase } from "../fill-database";
import { measurePage } from "./measure-page";
import { compositionPreview, fillDesk, pagesToMeasure, signedInCookie } from "./prepare";

const { values } = parseArgs({
  options: {
    therapists: { type: "string", default: "33000" },
    searches: { type: "string", default: "10000" },
    seconds: { type: "string", default: "10" },
    pages: { type: "string", default: "" },
  },
});
const size = { therapists: Number(values.therapists), searches: Number(values.searches) };

const logs = mkdtempSync(join(tmpdir(), "lotse-bench-pages-"));
if (needsBuild()) await build(join(logs, "build.log"));
const postgres = await startPostgres({ temporary: true });
try {
  const port = await freePort();
  const localUrl = `http://127.0.0.1:${port}`;
  Object.assign(process.env, newKeys(), {
    DATABASE_URL: postgres.url,
    APP_URL: localUrl,
    NEXTAUTH_URL: localUrl,
    SMTP_URL: "",
  });
  await migrateDatabase(postgres.url);
  await fillDatabase(database(), size.therapists, size.searches, { past: size.searches });
  const proposals = await fillDesk();
  await database().execute(sql`vacuum analyze`);
  const cookie = await signedInCookie();
  const adminCookie = await signedInCookie("admin");
  const pages = await pagesToMeasure();
  const env = { ...process.env, NODE_ENV: "production" as const };
  const web = await startService(webService({ dev: false, host: "127.0.0.1", port, localUrl, env, logs }));
  try {
    for (const [page, addresses] of Object.entries(pages)) {
      if (!page.includes(values.pages)) continue;
      for (const clients of [1, 20]) {
        const urls = addresses.map((address) => localUrl + address);
        const times = await measurePage({ urls, cookie, clients, seconds: Number(values.seconds) });
        console.log(JSON.stringify({ page, clients, ...times, ...size, proposals }));
      }
    }
    const page = "preview of the composition";
    if (page.includes(values.pages)) {
      const preview = await compositionPreview(localUrl, adminCookie);
      const times = await measurePage({ ...preview, clients: 1, seconds: Number(values.seconds) });
      console.log(JSON.stringify({ page, clients: 1, ...times, ...size, proposals }));
    }
  } finally {
    await web.stop();
  }
} finally {
  await closeDatabase();
  await postgres.stop();
  rmSync(logs, { recursive: true, force: true });
}

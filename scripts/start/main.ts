import { existsSync } from "node:fs";
import { join } from "node:path";
import { flag } from "@/scripts/command-line/options";
import { optionsOf } from "@/scripts/command-line/read-options";
import { freePort } from "@/scripts/free-port";
import { build, needsBuild } from "./build";
import { claim } from "./claim";
import { runCommand } from "./command";
import { openDataDirectory, putLogsAside } from "./data-directory";
import { checkGivenDatabase, migrate, startOwnDatabase } from "./database";
import { applicationEnvironment } from "./environment";
import { keepRunning } from "./keep-running";
import { readOrCreateKeys } from "./keys";
import { checkPort } from "./ports";
import { fileProblem } from "./problem";
import { say, step } from "./say";
import { startService } from "./service";
import { engineService, webService } from "./services";
import { readSettings } from "./settings";
import { stopOnSignals } from "./signals";
import { isStopping, onStop, stopAll } from "./stopping";

stopOnSignals();
try {
  await start();
} catch (error) {
  await giveUp(error as Error);
}

/** Brings up everything in its order; each part is stopped in the opposite one. */
async function start(): Promise<void> {
  optionsOf({
    call: "npm start",
    about:
      "Everything Lotse needs on this machine, until Ctrl-C. The environment is explained in docs/operations.md.",
    options: { dev: flag("runs Next's development server, as npm run dev does") },
  });
  const settings = readSettings(process.argv.slice(2));
  const data = openDataDirectory(".data");
  const mine = await claim(data.running);
  onStop(mine.release);
  putLogsAside(data.logs);
  await checkPort(settings.host, settings.port);
  const keys = readOrCreateKeys(data.keys, existsSync(join(data.postgres, "password")));

  const databaseUrl =
    settings.databaseUrl ??
    (await step("Starting the database", () => startOwnDatabase(data.postgres, giveUp)));
  if (settings.databaseUrl) await checkGivenDatabase(databaseUrl);
  await step(
    "Bringing its tables up to date",
    () => migrate(databaseUrl),
    (count) => (count ? `${count} migrations` : ""),
  );

  const enginePort = settings.inngestUrl ? 0 : await freePort();
  const inngestUrl = settings.inngestUrl ?? `http://127.0.0.1:${enginePort}`;
  const env = applicationEnvironment(settings, keys, { databaseUrl, inngestUrl, demo: settings.demo });
  mine.publish({ DATABASE_URL: databaseUrl, INNGEST_BASE_URL: inngestUrl, APP_URL: settings.appUrl });
  if (settings.demo) {
    await step("Data to try things out with", () => runCommand("seed.ts", env), lastLine);
  }
  if (!settings.dev && needsBuild()) {
    await step("Building the web application", () => build(join(data.logs, "build.log")));
  }

  const { localUrl: webUrl } = settings;
  const web = webService({ ...settings, env, logs: data.logs });
  await step("Starting the web server", () =>
    keepRunning({ name: web.name, start: () => startService(web), giveUp }),
  );
  if (!settings.inngestUrl) {
    const engine = engineService({ port: enginePort, webUrl, databaseUrl, env, logs: data.logs });
    await step("Starting the engine", () =>
      keepRunning({ name: engine.name, start: () => startService(engine), giveUp }),
    );
  }
  await welcome(settings.appUrl, settings.demo, env);
}

async function welcome(appUrl: string, demo: boolean, env: NodeJS.ProcessEnv): Promise<void> {
  const links = demo ? await runCommand("demo-links.ts", env) : [];
  say(["", `Lotse is running: ${appUrl}`, ...links, "", "Ctrl-C stops it."].join("\n"));
}

/** One sentence, everything stopped, exit code 1. */
async function giveUp(error: Error): Promise<void> {
  if (isStopping()) return;
  console.error((fileProblem(error) ?? error).message);
  await stopAll();
  process.exit(1);
}

function lastLine(lines: string[]): string {
  return lines.findLast((line) => line.trim() !== "")?.trim() ?? "";
}

import { appendFileSync } from "node:fs";
import { type Launched, launch } from "@/scripts/processes/launch";

/** A program of ours with a health address. */
export type Service = {
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Answers 200 once the service can work. */
  healthUrl: string;
  /** Takes everything it prints. */
  log: string;
  /** Which of its lines are shown here as well. */
  show?: (line: string) => boolean;
};

const longestStartMs = 120_000;

/** Starts a service on this Node and waits until it is healthy. Throws one sentence when it is not. */
export async function startService(service: Service): Promise<Launched> {
  const lastLines: string[] = [];
  const started = await launch({
    command: process.execPath,
    args: service.args,
    env: service.env,
    onLine: (line) => {
      appendFileSync(service.log, `${line}\n`, { mode: 0o600 });
      if (service.show?.(line)) process.stdout.write(`${line}\n`);
      if (line.trim() !== "") lastLines.push(line.trim());
      if (lastLines.length > 20) lastLines.shift();
    },
  });
  try {
    await untilHealthy(service, started);
    return started;
  } catch (error) {
    await started.stop();
    const said = complaint(lastLines);
    throw new Error(`${(error as Error).message}${said ? `: ${said}` : ""} (more in ${service.log}).`, {
      cause: error,
    });
  }
}

async function untilHealthy({ name, healthUrl }: Service, started: Launched): Promise<void> {
  const deadline = Date.now() + longestStartMs;
  while (Date.now() < deadline) {
    const ended = started.result();
    if (ended) throw new Error(`The ${name} ended at once (${ended.signal ?? `code ${ended.code}`})`);
    if (await isHealthy(healthUrl)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The ${name} was not ready after ${longestStartMs / 1000} s`);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: "manual" });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** The line that most likely says why. */
function complaint(lines: string[]): string | undefined {
  const line =
    lines.findLast((text) => /error|failed|must|not |Set /i.test(text) && !text.startsWith("at ")) ??
    lines.at(-1);
  return line
    ?.replace(/^[⨯✗×\s]+/, "")
    .replace(/^(\w*Error):\s*/, "")
    .replace(/\.$/, "");
}

import { join } from "node:path";
import { launch } from "@/scripts/processes/launch";
import { onStop } from "./stopping";

/** Runs one of the project's commands to its end and returns what it printed. Throws its last line when it fails. */
export async function runCommand(script: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const lines: string[] = [];
  const running = await launch({
    command: process.execPath,
    args: ["--import", "tsx", join("scripts", script)],
    env,
    onLine: (line) => lines.push(line),
  });
  onStop(running.stop);
  const { code } = await running.ended;
  if (code === 0) return lines;
  const reason =
    lines.findLast((line) => /error/i.test(line)) ?? lines.findLast((line) => line.trim() !== "");
  throw new Error(`scripts/${script} failed: ${reason ?? `code ${code}`}`);
}

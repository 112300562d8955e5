import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Count } from "./count";

/**
 * Runs a test tool of node_modules in this terminal and reads its report. A tool that ends badly without a failure in
 * its report, or without a report, counts as one failure.
 */
export async function runTool(
  tool: string,
  args: string[],
  report: string,
  read: (file: string) => Count,
  variables: Record<string, string> = {},
): Promise<Count> {
  const code = await run(tool, args, variables);
  if (!existsSync(report))
    return { passed: 0, failed: 1, skipped: 0, note: `${tool} ended without a report` };
  const count = read(report);
  return code !== 0 && count.failed === 0
    ? { ...count, failed: 1, note: `${tool} ended with code ${code}` }
    : count;
}

function run(tool: string, args: string[], variables: Record<string, string>): Promise<number | null> {
  const bin = join("node_modules", ".bin");
  const path = [bin, join(process.execPath, ".."), process.env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...variables, PATH: path };
    const child = spawn(join(bin, tool), args, { env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("close", resolve);
  });
}

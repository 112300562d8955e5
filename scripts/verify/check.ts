import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** One check of `npm run verify`: returns what is wrong, a line each; nothing when all is right. */
export type Check = { name: string; run: () => Promise<string[]> };

export type ToolResult = { code: number | null; lines: string[] };

/** Runs a tool of node_modules on this Node and returns what it printed. */
export function runTool(name: string, args: string[]): Promise<ToolResult> {
  const bin = join("node_modules", ".bin");
  const path = [bin, join(process.execPath, ".."), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, NO_COLOR: "1", FORCE_COLOR: "0" };
  return new Promise((resolve, reject) => {
    const child = spawn(join(bin, name), args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, lines: output.split("\n").filter((line) => line.trim() !== "") }),
    );
  });
}

/** A check that passes when the tool says so by its exit code. */
export function toolCheck(checkName: string, tool: string, args: string[]): Check {
  return {
    name: checkName,
    run: async () => {
      const { code, lines } = await runTool(tool, args);
      return code === 0 ? [] : [...lines, ...(lines.length === 0 ? [`${tool} ended with code ${code}`] : [])];
    },
  };
}

import { spawn } from "node:child_process";
import { projectNode, root } from "./project.mjs";

/**
 * Runs a TypeScript program of the project on its own Node and ends with its exit code. Signals are passed on (Ctrl-C
 * may so reach the program twice); the program has a channel to us and notices when we are killed.
 */
export function runOnProjectNode(script, args) {
  const child = spawn(projectNode, ["--import", "tsx", script, ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) stopWithNpm(child);
  child.on("error", (error) => {
    console.error(
      `The project's Node did not start (${error.message}): remove the folder node_modules and try again.`,
    );
    process.exit(1);
  });
  child.on("exit", (code) => process.exit(code ?? 1));
}

/** npm that is killed tells nobody: notice that another process has become our parent. */
function stopWithNpm(child) {
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== npm) child.kill("SIGTERM");
  }, 500);
  timer.unref();
}

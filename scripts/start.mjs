/** `npm start`: everything Lotse needs on this machine, until Ctrl-C. `--dev` runs Next's development server. */
import { installIfNeeded } from "./bootstrap/install.mjs";
import { fail } from "./bootstrap/problem.mjs";
import { checkGround } from "./bootstrap/project.mjs";
import { runOnProjectNode } from "./bootstrap/run-on-project-node.mjs";

try {
  checkGround();
  await installIfNeeded();
  runOnProjectNode("scripts/start/main.ts", process.argv.slice(2));
} catch (error) {
  fail(error);
}

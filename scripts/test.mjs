/** `npm test`: every check and every test; `npm test -- verify`, `unit` or `e2e` runs a part. */
import { installIfNeeded } from "./bootstrap/install.mjs";
import { fail } from "./bootstrap/problem.mjs";
import { checkGround } from "./bootstrap/project.mjs";
import { runOnProjectNode } from "./bootstrap/run-on-project-node.mjs";

try {
  checkGround();
  await installIfNeeded();
  runOnProjectNode("scripts/test/main.ts", process.argv.slice(2));
} catch (error) {
  fail(error);
}

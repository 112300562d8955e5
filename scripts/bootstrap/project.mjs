import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "./problem.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The project's own Node, which comes as a package, so that every machine runs the same one. */
export const projectNode = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Throws a Problem on a Node that is too old to begin with, or outside the project. */
export function checkGround() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20)
    throw new Problem(
      `This is Node.js ${process.versions.node}; Lotse needs 20 or newer: https://nodejs.org`,
    );
  if (!existsSync(join(root, "package-lock.json"))) throw new Problem(`${root} holds no package-lock.json.`);
}

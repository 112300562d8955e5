/** Runs on any Node from 20 on, before anything is installed: uses nothing but Node itself. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Problem } from "./problem.mjs";
import { projectNode, root } from "./project.mjs";

/** Runs `npm ci` unless exactly the packages of package-lock.json are there. Throws a Problem when that fails. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  const startedAt = Date.now();
  console.log("Installing the packages …");
  const { code, output } = await npmCi();
  if (code !== 0) throw new Problem(`The packages could not be installed: ${whyNpmFailed(output)}`);
  if (!isInstalled())
    throw new Problem("The packages were installed, but not all of them are there: try npm ci by hand.");
  console.log(`  done in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

/** npm writes down what it has installed; a package is missing or stale when that list differs from the lock file. */
function isInstalled() {
  const notes = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(notes) || !existsSync(projectNode)) return false;
  const installed = packagesIn(notes);
  return Object.entries(packagesIn(join(root, "package-lock.json"))).every(([path, wanted]) => {
    if (path === "") return true;
    const found = installed[path];
    // Optional packages of other systems are rightly absent.
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    throw new Problem(`${file} is damaged: put it back, or remove the folder node_modules, and try again.`);
  }
}

function npmCi() {
  // The flags undo settings of this machine that would leave out what the product needs.
  const args = ["ci", "--include=dev", "--include=optional", "--ignore-scripts=false", "--loglevel=error"];
  // Without node_modules/.bin, where `npm start` puts a Node that `npm ci` is about to remove.
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((entry) => !entry.startsWith(join(root, "node_modules")));
  const env = { ...process.env, PATH: path.join(delimiter) };
  return new Promise((resolve, reject) => {
    const child = spawn("npm", args, { cwd: root, env, shell: process.platform === "win32" });
    const stopCounting = countSeconds();
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", () =>
      reject(new Problem("npm was not found; it comes with Node.js: https://nodejs.org")),
    );
    child.on("close", (code) => {
      stopCounting();
      resolve({ code, output });
    });
  });
}

/** Shows that something is going on: a running count on a terminal, a line now and then elsewhere. */
function countSeconds() {
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += 1;
    if (process.stdout.isTTY) process.stdout.write(`\r  ${seconds} s `);
    else if (seconds % 15 === 0) console.log(`  ${seconds} s`);
  }, 1000);
  return () => {
    clearInterval(timer);
    if (process.stdout.isTTY) process.stdout.write("\r          \r");
  };
}

function whyNpmFailed(output) {
  const lines = output.split("\n").filter((line) => /^npm (error|ERR!)/.test(line));
  const text = lines.map((line) => line.replace(/^npm (error|ERR!)\s*/, "").trim());
  const told = text.filter(
    (line) => line !== "" && !line.startsWith("A complete log") && !line.startsWith("code "),
  );
  return told.slice(0, 2).join(" ") || "npm gave no reason.";
}

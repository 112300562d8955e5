import { globSync, readFileSync } from "node:fs";

const left = /^(node_modules|\.next|\.data|\.git|test-results|playwright-report)(\/|$)/;

/** Paths of the project's own files that fit the patterns, in order. */
export function projectFiles(patterns: string[]): string[] {
  return globSync(patterns, { exclude: (path) => left.test(path) })
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();
}

export function textOf(file: string): string {
  return readFileSync(file, "utf8");
}

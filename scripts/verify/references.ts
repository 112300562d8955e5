import { existsSync, globSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { Check } from "./check";
import { projectFiles, textOf } from "./project-files";

type Found = { line: number; reference: string };

/** What the documents point at exists: linked files and headings, paths in code font, and npm commands. */
export const referencesCheck: Check = {
  name: "references",
  run: async () => [
    ...projectFiles(["*.md", "{docs,db,inngest,tests,bench,samples}/**/*.md"]).flatMap(deadIn),
    ...deadInSources(),
  ],
};

/** Dead references of one document. */
function deadIn(file: string): string[] {
  const text = textOf(file);
  const dead = [
    ...links(text).filter(({ reference }) => !linkLives(file, reference)),
    ...codePaths(text).filter(({ reference }) => !pathLives(file, reference)),
    ...commands(text).filter(({ reference }) => !commandLives(reference)),
  ];
  return dead.map(({ line, reference }) => `${file}:${line} points at ${reference}, which is not there`);
}

function links(text: string): Found[] {
  return find(text, /\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g);
}

function linkLives(file: string, link: string): boolean {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return true;
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? file : normalize(join(dirname(file), decodeURIComponent(path)));
  if (!existsSync(target)) return false;
  return !anchor || !target.endsWith(".md") || headings(textOf(target)).includes(anchor);
}

/** Headings as GitHub turns them into anchors. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-"),
  );
}

/** Words in code font that begin with one of our folders, or are the name of a file at the root. */
function codePaths(text: string): Found[] {
  const roots = readdirSync(".", { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith("."),
  );
  const folder = new RegExp(`^(${roots.map((entry) => entry.name).join("|")})/`);
  const isPath = (word: string) =>
    !/[<>…\s{}]|NAME|FILE/.test(word) &&
    (folder.test(word) || /^[\w.-]+\.(md|json|ts|tsx|mjs|js|yml|yaml)$/.test(word));
  return find(text, /`([^`\n]+)`/g).filter(({ reference }) => isPath(reference));
}

function pathLives(file: string, path: string): boolean {
  const clean = path.replace(/:\d+$/, "");
  if (clean.startsWith("node_modules/")) return true;
  if (/[*?]/.test(clean)) return globSync(clean).length > 0;
  return existsSync(clean) || existsSync(join(dirname(file), clean));
}

function commands(text: string): Found[] {
  return find(text, /\bnpm run ([\w:-]+)/g);
}

function commandLives(name: string): boolean {
  const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
  return name in scripts;
}

/** Comments and messages send people to documents, too. */
function deadInSources(): string[] {
  return projectFiles([
    "*.ts",
    "{app,components,lib,db,inngest,scripts,tests,bench}/**/*.{ts,tsx,mjs}",
  ]).flatMap((file) =>
    find(textOf(file), /\b(docs\/[\w/-]+\.md|npm run [\w:-]+)/g)
      .filter(({ reference }) =>
        reference.startsWith("npm run ")
          ? !commandLives(reference.slice("npm run ".length))
          : !existsSync(reference),
      )
      .map(({ line, reference }) => `${file}:${line} names ${reference}, which is not there`),
  );
}

function find(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map((match) => ({
    line: text.slice(0, match.index).split("\n").length,
    reference: match[1]!,
  }));
}

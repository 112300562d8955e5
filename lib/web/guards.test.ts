import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { abilities } from "@/lib/core/permissions";

const desk = "app/admin";
const files = readdirSync(desk, { recursive: true, encoding: "utf8" }).map((name) => join(desk, name));
const pages = files.filter((file) => file.endsWith("/page.tsx"));
const routes = files.filter((file) => file.endsWith("/route.ts"));
const actionFiles = files.filter((file) => /\.tsx?$/.test(file) && startsWith(file, "use server"));
/** Open to everyone who is signed in, whatever the role. */
const forEveryRole = [
  "account/page.tsx",
  "account/actions.ts",
  "[...rest]/page.tsx",
  "settings/page.tsx",
].map((file) => join(desk, file));
const guard = /await requireStaff\(\s*(?:"([\w.]+)"|null)/;

describe("every page of the desk", () => {
  test("is looked at by this test", () => expect(pages.length).toBeGreaterThan(15));

  test.each(pages)("%s asks who is there before it reads anything", (file) => {
    const body = bodyOf(readFileSync(file, "utf8"), /export default async function \w+/);
    const [asked, ability] = guard.exec(body) ?? [];
    expect(asked, "requireStaff is missing").toBeDefined();
    expectAbility(file, ability);
    const before = body.slice(0, body.indexOf(asked!));
    const reads = [...before.matchAll(/await (\w+)/g)].map((match) => match[1]);
    expect(reads.filter((name) => name !== "searchParams" && name !== "params")).toEqual([]);
  });

  test.each(pages)("%s tells nothing in its title, which is made without asking", (file) => {
    const body = bodyOf(readFileSync(file, "utf8"), /export async function generateMetadata/);
    expect(
      [...body.matchAll(/await \(?await (\w+)|await (\w+)/g)].map((match) => match[1] ?? match[2]),
    ).toEqual(body === "" ? [] : ["getTranslations"]);
  });
});

describe("every action of the desk", () => {
  test("is looked at by this test", () => expect(actionFiles.length).toBeGreaterThan(8));

  test("stands in a file of actions, never inside a page", () => {
    const inline = files.filter(
      (file) => file.endsWith(".tsx") && /^\s+"use server"/m.test(readFileSync(file, "utf8")),
    );
    expect(inline).toEqual([]);
  });

  test.each([...actionFiles, ...routes])("%s asks who is there first", (file) => {
    const source = readFileSync(file, "utf8");
    const heads = [...source.matchAll(/export (?:default )?(?:async )?(?:function (\w+)|const (\w+))/g)];
    expect(heads.length).toBeGreaterThan(0);
    for (const head of heads) {
      const body = bodyOf(source, new RegExp(`export (?:async )?function ${head[1]}\\b`));
      const first = body.split(";")[0] ?? "";
      expect(guard.test(first), `${head[1] ?? head[2]} does not begin with requireStaff`).toBe(true);
      expectAbility(file, guard.exec(first)?.[1]);
    }
  });
});

describe("the test itself", () => {
  test("sees a page that asks too late and an action that does not ask", () => {
    const late =
      "export default async function P() {\n const rows = await listPatients();\n await requireStaff(null);\n}";
    const body = bodyOf(late, /export default async function \w+/);
    expect(body.slice(0, body.search(guard))).toContain("await listPatients");
    expect(
      guard.test(bodyOf("export async function a() {\n return run();\n}", /export async function a/)),
    ).toBe(false);
  });
});

function expectAbility(file: string, ability: string | undefined): void {
  if (forEveryRole.includes(file)) return;
  expect(abilities, `${file} asks for no ability`).toContain(ability);
}

function startsWith(file: string, directive: string): boolean {
  return readFileSync(file, "utf8").startsWith(`"${directive}"`);
}

/** What stands between the braces of a function; "" when there is no such function. */
function bodyOf(source: string, head: RegExp): string {
  const start = head.exec(source);
  if (!start) return "";
  const open = /\{\n/g;
  open.lastIndex = start.index;
  const from = open.exec(source)?.index ?? source.length;
  const end = source.indexOf("\n}", from);
  return source.slice(from + 1, end);
}

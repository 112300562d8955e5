import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { locales } from "./locale";
import { messages } from "./messages";

const texts = { de: flatten(messages.de), en: flatten(messages.en) };
const keys = Object.keys(texts.de);

describe("words of the product", () => {
  it("every language has the same keys", () => {
    expect(Object.keys(texts.en).sort()).toEqual([...keys].sort());
  });

  it.each(keys)("%s has the same arguments and tags in every language", (key) => {
    expect(placeholders(texts.en[key] ?? "")).toEqual(placeholders(texts.de[key] ?? ""));
  });

  it.each(locales)("every text in %s can be written out for one and for many", (locale) => {
    for (const key of keys) {
      for (const amount of [1, 5]) {
        expect(written(locale, key, amount), key).toMatch(/\S/);
      }
    }
  });

  it.each(locales)("no text in %s shouts", (locale) => {
    expect(keys.filter((key) => texts[locale][key]?.includes("!"))).toEqual([]);
  });
});

describe("the comparison itself", () => {
  it("sees arguments inside plurals and tags, and not the words around them", () => {
    const text = "{n, plural, one {ein Tag für {name}} other {# Tage}} <link>mehr</link> '{kein}' Argument";
    expect(placeholders(text)).toEqual(["<link>", "n:plural", "name"]);
  });
});

function written(locale: (typeof locales)[number], key: string, amount: number): string {
  const text = texts[locale][key] ?? "";
  const values = Object.fromEntries(
    placeholders(text).map((placeholder) => {
      const [name = "", kind] = placeholder.replace(/[<>]/g, "").split(":");
      if (placeholder.startsWith("<")) return [name, (chunks: string) => chunks];
      if (kind === "date" || kind === "time") return [name, new Date(0)];
      return [name, kind && kind !== "select" ? amount : "x"];
    }),
  );
  const onError = (error: Error) => {
    throw error;
  };
  const translate = createTranslator({ locale, messages: { text }, onError });
  return translate.markup("text", values as never);
}

function flatten(tree: object, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]: [string, string | object]) =>
      typeof value === "string"
        ? [[prefix + key, value]]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  );
}

/** Names of the ICU arguments with their kind, and of the tags, of one text: sorted, each once. */
function placeholders(text: string): string[] {
  const found = new Set<string>();
  readText(text.replace(/'[{}<>][^']*'/g, ""), 0, found);
  return [...found].sort();
}

function readText(text: string, start: number, found: Set<string>): number {
  let at = start;
  while (at < text.length && text[at] !== "}") {
    const tag = /^<(\w+)>/.exec(text.slice(at))?.[1];
    if (tag) found.add(`<${tag}>`);
    at = text[at] === "{" ? readArgument(text, at + 1, found) : at + 1;
  }
  return at + 1;
}

function readArgument(text: string, start: number, found: Set<string>): number {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(text.slice(start));
  if (!head) throw new Error(`Not an ICU argument: ${text.slice(start)}`);
  const [whole, name = "", kind] = head;
  found.add(kind ? `${name}:${kind}` : name);
  let at = start + whole.length;
  while (at < text.length && text[at] !== "}") at = text[at] === "{" ? readText(text, at + 1, found) : at + 1;
  return at + 1;
}

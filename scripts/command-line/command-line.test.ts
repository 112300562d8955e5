import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { count, flag, numberList, numbersFor, required, someOf, text, texts } from "./options";
import { type Program, helpOf } from "./program";
import { readOptions } from "./read-options";
import { UsageError } from "./usage-error";

const program = {
  call: "sail",
  about: "Sails somewhere.",
  options: {
    to: required(texts("PORT", "where to")),
    crew: count(3, "people on board"),
    speeds: numberList([1, 2], "knots"),
    wind: someOf(["north", "south"], "directions"),
    set: numbersFor(["depth"], "what the chart says"),
    flagship: text("NAME", "which of them"),
    dry: flag("stays in the harbour"),
  },
};
const usage = `Use: sail -- --to PORT... [--crew N] [--speeds N,N...] [--wind NAME,NAME...] [--set NAME=VALUE...] [--flagship NAME] [--dry]`;

describe("options", () => {
  test("take one value or several, one after the other or each with its name", () => {
    const argv =
      "--to Kiel Bremen --dry --to Emden --set depth=2.5 --speeds 4,0.5 --crew=7 --wind south".split(" ");
    expect(readOptions(program, argv)).toEqual({
      to: ["Kiel", "Bremen", "Emden"],
      crew: 7,
      speeds: [4, 0.5],
      wind: ["south"],
      set: { depth: 2.5 },
      flagship: null,
      dry: true,
      words: [],
    });
  });

  test("that are left out have their defaults", () => {
    expect(readOptions(program, ["--to", "Kiel"])).toMatchObject({
      crew: 3,
      speeds: [1, 2],
      wind: ["north", "south"],
      set: {},
      dry: false,
    });
  });

  test.each([
    ["", `--to is missing. ${usage}`],
    ["--to", `--to takes a value. ${usage}`],
    ["--to --dry", `--to takes a value. ${usage}`],
    ["--to=", `--to takes a value. ${usage}`],
    ["--too Kiel", `--too is not known. ${usage}`],
    ["--constructor", `--constructor is not known. ${usage}`],
    ["-x", `-x is not known. ${usage}`],
    ["Kiel", `“Kiel” is one word too many. ${usage}`],
    ["--to Kiel --crew 2 3", `“3” is one word too many. ${usage}`],
    ["--to Kiel --crew 2 --crew 3", `--crew takes one value. ${usage}`],
    ["--to Kiel --dry=no", `--dry takes no value. ${usage}`],
    ["--to Kiel --crew many", "--crew takes a whole number of 1 or more, not “many”."],
    ["--to Kiel --crew 0", "--crew takes a whole number of 1 or more, not “0”."],
    ["--to Kiel --crew 2.5", "--crew takes a whole number of 1 or more, not “2.5”."],
    ["--to Kiel --speeds 1,,2", "--speeds takes numbers such as 1,2, not “1,,2”."],
    ["--to Kiel --wind west", "--wind knows no “west”: choose among north, south."],
    ["--to Kiel --set width=3", "--set knows no “width”: choose among depth."],
    ["--to Kiel --set depth=", "--set depth takes a number, not “”."],
  ])("%s is refused in one sentence", (line, sentence) => {
    const read = () => readOptions(program, line.split(" ").filter(Boolean));
    expect(read).toThrow(UsageError);
    expect(read).toThrow(new UsageError(sentence));
  });

  test("words without an option go to a program that takes them, which needs one", () => {
    const taking: Program = {
      call: "take",
      about: "",
      options: { now: flag("") },
      words: { placeholder: "FILE...", help: "files" },
    };
    expect(readOptions(taking, ["a", "--now", "b"]).words).toEqual(["a", "b"]);
    expect(() => readOptions(taking, ["--now"])).toThrow("FILE... is missing. Use: take -- FILE... [--now]");
  });
});

test("help tells the use, what the program is for, and every option with its default", () => {
  const help = helpOf(program);
  expect(help.split("\n").slice(0, 3)).toEqual([usage, "", "Sails somewhere."]);
  expect(help).toContain("  --crew N             people on board (3)\n");
  expect(help).toContain("  --dry                stays in the harbour");
});

test("a program says how it is used when asked, and in one sentence what it does not know, and does nothing then", async () => {
  const file = "bench/simulate.ts";
  const [asked, wrong] = await Promise.all([run(file, "--help"), run(file, "--wrong")]);
  expect(asked).toMatchObject({ code: 0, err: "" });
  expect(asked.out).toMatch(/^Use: npm run bench:simulate /);
  expect(wrong).toMatchObject({ code: 2, out: "" });
  expect(wrong.err).toMatch(/^--wrong is not known\. Use: npm run bench:simulate .*\n$/);
});

async function run(file: string, argument: string) {
  const started = promisify(execFile)(process.execPath, ["node_modules/tsx/dist/cli.mjs", file, argument]);
  return started.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  );
}

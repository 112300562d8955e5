import { parseArgs } from "node:util";
import { type Option, type Program, type Values, helpOf, usageOf } from "./program";
import { UsageError, tellProblem } from "./usage-error";

type Options = Record<string, Option<unknown>>;
type Read<Known extends Options> = Values<Known> & { words: string[] };

/**
 * What this program was called with. Asked for help it prints how it is used and ends; a call that it does not
 * understand is told in one sentence, with exit code 2.
 */
export function optionsOf<Known extends Options>(program: Program<Known>): Read<Known> {
  const argv = process.argv.slice(2);
  if (argv.includes("--help") || argv.includes("-h")) {
    console.log(helpOf(program));
    process.exit(0);
  }
  try {
    return readOptions(program, argv);
  } catch (error) {
    tellProblem(error);
    process.exit();
  }
}

/** Reads what a program is called with; a `UsageError` says in one sentence what is missing or wrong. */
export function readOptions<Known extends Options>(
  program: Program<Known>,
  argv: readonly string[],
): Read<Known> {
  const { given, words } = sortOut(program, argv);
  if (program.words && words.length === 0)
    throw wrongCall(program, `${program.words.placeholder} is missing`);
  const values = Object.entries(program.options).map(([name, option]) => {
    const texts = given.get(name) ?? [];
    if (option.isRequired && texts.length === 0) throw wrongCall(program, `--${name} is missing`);
    if (!option.many && texts.length > 1) throw wrongCall(program, `--${name} takes one value`);
    return [name, option.read(texts, `--${name}`)];
  });
  return { ...(Object.fromEntries(values) as Values<Known>), words };
}

/** Which words belong to which option; those after an option that takes several are all its own. */
function sortOut(program: Program, argv: readonly string[]) {
  const given = new Map<string, string[]>();
  const words: string[] = [];
  let open = program.words ? words : null;
  for (const token of tokensOf(program, argv)) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") {
      if (!open) throw wrongCall(program, `“${token.value}” is one word too many`);
      open.push(token.value);
      continue;
    }
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(program.options, name) ? program.options[name]! : null;
    if (!option) throw wrongCall(program, `${rawName} is not known`);
    const isSwitch = option.placeholder === null;
    if (isSwitch && value !== undefined) throw wrongCall(program, `${rawName} takes no value`);
    if (!isSwitch && (!value || (!inlineValue && value.startsWith("--"))))
      throw wrongCall(program, `${rawName} takes a value`);
    const texts = given.get(name) ?? [];
    given.set(name, texts);
    texts.push(value ?? "");
    open = option.many ? texts : program.words ? words : null;
  }
  return { given, words };
}

function tokensOf({ options }: Program, argv: readonly string[]) {
  const known = Object.entries(options).map(([name, { placeholder }]) => {
    return [name, { type: placeholder === null ? "boolean" : "string", multiple: true }] as const;
  });
  return parseArgs({
    args: [...argv],
    options: Object.fromEntries(known),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

function wrongCall(program: Program, what: string): UsageError {
  return new UsageError(`${what}. Use: ${usageOf(program)}`);
}

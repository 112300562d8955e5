/** One option of a program. `Value` is what becomes of the values given with it. */
export type Option<Value> = {
  help: string;
  /** What stands for a value in the usage; null for a switch. */
  placeholder: string | null;
  /** Takes several values, one after the other or each with the option's name again. */
  many?: boolean;
  isRequired?: boolean;
  /** Makes the value of all that was given, also of nothing. A `UsageError` says what is wrong. */
  read: (given: readonly string[], shownName: string) => Value;
};
type Options = Record<string, Option<unknown>>;

/** What a program is for and how it is called. */
export type Program<Known extends Options = Options> = {
  /** As people call it, such as "npm run seed". */
  call: string;
  about: string;
  options: Known;
  /** Words without an option, one at least, if it takes any. */
  words?: { placeholder: string; help: string };
};

export type Values<Known extends Options> = {
  [Name in keyof Known]: ReturnType<Known[Name]["read"]>;
};

/** One line: how the program is called. */
export function usageOf({ call, options, words }: Program): string {
  const parts = Object.entries(options).map(([name, { placeholder, many, isRequired }]) => {
    const value = placeholder === null ? "" : ` ${placeholder}${many ? "..." : ""}`;
    return isRequired ? `--${name}${value}` : `[--${name}${value}]`;
  });
  const all = [...(words ? [words.placeholder] : []), ...parts];
  return all.length === 0 ? call : `${call} -- ${all.join(" ")}`;
}

/** What `--help` prints. */
export function helpOf(program: Program): string {
  const { about, options, words } = program;
  const rows = Object.entries(options).map(([name, { placeholder, help }]): [left: string, help: string] => {
    return [`--${name}${placeholder === null ? "" : ` ${placeholder}`}`, help];
  });
  if (words) rows.unshift([words.placeholder, words.help]);
  const width = Math.max(0, ...rows.map(([left]) => left.length)) + 2;
  const lines = rows.map(([left, help]) => `  ${left.padEnd(width)}${help}`);
  return [`Use: ${usageOf(program)}`, "", about, ...(lines.length > 0 ? ["", ...lines] : [])].join("\n");
}

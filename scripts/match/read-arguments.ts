/** What is wrong with a call, in one sentence for the person at the keyboard. */
export class UsageError extends Error {}

export type MatchArguments = {
  therapists: string[];
  patients: string;
  at: Date | null;
  pairs: string | null;
};

const usage =
  "Usage: npm run match -- --therapists FILE... --patients FILE [--at ISO-DATE] [--pairs OUT.jsonl]";
const flags = ["--therapists", "--patients", "--at", "--pairs"] as const;
type Flag = (typeof flags)[number];

/** What `npm run match -- --help` prints. */
export const help = `${usage}

Judges every patient of a file with every therapist of directory captures, without a database.
  --therapists  one or more captures of a directory (JSON)
  --patients    the list of patients (JSON)
  --at          the day or instant of the run; ages and exclusions count at it (today)
  --pairs       writes one line of JSON per pair within twice the patient's limit; also pairs that are
                possible by video, however far, and pairs of which a place is not known ("km":null)
The last line on standard output is a summary; refused records are named on standard error.`;

/** Reads the arguments of `npm run match`, "help" when they ask for it; a `UsageError` says what is missing or wrong. */
export function readArguments(argv: readonly string[]): MatchArguments | "help" {
  if (argv.includes("--help")) return "help";
  const given = groupByFlag(argv);
  const therapists = given.get("--therapists") ?? [];
  if (therapists.length === 0) throw new UsageError(`No therapist file is given. ${usage}`);
  const patients = single(given, "--patients");
  if (patients === null) throw new UsageError(`No patients file is given. ${usage}`);
  const at = single(given, "--at");
  return { therapists, patients, at: at === null ? null : readInstant(at), pairs: single(given, "--pairs") };
}

function groupByFlag(argv: readonly string[]): Map<Flag, string[]> {
  const given = new Map<Flag, string[]>();
  let values: string[] | null = null;
  for (const word of argv) {
    if (word.startsWith("--")) {
      const flag = flags.find((known) => known === word);
      if (!flag) throw new UsageError(`${word} is not known. ${usage}`);
      values = given.get(flag) ?? [];
      given.set(flag, values);
    } else if (values === null) {
      throw new UsageError(`"${word}" stands before any option. ${usage}`);
    } else {
      values.push(word);
    }
  }
  return given;
}

function single(given: ReadonlyMap<Flag, string[]>, flag: Flag): string | null {
  const values = given.get(flag);
  if (values === undefined) return null;
  const [value] = values;
  if (value === undefined || values.length > 1)
    throw new UsageError(`${flag} takes exactly one value. ${usage}`);
  return value;
}

/** A day counts as its noon in Germany, so that it is the same day there. */
function readInstant(text: string): Date {
  const day = /^(\d{4})-(\d{2})-(\d{2})(T.+)?$/.exec(text);
  const instant = new Date(day?.[4] ? text : `${text}T11:00:00Z`);
  // A day that does not exist, such as 30 February, would roll over into the next month.
  const exists = day !== null && new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() === Number(day[3]);
  if (!exists || Number.isNaN(instant.getTime())) {
    throw new UsageError(`--at takes a date such as 2026-11-18, not "${text}".`);
  }
  return instant;
}

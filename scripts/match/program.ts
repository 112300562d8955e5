import { required, text, texts } from "../command-line/options";
import type { Option } from "../command-line/program";
import { UsageError } from "../command-line/usage-error";

export const matchProgram = {
  call: "npm run match",
  about: `Judges every patient of a file with every therapist of directory captures, without a database. The last line on
standard output is a summary as JSON; records that cannot be used are named on standard error. Pairs are those
within twice the patient's limit, those possible by video, however far, and those of which a place is not known
("km":null).`,
  options: {
    therapists: required(texts("FILE", "one or more captures of a directory (JSON)")),
    patients: required(text("FILE", "the list of patients (JSON)")),
    at: instant("DAY", "the day or instant of the run; ages and exclusions count at it (now)"),
    pairs: text("FILE", "writes one line of JSON per pair to it"),
  },
};

/** A day counts as its noon in Germany, so that it is the same day there. Null when it is not given. */
function instant(placeholder: string, help: string): Option<Date | null> {
  const read = ([given]: readonly string[], name: string) => {
    if (given === undefined) return null;
    const day = /^(\d{4})-(\d{2})-(\d{2})(T.+)?$/.exec(given);
    const at = new Date(day?.[4] ? given : `${given}T11:00:00Z`);
    // A day that does not exist, such as 30 February, would roll over into the next month.
    const exists =
      day !== null && new Date(`${given.slice(0, 10)}T00:00:00Z`).getUTCDate() === Number(day[3]);
    if (!exists || Number.isNaN(at.getTime()))
      throw new UsageError(`${name} takes a date such as 2026-11-18, not “${given}”.`);
    return at;
  };
  return { help, placeholder, read };
}

import { readFileSync } from "node:fs";
import { Problem } from "../start/problem";

/** The text of a file that was named on the command line. Throws a Problem when it cannot be read. */
export function readNamedFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Problem(`The file ${file} cannot be read.`);
  }
}

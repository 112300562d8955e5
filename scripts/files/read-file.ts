import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { UsageError } from "../command-line/usage-error";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "you may not read it",
  ERR_STRING_TOO_LONG: "it is longer than half a gigabyte",
  ERR_FS_FILE_TOO_LARGE: "it is longer than two gigabytes",
};

/** The text of a file that was named on the command line, without a byte order mark; a `UsageError` says why not. */
export function readNamedFile(file: string): string {
  const [text, isText] = readText(file);
  if (!isText) throw new UsageError(`${file} cannot be read: it is no text in UTF-8.`);
  return text.replace(/^\uFEFF/, "");
}

function readText(file: string): [text: string, isText: boolean] {
  try {
    const bytes = readFileSync(file);
    return [bytes.toString("utf8"), isUtf8(bytes) && !bytes.includes(0)];
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new UsageError(`${file} cannot be read: ${reasons[code] ?? code}.`);
  }
}

/** What a JSON file holds. Nothing of its content is repeated: it may be about patients. */
export function readNamedJson(file: string): unknown {
  const text = readNamedFile(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw error instanceof SyntaxError ? new UsageError(`${file} is not JSON: ${whyNot(text)}.`) : error;
  }
}

function whyNot(text: string): string {
  if (text.trim() === "") return "it is empty";
  if (isJson(text.slice(0, text.indexOf("\n"))))
    return "it has one record per line, where one list is needed";
  const before = text.slice(0, readableLength(text)).split("\n");
  if (before.join("\n").trimEnd() === text.trimEnd()) return "it breaks off";
  return `line ${before.length}, column ${before.at(-1)!.length + 1}, cannot be read`;
}

/** How far it goes well; not every message of the parser says where it stopped. */
function readableLength(text: string): number {
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (couldGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const position = /at position (\d+)/.exec(message)?.[1];
    return position === undefined ? message.includes("end of JSON") : Number(position) >= beginning.length;
  }
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

/** Something the person at the keyboard can put right; its message is one sentence for them. */
export class Problem extends Error {}

/** The sentence that says why a file could not be used, or undefined when `error` is not about a file. */
export function fileProblem(error: unknown): Problem | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  const file = path ?? "a file";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new Problem(
      `Lotse may not write to ${file} (${code}): give your user the right to, or move the project.`,
    );
  }
  if (code === "ENOSPC") return new Problem(`The disk is full: ${file} could not be written.`);
  if (code === "ENOTDIR" || code === "EEXIST" || code === "EISDIR") {
    return new Problem(`${file} is not what it should be (${code}): move it away and start again.`);
  }
  return undefined;
}

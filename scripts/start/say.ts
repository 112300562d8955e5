import { isStopping } from "./stopping";

const isTerminal = process.stdout.isTTY;

/** Prints what is being done, a sign of life while it takes, and how long it took. `work` may return a remark. */
export async function step<T>(
  label: string,
  work: () => Promise<T>,
  remark?: (result: T) => string,
): Promise<T> {
  const startedAt = Date.now();
  process.stdout.write(`${label} … `);
  const timer = setInterval(
    () => {
      if (isStopping()) return;
      if (isTerminal) process.stdout.write(`\r${label} … ${seconds(startedAt)} `);
      else process.stdout.write(". ");
    },
    isTerminal ? 1000 : 10_000,
  );
  try {
    const result = await work();
    const details = [remark?.(result), seconds(startedAt)].filter(
      (part) => part !== undefined && part !== "",
    );
    process.stdout.write(`${isTerminal ? `\r${label} … ` : ""}${details.join(", ")}\n`);
    return result;
  } catch (error) {
    process.stdout.write("\n");
    throw error;
  } finally {
    clearInterval(timer);
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function seconds(since: number): string {
  const value = (Date.now() - since) / 1000;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;
}

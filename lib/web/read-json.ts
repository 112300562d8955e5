import { ProblemError } from "./problem";
import { readBytes } from "./read-bytes";

/** No record comes near it; more is a mistake or an attack. */
export const maxBodyBytes = 1_000_000;

/**
 * The JSON in a request's body and its text. Refuses another content type, a body that says or turns out to be larger
 * than `maxBodyBytes` (reading stops there), bytes that are not UTF-8, and what is not JSON.
 */
export async function readJson(request: Request): Promise<{ value: unknown; text: string }> {
  requireJson(request.headers);
  if (Number(request.headers.get("content-length") ?? 0) > maxBodyBytes) throw tooLarge();
  const bytes = await readBytes(request.body, maxBodyBytes);
  if (!bytes) throw tooLarge();
  const text = decode(bytes);
  try {
    return { value: JSON.parse(text) as unknown, text };
  } catch {
    throw new ProblemError("malformed", "json");
  }
}

function requireJson(headers: Headers): void {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice(8) ?? "utf-8";
  const isPlain = ["", "identity"].includes((headers.get("content-encoding") ?? "").toLowerCase());
  if (type !== "application/json" || charset.replace(/"/g, "") !== "utf-8" || !isPlain)
    throw new ProblemError("unsupportedType", "contentType", { headers: { Accept: "application/json" } });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError("malformed", "json");
  }
}

const tooLarge = () =>
  new ProblemError("tooLarge", "tooLarge", { params: { kilobytes: maxBodyBytes / 1000 } });

import { AppError } from "@/lib/core/errors";
import { readBytes } from "./read-bytes";

/** What a multipart body holds beside its file: boundaries, names, further fields. */
const overheadBytes = 64 * 1024;

/**
 * The file that a form of a browser carries under `field`, of at most `maxBytes`; more is never read into memory.
 * Throws `invalid` with a sentence when there is none or it is too big.
 */
export async function readUpload(request: Request, field: string, maxBytes: number): Promise<File> {
  const tooBig = () =>
    new AppError("invalid", "file_too_big", { params: { megabytes: maxBytes / 1024 / 1024 } });
  const limit = maxBytes + overheadBytes;
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooBig();
  const bytes = await readBytes(request.body, limit);
  if (!bytes) throw tooBig();
  const file = await fileIn(bytes, request.headers.get("content-type") ?? "", field);
  if (!file || file.size === 0) throw new AppError("invalid", "file_missing");
  if (file.size > maxBytes) throw tooBig();
  return file;
}

/**
 * Whether a browser sent this form from a page of ours. A stranger's page could send one too, with the cookies of who
 * is signed in; server actions ask the same.
 */
export function isFromOwnPage({ headers }: Request): boolean {
  const origin = headers.get("origin") ?? "";
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Null for a body that is no form, or a form without a file there. */
async function fileIn(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  field: string,
): Promise<File | null> {
  try {
    const form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
    const value = form.get(field);
    return value instanceof File ? value : null;
  } catch {
    return null;
  }
}

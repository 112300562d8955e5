import { AppError } from "@/lib/core/errors";
import { may } from "@/lib/core/context";
import { logUnexpected } from "@/lib/core/unexpected";
import { requestImport } from "@/lib/domain/directory/request-import";
import { paths, withQuery } from "@/lib/paths";
import { findStaff, type StaffContext } from "@/lib/web/guards";
import { isFromOwnPage, readUpload } from "@/lib/web/read-upload";
import { maxImportBytes } from "@/app/admin/imports/limits";

/**
 * Takes an uploaded capture. A route of its own and no server action, so that only who may import can send bodies of
 * this size; who that is, is known before anything is read.
 */
export async function POST(request: Request): Promise<Response> {
  const ctx = await findStaff();
  if (!ctx) return seeOther(withQuery(paths.admin.signIn, { next: paths.admin.imports }));
  if (!isFromOwnPage(request) || !may(ctx, "imports.run")) return new Response(null, { status: 403 });
  return seeOther(await take(ctx, request));
}

/** Where to go on: the import, or back to the form with what was wrong. */
async function take(ctx: StaffContext, request: Request): Promise<string> {
  try {
    const file = await readUpload(request, "file", maxImportBytes);
    const { importId } = await requestImport(ctx, { fileName: file.name, text: await file.text() });
    return paths.admin.import(importId);
  } catch (error) {
    const failed =
      error instanceof AppError
        ? { failed: error.key }
        : { failed: "unexpected", reference: logUnexpected(error, "upload import") };
    return withQuery(paths.admin.imports, failed);
  }
}

/** After a form was sent, the browser fetches the next page, and repeats nothing when it is loaded again. */
function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}

import { may } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { logUnexpected } from "@/lib/core/unexpected";
import { addPracticeForm, maxFormBytes } from "@/lib/domain/practices/add-form";
import { paths, withQuery } from "@/lib/paths";
import { findStaff, type StaffContext } from "@/lib/web/guards";
import { isId } from "@/lib/web/page";
import { isFromOwnPage, readUpload } from "@/lib/web/read-upload";

/** Takes a form of a therapist's practice; a route of its own because of the size of its body. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await findStaff();
  if (!ctx) return seeOther(withQuery(paths.admin.signIn, { next: paths.admin.therapists }));
  if (!isFromOwnPage(request) || !may(ctx, "therapists.write")) return new Response(null, { status: 403 });
  const therapistId = new URL(request.url).searchParams.get("therapist") ?? "";
  if (!isId(therapistId)) return new Response(null, { status: 404 });
  return seeOther(withQuery(paths.admin.therapist(therapistId), await take(ctx, therapistId, request)));
}

async function take(
  ctx: StaffContext,
  therapistId: string,
  request: Request,
): Promise<Record<string, string>> {
  try {
    const file = await readUpload(request, "file", maxFormBytes);
    const content = Buffer.from(await file.arrayBuffer());
    await addPracticeForm(ctx, { therapistId, name: file.name, content });
    return { done: "formAdded" };
  } catch (error) {
    if (error instanceof AppError) return { failed: error.key };
    return { failed: "unexpected", reference: logUnexpected(error, "upload practice form") };
  }
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}

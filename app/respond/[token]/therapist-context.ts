import { textOf } from "@/components/form/form-state";
import { type Context, createContext } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import type { Respondent } from "@/lib/core/tokens";
import { type AnswerPage, getAnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import type { FormValues } from "@/lib/web/form-action";

/** Who acts comes from the secret of the link, never from another field; `not-found` when it leads nowhere. */
export async function therapistContext(typed: FormValues): Promise<{ ctx: Context; page: AnswerPage }> {
  const page = await getAnswerPage(createContext({ kind: "public" }), textOf(typed, "token"));
  if (!page) throw notFound();
  return { ctx: createContext(respondent(page)), page };
}

/** Whoever has the link: the practice that was asked, or a colleague to whom it sent the inquiry on. */
export function respondent({ inquiryId, forwardId }: AnswerPage): Respondent {
  return forwardId ? { kind: "colleague", inquiryId, forwardId } : { kind: "therapist", inquiryId };
}

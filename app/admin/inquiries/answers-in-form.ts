import { textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { inquiryAnswers, type ItemAnswer } from "@/lib/domain/inquiries/schemas";
import type { FormValues } from "@/lib/web/form-action";
import { isId } from "@/lib/web/page";

/**
 * What a form says about people of inquiries in fields `outcome.<item>`, `note.<item>` and `laterOn.<item>`: one answer
 * for each person for whom something was chosen. What the schema refuses is told at the field of the person.
 */
export function answersInForm(values: FormValues): ItemAnswer[] {
  const answers = Object.keys(values).flatMap((name): ItemAnswer[] => {
    const itemId = /^outcome\.(.+)$/.exec(name)?.[1];
    const outcome = textOf(values, name);
    if (!itemId || !isId(itemId) || outcome === "") return [];
    const laterOn = textOf(values, `laterOn.${itemId}`) || null;
    const note = textOf(values, `note.${itemId}`);
    return [{ itemId, outcome: outcome as ItemAnswer["outcome"], note, laterOn }];
  });
  return answers.length === 0 ? [] : checked(answers);
}

function checked(answers: ItemAnswer[]): ItemAnswer[] {
  const result = inquiryAnswers.max(60).safeParse(answers);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => {
    const [index, field = "outcome"] = issue.path;
    const key = field === "laterOn" ? "date" : field === "note" ? "too_long" : "choose";
    return [`${String(field)}.${answers[Number(index)]?.itemId ?? ""}`, key];
  });
  throw new AppError("invalid", "invalid", { fields: Object.fromEntries(fields), params: { max: 1000 } });
}

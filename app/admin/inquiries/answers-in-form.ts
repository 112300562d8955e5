import { textOf } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { isTooFarAhead } from "@/lib/domain/furthest-day";
import { inquiryAnswers, type ItemAnswer } from "@/lib/domain/inquiries/schemas";
import type { FormValues } from "@/lib/web/form-action";
import { isId } from "@/lib/web/page";

/**
 * What a form says about people of inquiries in fields `outcome.<item>`, `note.<item>` and `laterOn.<item>`: one answer
 * for each person for whom something was chosen. What the schema refuses and days too far
 * ahead are told at the field of the person.
 */
export function answersInForm(values: FormValues, now: Date): ItemAnswer[] {
  const answers = Object.keys(values).flatMap((name): ItemAnswer[] => {
    const itemId = /^outcome\.(.+)$/.exec(name)?.[1];
    const outcome = textOf(values, name);
    if (!itemId || !isId(itemId) || outcome === "") return [];
    const laterOn = textOf(values, `laterOn.${itemId}`) || null;
    const note = textOf(values, `note.${itemId}`);
    return [{ itemId, outcome: outcome as ItemAnswer["outcome"], note, laterOn }];
  });
  return answers.length === 0 ? [] : checked(answers, now);
}

function checked(answers: ItemAnswer[], now: Date): ItemAnswer[] {
  const result = inquiryAnswers.max(60).safeParse(answers);
  if (result.success) return withoutDistantDays(result.data, now);
  const fields = result.error.issues.map((issue) => {
    const [index, field = "outcome"] = issue.path;
    const key = field === "laterOn" ? "date" : field === "note" ? "too_long" : "choose";
    return [`${String(field)}.${answers[Number(index)]?.itemId ?? ""}`, key];
  });
  throw new AppError("invalid", "invalid", { fields: Object.fromEntries(fields), params: { max: 1000 } });
}

function withoutDistantDays(answers: ItemAnswer[], now: Date): ItemAnswer[] {
  const distant = answers.filter(({ laterOn }) => laterOn && isTooFarAhead(laterOn, now));
  const fields = Object.fromEntries(distant.map(({ itemId }) => [`laterOn.${itemId}`, "date_too_far"]));
  if (distant.length > 0) throw new AppError("invalid", "date_too_far", { fields });
  return answers;
}

import { getTranslations } from "next-intl/server";
import { unstable_rethrow } from "next/navigation";
import { ZodError } from "zod";
import { type FormState, errorState, formValues } from "@/components/form/form-state";
import { AppError } from "@/lib/core/errors";
import { type Sentences, sentenceFor, sentenceOf, sentenceOfIssue } from "./error-sentences";
import { logUnexpected } from "@/lib/core/unexpected";

export type FormValues = FormState["values"];

type Options = {
  /** Names the action in the log, such as "block therapist". */
  name: string;
  /** Which field of the form shows what is wrong at this path of the input; the path itself by default. */
  fieldOf?: (path: string) => string;
  /** Fields that are never shown again. */
  secrets?: readonly string[];
};

/**
 * Does the work of one form: calls `work` with the typed texts and returns its state. What the work throws becomes
 * the same form again, with everything that was typed and sentences in the person's language; an error nobody
 * expected is logged without personal data and shown as an id. redirect() and notFound() inside the work hold.
 */
export async function runForm(
  formData: FormData,
  { name, fieldOf, secrets = [] }: Options,
  work: (values: FormValues) => Promise<FormState>,
): Promise<FormState> {
  const values = formValues(formData);
  const shown = Object.fromEntries(Object.entries(values).filter(([field]) => !secrets.includes(field)));
  try {
    return await work(values);
  } catch (error) {
    unstable_rethrow(error);
    const { errors, message } = await translateError(error, { name, fieldOf });
    return errorState(shown, errors, message);
  }
}

/** What a person is told about an error: sentences by field, and one for the form as a whole. */
async function translateError(
  error: unknown,
  { name, fieldOf = (path) => path }: Pick<Options, "name" | "fieldOf">,
): Promise<{ errors: FormState["errors"]; message?: string }> {
  const t = (await getTranslations("errors")) as unknown as Sentences;
  if (error instanceof ZodError) return { errors: fieldErrors(error, t, fieldOf) };
  if (!(error instanceof AppError))
    return { errors: {}, message: t("unexpected", { id: logUnexpected(error, name) }) };
  const errors = Object.fromEntries(
    Object.entries(error.fields).map(([field, key]) => [
      fieldOf(field),
      sentenceFor(key, t, error.params) ?? sentenceOf(error, t),
    ]),
  );
  return Object.keys(errors).length > 0 ? { errors } : { errors, message: sentenceOf(error, t) };
}

/** The first sentence for each field. */
function fieldErrors(error: ZodError, t: Sentences, fieldOf: (path: string) => string): FormState["errors"] {
  const errors: FormState["errors"] = {};
  for (const issue of error.issues) errors[fieldOf(issue.path.join("."))] ??= sentenceOfIssue(issue, t);
  return errors;
}

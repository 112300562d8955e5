import type { z } from "zod";
import type { AppError } from "@/lib/core/errors";

/** The sentences of the area `errors` in one language. */
export type Sentences = {
  has: (key: string) => boolean;
  (key: string, params?: Record<string, string | number>): string;
};

/** Keys that the schemas of the domain use under another name than the sentences. */
const aliases: Record<string, string> = { clock: "clockRange", range_order: "timeOrder" };

/** The sentence for an expected error of the domain. */
export function sentenceOf(error: Pick<AppError, "code" | "key" | "params">, t: Sentences): string {
  return (
    sentenceFor(error.key, t, error.params) ?? t(camelCase(error.code), { minutes: 15, ...error.params })
  );
}

/** The sentence with this key, whether written `postal_code` or `postalCode`; null when there is none. */
export function sentenceFor(
  key: string,
  t: Sentences,
  params: Record<string, string | number> = {},
): string | null {
  const known = aliases[key] ?? camelCase(key);
  return /^[a-zA-Z0-9]+$/.test(known) && t.has(known) ? t(known, { minutes: 15, ...params }) : null;
}

/** The sentence for one thing that a schema refused; every kind of issue has one. */
export function sentenceOfIssue(issue: z.core.$ZodIssue, t: Sentences): string {
  return sentenceFor(issue.message, t) ?? t(...keyOfIssue(issue));
}

function keyOfIssue(issue: z.core.$ZodIssue): [string, Record<string, string | number>?] {
  switch (issue.code) {
    case "invalid_type":
      return [issue.expected === "number" || issue.expected === "int" ? "number" : "required"];
    case "too_small":
      if (issue.origin === "number" || issue.origin === "int")
        return ["numberMin", { min: Number(issue.minimum) }];
      return [issue.origin === "string" ? "required" : "choose"];
    case "too_big":
      if (issue.origin === "number" || issue.origin === "int")
        return ["numberMax", { max: Number(issue.maximum) }];
      return [issue.origin === "string" ? "tooLong" : "tooMany", { max: Number(issue.maximum) }];
    case "invalid_format":
      return [
        { email: "email", date: "date", datetime: "date", time: "time" }[issue.format as string] ?? "invalid",
      ];
    case "invalid_value":
      return ["choose"];
    case "not_multiple_of":
      return ["number"];
    default:
      return ["invalid"];
  }
}

function camelCase(key: string): string {
  return key.replace(/[_-]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

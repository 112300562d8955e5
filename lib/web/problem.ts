import { createTranslator } from "next-intl";
import { ZodError } from "zod";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import { logUnexpected } from "@/lib/core/unexpected";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { paths } from "@/lib/paths";
import { type Sentences, sentenceFor, sentenceOf, sentenceOfIssue } from "./error-sentences";

/** Every kind of problem and its status; the OpenAPI document describes each as a response of this name. */
export const problemStatus = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  tooLarge: 413,
  unsupportedType: 415,
  invalid: 422,
  rateLimited: 429,
  unexpected: 500,
  unavailable: 503,
} as const;
export type ProblemKind = keyof typeof problemStatus;

type Issue = ZodError["issues"][number];
/** Where a refused value stands: a field by JSON pointer, a query parameter or a header by name. */
type Place = { pointer: string } | { parameter: string } | { header: string };
type Refusal = Place & ({ issue: Issue } | { word: string });
type Extra = {
  params?: Record<string, string | number>;
  headers?: Record<string, string>;
  refused?: Refusal[];
};

/** Ends a request with a problem of the protocol; `word` is its sentence in the area `api`. */
export class ProblemError extends Error {
  readonly kind: ProblemKind;
  readonly word: string;
  readonly extra: Extra;

  constructor(kind: ProblemKind, word: string, extra: Extra = {}) {
    super(`${kind}: ${word}`);
    this.name = "ProblemError";
    this.kind = kind;
    this.word = word;
    this.extra = extra;
  }
}

/** Says of everything a schema refused where it stands; an unknown field is named itself. */
export function refusedBody(issues: readonly Issue[]): ProblemError {
  const refused = issues.flatMap((issue): Refusal[] =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), word: "unknownField" }))
      : [{ pointer: pointerTo(issue.path), issue }],
  );
  return new ProblemError("invalid", "fields", { params: { count: refused.length }, refused });
}

/** The same for the query string. */
export function refusedQuery(issues: readonly Issue[]): ProblemError {
  const refused = issues.flatMap((issue): Refusal[] =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ parameter: key, word: "unknownParameter" }))
      : [{ parameter: String(issue.path[0] ?? ""), issue }],
  );
  return new ProblemError("invalid", "fields", { params: { count: refused.length }, refused });
}

const shownRefusals = 50;

/**
 * Any error as a problem document (RFC 9457) in the given language. An error nobody expected is logged without
 * personal data, and only its id is told.
 */
export function problemResponse(error: unknown, locale: Locale, where: string): Response {
  if (error instanceof ZodError) return problemResponse(refusedBody(error.issues), locale, where);
  if (error instanceof AppError) return domainProblem(error, locale);
  if (error instanceof ProblemError) {
    const { api } = translators(locale);
    const { params, headers, refused } = error.extra;
    const errors = refused?.slice(0, shownRefusals).map((refusal) => shown(refusal, locale));
    return respond(error.kind, locale, { detail: api(error.word, params), errors }, headers);
  }
  if (isPassing(error)) {
    logUnexpected(error, where);
    const detail = translators(locale).errors("unavailable");
    return respond("unavailable", locale, { detail }, { "Retry-After": "5" });
  }
  const errorId = logUnexpected(error, where);
  return respond("unexpected", locale, {
    detail: translators(locale).errors("unexpected", { id: errorId }),
    errorId,
  });
}

const kindOfCode: Record<ErrorCode, ProblemKind> = {
  invalid: "invalid",
  "not-found": "notFound",
  conflict: "conflict",
  forbidden: "forbidden",
  "rate-limited": "rateLimited",
  unavailable: "unavailable",
};

function domainProblem(error: AppError, locale: Locale): Response {
  const { errors: t } = translators(locale);
  const errors = Object.entries(error.fields).map(([field, key]) => ({
    pointer: pointerTo(field.split(".")),
    detail: sentenceFor(key, t, error.params) ?? sentenceOf(error, t),
  }));
  const minutes = Number(error.params.minutes ?? 1);
  const headers = error.code === "rate-limited" ? { "Retry-After": String(minutes * 60) } : undefined;
  const body = { detail: sentenceOf(error, t), ...(errors.length > 0 ? { errors } : {}) };
  return respond(kindOfCode[error.code], locale, body, headers);
}

function shown(refusal: Refusal, locale: Locale): Record<string, string> {
  const { api, errors } = translators(locale);
  if ("word" in refusal) {
    const { word, ...place } = refusal;
    return { ...place, detail: api(word) };
  }
  const { issue, ...place } = refusal;
  const ownWord = issue.code === "custom" && api.has(issue.message) ? api(issue.message) : null;
  return { ...place, detail: ownWord ?? sentenceOfIssue(issue, errors) };
}

function respond(
  kind: ProblemKind,
  locale: Locale,
  body: { detail: string; errors?: object[]; errorId?: string },
  headers: Record<string, string> = {},
): Response {
  const status = problemStatus[kind];
  const type = `${paths.api.openapi}#/components/responses/${kind}`;
  const title = translators(locale).api(`title.${kind}`);
  return Response.json(
    { type, title, status, ...body },
    {
      status,
      headers: {
        "Content-Type": "application/problem+json",
        "Content-Language": locale,
        Vary: "Accept-Language",
        ...headers,
      },
    },
  );
}

/** RFC 6901 as the fragment of an address: "#/address/postalCode". */
function pointerTo(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => String(part).replace(/~/g, "~0").replace(/\//g, "~1"));
  return `#${parts.map((part) => `/${encodeURIComponent(part)}`).join("")}`;
}

/** The database is away, full, or undid one of two transactions that waited for each other: worth a second try. */
function isPassing(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = String((cause as { code?: unknown }).code ?? "");
    if (/^(ECONN|ETIMEDOUT|ENOTFOUND|EPIPE|CONNECT|CONNECTION_|40001$|40P01$|53300$|57P0)/.test(code))
      return true;
  }
  return false;
}

type Translators = { api: Sentences; errors: Sentences };
const cache = new Map<Locale, Translators>();

function translators(locale: Locale): Translators {
  const known = cache.get(locale);
  if (known) return known;
  const words = { locale, messages: messages[locale] };
  const made = {
    api: createTranslator({ ...words, namespace: "api" }) as unknown as Sentences,
    errors: createTranslator({ ...words, namespace: "errors" }) as unknown as Sentences,
  };
  cache.set(locale, made);
  return made;
}

export type ErrorCode = "invalid" | "not-found" | "conflict" | "forbidden" | "rate-limited" | "unavailable";

/**
 * An error that was expected and may be shown. `key` is the sentence in lib/i18n (area `errors`), `fields` says
 * which inputs are meant, by name, with the keys of their sentences.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly key: string;
  readonly params: Record<string, string | number>;
  readonly fields: Record<string, string>;

  constructor(
    code: ErrorCode,
    key: string,
    extra: { params?: Record<string, string | number>; fields?: Record<string, string> } = {},
  ) {
    super(`${code}: ${key}`);
    this.name = "AppError";
    this.code = code;
    this.key = key;
    this.params = extra.params ?? {};
    this.fields = extra.fields ?? {};
  }
}

export const notFound = (key = "not_found") => new AppError("not-found", key);
export const conflict = (key: string, params?: Record<string, string | number>) =>
  new AppError("conflict", key, { params });
export const forbidden = () => new AppError("forbidden", "forbidden");

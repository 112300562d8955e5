/**
 * The network address of a browser, for limits. Next sets X-Forwarded-For from the connection where no proxy did;
 * a proxy appends the address it saw, so only the last one was not written by the browser itself.
 */
export function addressOf(header: (name: string) => string | null | undefined): string {
  return (header("x-forwarded-for") ?? "").split(",").at(-1)?.trim() || "unknown";
}

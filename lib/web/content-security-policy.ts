/**
 * What a page may load and run: our own files, and inline scripts only with this request's nonce; without a nonce no
 * script at all. `secure` is whether people reach Lotse by https; `development` adds what Next's development server
 * needs.
 */
export function contentSecurityPolicy(
  nonce: string | null,
  { secure = false, development = false } = {},
): string {
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`;
  const directives = [
    "default-src 'self'",
    `script-src ${nonce === null ? "'none'" : scripts}`,
    // React writes style attributes into the page.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

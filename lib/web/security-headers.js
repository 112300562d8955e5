/**
 * Headers that every answer carries, for next.config.js. What changes from request to request, the content security
 * policy above all, is in content-security-policy.ts.
 */
export const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Not "no-referrer": with it browsers send forms without an origin, and the framework refuses those.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
];

/** Data, never a page: nothing in it may be loaded or run, should a browser show it as one. */
export const data = [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }];

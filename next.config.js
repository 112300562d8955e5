import createNextIntlPlugin from "next-intl/plugin";
import { data, everywhere } from "./lib/web/security-headers.js";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/**
 * Pages behind mailed links: kept by nobody, and their secret address is passed on to no other site. Not "no-referrer":
 * with it browsers send forms without an origin, and the framework refuses those (docs/decisions/0005-pages-behind-mailed-links.md).
 */
const secretPage = [
  { key: "Cache-Control", value: "no-store" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Robots-Tag", value: "noindex, nofollow" },
];

/** @type {import('next').NextConfig} */
const config = {
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    { source: "/api/:path*", headers: data },
    { source: "/confirm/:path*", headers: secretPage },
    { source: "/my/:path*", headers: secretPage },
    { source: "/respond/:path*", headers: secretPage },
    { source: "/stop-mails/:path*", headers: secretPage },
    { source: "/unsubscribe/:path*", headers: secretPage },
  ],
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // For every browser the title comes with the page. Sent after it, each renewal of a page would leave a moment without
  // a title.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    "@node-rs/argon2",
    "pdfkit",
    "postgres",
    "react-email",
    "nodemailer",
    "imapflow",
    "mailparser",
    "sanitize-html",
  ],
  // `npm run verify` checks the types, once and of everything.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // forbidden() answers with 403 (lib/web/guards.ts).
    authInterrupts: true,
  },
};

export default withNextIntl(config);

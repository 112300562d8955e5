import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  serverExternalPackages: ["@node-rs/argon2", "postgres", "react-email", "nodemailer"],
  experimental: {
    useTypeScriptCli: true,
    // forbidden() answers with 403 (lib/web/guards.ts).
    authInterrupts: true,
    // Directory files are uploaded through a server action.
    serverActions: { bodySizeLimit: "21mb" },
  },
};

export default withNextIntl(config);

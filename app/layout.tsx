import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { fontClass } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.meta");
  const base = process.env.APP_URL;
  return {
    metadataBase: base ? new URL(base) : undefined,
    title: { default: t("title"), template: "%s · Lotse" },
    description: t("description"),
    openGraph: { siteName: "Lotse", type: "website" },
    formatDetection: { telephone: false },
  };
}

/** The colour of the browser around the page: paper. */
export const viewport: Viewport = { themeColor: "#f8f5ef" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} className={fontClass}>
      <body>{children}</body>
    </html>
  );
}

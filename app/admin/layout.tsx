import "@/components/staff/desk.css";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { KeepTitle } from "@/components/staff/keep-title";
import { sectionGroups, type Section } from "@/components/staff/sections";
import { SessionEnd } from "@/components/staff/session-end";
import { StaffBanner } from "@/components/staff/staff-banner";
import { StaffShell } from "@/components/staff/staff-shell";
import { isTheme, themeCookie } from "@/components/staff/theme";
import { may } from "@/lib/core/context";
import type { Ability } from "@/lib/core/permissions";
import { countWaiting } from "@/lib/domain/staff/count-waiting";
import { isMailDelivered } from "@/lib/email/mailer";
import { env } from "@/lib/env";
import { formatTime } from "@/lib/format";
import { findStaff, type StaffContext } from "@/lib/web/guards";
import { setLanguage, setTheme } from "../preferences";
import { signOutAction } from "../sign-in/actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: { default: t("title"), template: "%s · Lotse" }, robots: { index: false, follow: false } };
}

/** What one must be able to do to open a section; the pages ask again. */
const abilityOf: Partial<Record<Section, Ability>> = {
  inbox: "mail.read",
  mail: "mail.read",
  team: "staff.manage",
  audit: "audit.read",
};

/** The frame around every page of the desk. It shows, it does not guard: every page and action does that itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const ctx = await findStaff();
  if (!ctx) return children;
  const sections = sectionGroups.flat().filter((section: Section) => {
    const ability = abilityOf[section];
    return !ability || may(ctx, ability);
  });
  const theme = (await cookies()).get(themeCookie)?.value;
  return (
    <StaffShell
      user={ctx.actor}
      theme={isTheme(theme) ? theme : "system"}
      setTheme={setTheme}
      setLanguage={setLanguage}
      signOut={signOutAction}
      sections={sections}
      counts={await countWaiting(ctx)}
      banner={<Banners ctx={ctx} />}
    >
      <KeepTitle />
      {children}
    </StaffShell>
  );
}

async function Banners({ ctx }: { ctx: StaffContext }) {
  const [t, locale] = [await getTranslations("staff.banner"), await getLocale()];
  const { expiresAt } = ctx.session;
  return (
    <>
      <SessionEnd
        endsAt={expiresAt.getTime()}
        words={t("sessionEnds", { time: formatTime(expiresAt, locale) })}
      />
      {!isMailDelivered() && <StaffBanner>{t("mailsKept")}</StaffBanner>}
      {env().DEMO && <StaffBanner tone="neutral">{t("demo")}</StaffBanner>}
    </>
  );
}

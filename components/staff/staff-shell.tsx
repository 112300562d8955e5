import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { StaffRole } from "@/lib/domain/staff/status";
import { formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Logo } from "../ui/logo";
import { SkipLink } from "../ui/skip-link";
import { NavLink } from "./nav-link";
import { SectionIcon } from "./section-icon";
import { type Section, sectionGroups, sectionPath } from "./sections";
import type { Theme } from "./theme";
import { type FormHandler, UserMenu } from "./user-menu";

type Props = {
  user: { name: string; role: StaffRole };
  theme: Theme;
  setTheme: FormHandler;
  setLanguage: FormHandler;
  signOut: FormHandler;
  /** What this person may open; all sections by default. */
  sections?: readonly Section[];
  /** What waits in a section, beside its name; nothing is shown for 0. */
  counts?: Partial<Record<Section, number>>;
  /** StaffBanner lines on top of every page, such as "Mails werden nicht zugestellt". */
  banner?: ReactNode;
  children: ReactNode;
};

/** Navigation, account and main part of every page of the desk. */
export function StaffShell({ user, sections, counts = {}, banner, children, ...preferences }: Props) {
  const t = useTranslations("staff.nav");
  return (
    <div
      data-desk
      data-theme={preferences.theme}
      className="min-h-dvh text-desk lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]"
    >
      <SkipLink />
      <header
        data-no-print
        className="sticky top-0 z-20 flex items-center justify-between border-b border-line bg-well px-4 py-1 lg:hidden"
      >
        <HomeLink />
        <button
          type="button"
          popoverTarget="desk-menu"
          className="flex min-h-11 cursor-pointer items-center gap-2 rounded px-2 font-semibold"
        >
          <svg viewBox="0 0 20 20" className="size-5" fill="none" aria-hidden="true">
            <path
              d="M3 5.5h14M3 10h14M3 14.5h14"
              stroke="currentColor"
              strokeWidth="1.8"
              strokeLinecap="round"
            />
          </svg>
          {t("open")}
        </button>
      </header>
      <nav
        id="desk-menu"
        aria-label={t("label")}
        popover="auto"
        data-no-print
        className="desk-menu flex-col border-r border-line bg-well text-ink open:flex lg:sticky lg:top-0 lg:flex lg:h-dvh"
      >
        <div className="flex items-center justify-between px-5 pt-4 pb-3">
          <HomeLink />
          <button
            type="button"
            popoverTarget="desk-menu"
            popoverTargetAction="hide"
            aria-label={t("close")}
            className="grid size-11 cursor-pointer place-items-center rounded lg:hidden"
          >
            <svg viewBox="0 0 20 20" className="size-5" fill="none" aria-hidden="true">
              <path d="M5 5l10 10M15 5 5 15" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
            </svg>
          </button>
        </div>
        <Sections sections={sections} counts={counts} />
        <UserMenu {...user} {...preferences} />
      </nav>
      <div className="min-w-0">
        {banner && (
          <aside aria-label={t("notices")} data-no-print>
            {banner}
          </aside>
        )}
        <main id="content" tabIndex={-1} className="px-4 py-6 sm:px-6 lg:px-8">
          {children}
        </main>
      </div>
    </div>
  );
}

function Sections({ sections, counts }: Required<Pick<Props, "counts">> & Pick<Props, "sections">) {
  const t = useTranslations("staff.nav");
  const locale = useLocale();
  return (
    <div className="grow overflow-y-auto px-3">
      {sectionGroups.map((group, index) => (
        <ul key={group[0]} className={index > 0 ? "mt-3 border-t border-line pt-3" : ""}>
          {group
            .filter((section) => !sections || sections.includes(section))
            .map((section) => (
              <li key={section} className="py-px">
                <NavLink href={sectionPath(section)} exact={section === "today"}>
                  <SectionIcon section={section} />
                  <span className="grow">{t(section)}</span>
                  {Boolean(counts[section]) && (
                    <span className="rounded-full bg-needs-wash px-2 text-sm font-semibold text-needs-ink tabular-nums">
                      {formatNumber(counts[section] ?? 0, locale)}
                    </span>
                  )}
                </NavLink>
              </li>
            ))}
        </ul>
      ))}
    </div>
  );
}

function HomeLink() {
  const t = useTranslations("staff.nav");
  return (
    <Link href={paths.admin.today} className="rounded py-1 text-main" aria-label={`Lotse, ${t("today")}`}>
      <Logo className="h-7" />
    </Link>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { StaffRole } from "@/lib/domain/staff/status";
import { paths } from "@/lib/paths";
import { LanguageSwitch } from "../ui/language-switch";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

export type FormHandler = (formData: FormData) => Promise<void>;

type Props = {
  name: string;
  role: StaffRole;
  theme: Theme;
  setTheme: FormHandler;
  setLanguage: FormHandler;
  signOut: FormHandler;
};

/** Who is signed in, how the desk looks, and the way out; opens in place, without a script. */
export function UserMenu({ name, role, theme, setTheme, setLanguage, signOut }: Props) {
  const t = useTranslations();
  return (
    // Somebody may have opened it before the script was there.
    <details suppressHydrationWarning className="group border-t border-line p-3">
      <summary className="flex min-h-11 list-none items-center gap-3 rounded px-2 hover:bg-line/60 [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden="true"
          className="grid size-8 shrink-0 place-items-center rounded-full bg-main text-sm font-semibold text-on-main"
        >
          {initials(name)}
        </span>
        <span className="min-w-0 grow">
          <span className="sr-only">{t("staff.user.label")}: </span>
          <span className="block truncate font-semibold">{name}</span>
          <span className="block truncate text-sm text-ink-soft">{t(`vocabulary.staffRole.${role}`)}</span>
        </span>
        <svg
          viewBox="0 0 12 12"
          className="size-3 shrink-0 group-open:rotate-180"
          fill="none"
          aria-hidden="true"
        >
          <path
            d="M2 8l4-4 4 4"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </summary>
      <div className="grid gap-2 px-2 pt-3 pb-1">
        <ThemeSwitch theme={theme} action={setTheme} />
        <Link href={paths.admin.account} className="link py-1">
          {t("staff.user.account")}
        </Link>
        <div className="flex items-center justify-between">
          <LanguageSwitch action={setLanguage} />
          <form action={signOut}>
            <button className="min-h-11 cursor-pointer rounded px-2 text-ink-soft underline-offset-4 hover:text-ink hover:underline">
              {t("staff.user.signOut")}
            </button>
          </form>
        </div>
      </div>
    </details>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !word.endsWith("."));
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => word?.[0]?.toUpperCase() ?? "")
    .join("");
}

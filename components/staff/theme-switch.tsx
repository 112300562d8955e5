import { useTranslations } from "next-intl";
import { type Theme, themes } from "./theme";

type Props = { theme: Theme; action: (formData: FormData) => Promise<void> };

/** As the device, light or dark; the chosen one is pressed. */
export function ThemeSwitch({ theme, action }: Props) {
  const t = useTranslations("common.theme");
  return (
    <form action={action}>
      <p id="theme-label" className="text-sm text-ink-soft">
        {t("label")}
      </p>
      <div
        role="group"
        aria-labelledby="theme-label"
        className="mt-1 flex rounded border border-edge bg-sheet p-0.5"
      >
        {themes.map((choice) => (
          <button
            key={choice}
            name="theme"
            value={choice}
            aria-pressed={choice === theme}
            className="min-h-8 grow cursor-pointer rounded px-2 text-sm aria-pressed:bg-main aria-pressed:text-on-main pointer-coarse:min-h-11"
          >
            {t(choice)}
          </button>
        ))}
      </div>
    </form>
  );
}

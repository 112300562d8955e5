import { useTranslations } from "next-intl";

/** "Schritt 3 von 8", with a line of as many parts for those who would rather look. */
export function Progress({ current, total }: { current: number; total: number }) {
  const t = useTranslations("common.steps");
  return (
    <div className="mb-6">
      <p className="text-base text-ink-soft">{t("position", { current, total })}</p>
      <div aria-hidden="true" className="mt-2 flex gap-1" data-no-print>
        {Array.from({ length: total }, (_, part) => (
          <span key={part} className={`h-1 grow rounded ${part < current ? "bg-main" : "bg-line"}`} />
        ))}
      </div>
    </div>
  );
}

import { useTranslations } from "next-intl";

type Props = { current: number; total: number; title?: string };

/** "Schritt 3 von 7" with a line that fills up. */
export function Steps({ current, total, title }: Props) {
  const t = useTranslations("common.steps");
  return (
    <div className="mb-6">
      <p className="text-base text-ink-soft">
        {t("position", { current, total })}
        {title && <>: {title}</>}
      </p>
      <div aria-hidden="true" className="mt-2 flex gap-1">
        {Array.from({ length: total }, (_, index) => (
          <span key={index} className={`h-1 grow rounded-full ${index < current ? "bg-main" : "bg-line"}`} />
        ))}
      </div>
    </div>
  );
}

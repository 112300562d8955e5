import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

const told = ["capacity", "wishes", "hours"] as const;

/** Thanks for what was just told, on top of the page. */
export function Told({ what }: { what: unknown }) {
  const t = useTranslations("respondMore");
  const known = told.find((one) => one === what);
  if (!known) return null;
  return (
    <div role="status" className="mb-6">
      <Notice tone="good">
        <p>{t(`${known}.done`)}</p>
      </Notice>
    </div>
  );
}

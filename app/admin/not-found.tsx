import { useTranslations } from "next-intl";
import { DeadEnd } from "./dead-end";

export default function NotFound() {
  const t = useTranslations("staff.notFound");
  return <DeadEnd words={{ title: t("title"), text: t("text"), back: t("back") }} />;
}

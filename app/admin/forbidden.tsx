import { useTranslations } from "next-intl";
import { DeadEnd } from "./dead-end";

/** What requireStaff shows to who may not open a page (403). */
export default function Forbidden() {
  const t = useTranslations("staff.forbidden");
  return <DeadEnd words={{ title: t("title"), text: t("text"), back: t("back") }} />;
}

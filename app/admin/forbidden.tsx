import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";

/** What requireStaff shows to who may not open a page (403). */
export default function Forbidden() {
  const t = useTranslations("staff.forbidden");
  return (
    <>
      <PageHeader title={t("title")} lead={t("text")} />
      <ButtonLink href={paths.admin.today} variant="quiet">
        {t("back")}
      </ButtonLink>
    </>
  );
}

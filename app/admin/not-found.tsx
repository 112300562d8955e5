import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";

export default function NotFound() {
  const t = useTranslations("staff.notFound");
  return (
    <>
      <PageHeader title={t("title")} lead={t("text")} />
      <ButtonLink href={paths.admin.today} variant="quiet">
        {t("back")}
      </ButtonLink>
    </>
  );
}

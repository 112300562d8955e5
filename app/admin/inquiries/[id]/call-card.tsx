import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { InquiryView } from "@/lib/domain/inquiries/get-inquiry";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";

/** The call that is planned for this inquiry. */
export function CallCard({ call }: { call: InquiryView["calls"][number] }) {
  const t = useTranslations("staffInquiries.call");
  const at = formatDateTime(call.plannedAt, useLocale());
  return (
    <Card title={t("title")} aside={<ButtonLink href={paths.admin.call(call.id)}>{t("open")}</ButtonLink>}>
      <p>{t("planned", { at })}</p>
    </Card>
  );
}

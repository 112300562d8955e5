import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { Import } from "@/lib/domain/directory/get-import";

const tones: Record<Import["status"], Tone> = {
  requested: "neutral",
  running: "active",
  finished: "good",
  failed: "bad",
};

export function ImportStatus({ status }: { status: Import["status"] }) {
  const t = useTranslations("staffImports.statuses");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}

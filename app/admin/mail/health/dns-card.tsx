import { getTranslations } from "next-intl/server";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { getDnsFindings } from "@/lib/domain/mail/get-mail-health";
import type { DnsFinding } from "@/lib/email/check-dns";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";

const tones: Record<DnsFinding["state"], Tone> = {
  good: "good",
  missing: "bad",
  wrong: "bad",
  weak: "warn",
  unknown: "neutral",
};

/** Whether receivers can tell that mails come from us, and what to do where they cannot. */
export async function DnsCard() {
  const ctx = await requireStaff("mail.read", paths.admin.mailHealth);
  const findings = await getDnsFindings(ctx);
  const t = (await getTranslations("staffMail.health.dns")) as unknown as (
    key: string,
    values?: Record<string, string>,
  ) => string;
  return (
    <Card title={t("title")}>
      {findings.length === 0 && <p>{t("noDomain")}</p>}
      <ul className="grid gap-5">
        {findings.map(({ record, state, reason, name, found }) => (
          <li key={record}>
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {t(`records.${record}`)}
              <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
            </p>
            <p className="mt-1 max-w-measure">{t(`reasons.${reason}`, { name })}</p>
            {found && <p className="mt-1 font-mono text-sm wrap-anywhere text-ink-soft">{found}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

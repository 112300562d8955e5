import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getMailHealth, type MailHealth } from "@/lib/domain/mail/get-mail-health";
import { formatDateTime } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { DnsCard } from "./dns-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffMail.health"))("title") };
}

/** Whether mail gets through: what is configured, what waits, what failed, what receivers can check. */
export default async function MailHealthPage() {
  const ctx = await requireStaff("mail.read", paths.admin.mailHealth);
  const health = await getMailHealth(ctx);
  const [t, nav] = [await getTranslations("staffMail.health"), await getTranslations("staffMail")];
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.mail, label: nav("title") }}
        title={t("title")}
        lead={t("lead")}
      />
      <div className="grid max-w-page gap-5">
        {!health.server && <Notice tone="needs">{t("noServer")}</Notice>}
        {health.unknown > 0 && <ToDecide status="unknown" count={health.unknown} />}
        {health.failed > 0 && <ToDecide status="failed" count={health.failed} />}
        <Traffic health={health} />
        <Configuration health={health} />
        {health.server && (
          <Suspense fallback={<Card title={t("dns.title")}>{t("dns.asking")}</Card>}>
            <DnsCard />
          </Suspense>
        )}
      </div>
    </>
  );
}

async function ToDecide({ status, count }: { status: "unknown" | "failed"; count: number }) {
  const t = await getTranslations("staffMail.health");
  return (
    <Notice tone="needs">
      <p>
        {t(`decide.${status}`, { count })}{" "}
        <a href={withQuery(paths.admin.mail, { status })}>{t("decide.look")}</a>
      </p>
    </Notice>
  );
}

async function Traffic({ health }: { health: MailHealth }) {
  const [t, locale] = [await getTranslations("staffMail.health"), await getLocale()];
  const when = (date: Date | null) => (date ? formatDateTime(date, locale) : t("never"));
  const { queued, waiting, bounced } = health;
  return (
    <Card title={t("traffic")}>
      <DescriptionList
        items={[
          { term: t("lastSent"), details: when(health.lastSentAt) },
          { term: t("sentToday"), details: health.sentToday },
          {
            term: t("queued"),
            details: queued.oldest
              ? t("queuedSince", { count: queued.count, since: when(queued.oldest) })
              : t("nothing"),
          },
          {
            term: t("waiting"),
            details: waiting.next
              ? t("waitingUntil", { count: waiting.count, next: when(waiting.next) })
              : t("nothing"),
          },
          { term: t("bounced"), details: t("bouncedCounts", bounced) },
        ]}
      />
    </Card>
  );
}

async function Configuration({ health }: { health: MailHealth }) {
  const t = await getTranslations("staffMail.health");
  const { server, from, replyTo, signedWith } = health;
  return (
    <Card title={t("configuration")}>
      <DescriptionList
        items={[
          { term: t("server"), details: server ? server.host : t("none") },
          {
            term: t("encryption"),
            details: server ? t(server.encrypted ? "demanded" : "notDemanded") : null,
          },
          { term: t("from"), details: from },
          { term: t("replyTo"), details: replyTo ?? t("replyToSender") },
          { term: t("signedWith"), details: signedWith ?? t("notSigned") },
        ]}
      />
    </Card>
  );
}

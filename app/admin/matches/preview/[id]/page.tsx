import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Intro } from "@/app/respond/[token]/intro";
import { Objection } from "@/app/respond/[token]/objection";
import { People } from "@/app/respond/[token]/people";
import { dueAtOf } from "@/lib/domain/inquiries/due-at";
import { type AnswerPage, previewAnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { listProfileRisks } from "@/lib/domain/inquiries/profile-risks";
import { previewInquiryMail } from "@/lib/domain/mail/compose-practice-mail";
import { getSettings } from "@/lib/domain/settings/settings";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { idOf } from "@/lib/web/page";
import { framedMail } from "../../../mail/framed-mail";
import { RiskWords } from "../../[[...id]]/risk-words";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffMatches.preview"))("title") };
}

/** The mail and the answer page as the therapist will see them: the same words, the same parts, nothing sent. */
export default async function PreviewPage({ params }: Props) {
  const ctx = await requireStaff("inquiries.read", paths.admin.matchPreview((await params).id));
  const id = await idOf(params);
  const dueAt = dueAtOf(await getSettings(ctx), ctx.now);
  const [page, mail, risks, t] = await Promise.all([
    previewAnswerPage(ctx, id, dueAt),
    previewInquiryMail(ctx, id, dueAt),
    listProfileRisks(ctx, id),
    getTranslations("staffMatches.preview"),
  ]);
  if (!page) redirect(paths.admin.match(id));
  const risky = page.items.filter(({ itemId }) => risks.has(itemId));
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.match(id), label: t("back") }}
        title={t("title")}
        lead={t("lead")}
      />
      <div className="grid max-w-page gap-6">
        {risky.length > 0 && (
          <Notice tone="needs" title={t("riskTitle")}>
            <p>{t("riskLead")}</p>
            <ul className="mt-2 list-disc pl-5">
              {risky.map(({ itemId, position }) => (
                <li key={itemId}>
                  {t("risk", { number: `${position}` })} <RiskWords risks={risks.get(itemId) ?? []} />
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <section aria-labelledby="mail" className="grid gap-3">
          <h2 id="mail" className="text-lg font-semibold">
            {t("mail")}
          </h2>
          {mail && page.mailbox ? (
            <>
              <p>{t("subject", { subject: mail.subject })}</p>
              <iframe
                title={t("mail")}
                sandbox=""
                referrerPolicy="no-referrer"
                srcDoc={framedMail(mail.html)}
                className="h-176 w-full rounded border border-line scheme-light"
              />
            </>
          ) : (
            <p>{t("noMail")}</p>
          )}
        </section>
        <section aria-labelledby="page" className="grid gap-3">
          <h2 id="page" className="text-lg font-semibold">
            {t("page")}
          </h2>
          <ShownPage page={page} now={ctx.now} />
        </section>
      </div>
    </>
  );
}

/** The parts of the answer page with a link that leads nowhere; everything can be read, nothing can be pressed. */
function ShownPage({ page, now }: { page: AnswerPage; now: Date }) {
  const token = "preview";
  return (
    <fieldset
      disabled
      className="min-w-0 rounded border border-line bg-paper px-4 py-6 text-lg [--control:3rem] [--field-gap:2rem] sm:px-6"
    >
      <div className="mx-auto max-w-3xl">
        <Intro page={page} token={token} now={now} heading="h3" />
        <People page={page} token={token} now={now} />
        <Objection page={page} token={token} />
      </div>
    </fieldset>
  );
}

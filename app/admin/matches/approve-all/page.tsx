import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { expectFirstSending } from "@/lib/domain/inquiries/expect-sending";
import { listWaitingProposals, type WaitingProposal } from "@/lib/domain/inquiries/waiting-proposals";
import { getSettings, type Settings } from "@/lib/domain/settings/settings";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { approveAllAction } from "../[[...id]]/actions";
import { writeReviewed } from "../seen";
import { useSendingWords } from "../sending-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffMatches.approveAll"))("title") };
}

/** Asks before many mails leave, which nobody can take back once they have: names what will happen, and to how many. */
export default async function ApproveAllPage() {
  const ctx = await requireStaff("inquiries.review", paths.admin.matchesApproveAll);
  const [proposals, settings, sendsAt, t] = await Promise.all([
    listWaitingProposals(ctx),
    getSettings(ctx),
    expectFirstSending(ctx),
    getTranslations("staffMatches"),
  ]);
  if (proposals.length === 0) redirect(paths.admin.matches);
  return (
    <>
      <PageHeader
        back={{ href: paths.admin.matches, label: t("backToList") }}
        title={t("approveAll.heading", { count: proposals.length })}
      />
      <Confirmation {...{ proposals, settings, sendsAt }} now={ctx.now} />
    </>
  );
}

type Asked = { proposals: WaitingProposal[]; settings: Settings; sendsAt: Date; now: Date };

function Confirmation({ proposals, settings, sendsAt, now }: Asked) {
  const t = useTranslations("staffMatches.approveAll");
  const common = useTranslations("common");
  const { contactsPerDay: perDay, sendDelaySeconds: seconds } = settings;
  const sending = useSendingWords({ at: sendsAt, now, seconds });
  const mails = proposals.filter(({ channel }) => channel === "email").length;
  const patients = new Set(proposals.flatMap(({ patientIds }) => patientIds)).size;
  const doubtful = proposals.filter(({ checks }) => checks > 0);
  const clear = proposals.filter((proposal) => !doubtful.includes(proposal));
  return (
    <div className="grid max-w-measure gap-5">
      <DescriptionList
        look="wide"
        items={[
          { term: t("mails"), details: t("mailsText", { count: mails }) },
          { term: t("calls"), details: t("callsText", { count: proposals.length - mails }) },
          { term: t("people"), details: t("peopleText", { count: patients }) },
        ]}
      />
      {doubtful.length > 0 && <Notice tone="needs">{t("doubtful", { count: doubtful.length })}</Notice>}
      {perDay !== null && perDay < proposals.length && <p>{t("perDay", { count: perDay })}</p>}
      <p>{t("final", sending)}</p>
      <ActionForm action={approveAllAction} id="approve-all" className="flex flex-wrap gap-3">
        <Seen name="clear" proposals={clear} />
        <Seen name="doubtful" proposals={doubtful} />
        <SubmitButton name="which" value="all">
          {t("submit", { count: proposals.length })}
        </SubmitButton>
        {doubtful.length > 0 && clear.length > 0 && (
          <SubmitButton name="which" value="clear" variant="quiet">
            {t("submitClear", { count: clear.length })}
          </SubmitButton>
        )}
        <ButtonLink href={paths.admin.matches} variant="plain">
          {common("cancel")}
        </ButtonLink>
      </ActionForm>
    </div>
  );
}

/** The proposals as they were counted here; what changes before the button is pressed is passed over. */
function Seen({ name, proposals }: { name: string; proposals: WaitingProposal[] }) {
  return proposals.map(({ id, version }) => (
    <input key={id} type="hidden" name={name} value={writeReviewed({ inquiryId: id, version })} />
  ));
}

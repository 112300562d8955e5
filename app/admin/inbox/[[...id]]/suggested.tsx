import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { InboundMailView } from "@/lib/domain/inbox/get-inbound-mail";
import { getInquiry } from "@/lib/domain/inquiries/get-inquiry";
import { formatDate } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { StaffContext } from "@/lib/web/guards";
import { askAgainAction } from "./actions";
import { AnswerForm } from "./answer-form";
import { SeenFields } from "./decision";
import { ObjectionForm } from "./objection-form";

type Props = {
  ctx: StaffContext;
  mail: InboundMailView;
  canReview: boolean;
  nextId: string | undefined;
};

/** What the mail seems to say, to confirm or to change. Nothing of it is entered by itself. */
export async function Suggested(props: Props) {
  const { mail, canReview } = props;
  return (
    <>
      {mail.kind.startsWith("bounce") && <BounceNotice mail={mail} />}
      {mail.kind === "out_of_office" && <AwayNotice mail={mail} />}
      {mail.kind === "objection" && canReview && <ObjectionForm {...props} />}
      {mail.inquiryId && canReview && mail.kind === "out_of_office" && (
        <AskAgain {...props} inquiryId={mail.inquiryId} />
      )}
      {mail.inquiryId && canReview && !isReport(mail) && <Answers {...props} inquiryId={mail.inquiryId} />}
      {mayObjectAfterAll(mail) && canReview && <ObjectionForm {...props} />}
    </>
  );
}

/** Nobody answers in it: an address is gone, or nobody is there. */
const isReport = ({ kind }: InboundMailView) => kind.startsWith("bounce") || kind === "out_of_office";

/** An objection can be worded in a way that nobody foresaw; a patient's mail is none. */
const mayObjectAfterAll = (mail: InboundMailView) =>
  mail.kind !== "objection" && !isReport(mail) && !mail.patientId;

async function Answers({ ctx, mail, nextId, inquiryId }: Props & { inquiryId: string }) {
  const inquiry = await getInquiry(ctx, inquiryId);
  const isOpen = inquiry.items.some((item) => item.outcome === "pending");
  if (inquiry.status !== "sent" || !isOpen) return <Closed inquiryId={inquiryId} />;
  return <AnswerForm mail={mail} items={inquiry.items} nextId={nextId} />;
}

async function Closed({ inquiryId }: { inquiryId: string }) {
  const t = await getTranslations("staffInbox.suggestion");
  return (
    <Notice>
      <p>{t("closed")}</p>
      <p>
        <ButtonLink href={paths.admin.inquiry(inquiryId)} variant="quiet">
          {t("openInquiry")}
        </ButtonLink>
      </p>
    </Notice>
  );
}

/** An absence is no answer: the inquiry waits until somebody is back. */
async function AskAgain({ ctx, mail, nextId, inquiryId }: Props & { inquiryId: string }) {
  const t = await getTranslations("staffInbox.askAgain");
  const inquiry = await getInquiry(ctx, inquiryId);
  if (inquiry.status !== "sent") return <Closed inquiryId={inquiryId} />;
  return (
    <Card title={t("title")} heading="h3">
      <ActionForm action={askAgainAction} id="ask-again">
        <SeenFields mail={mail} nextId={nextId} />
        <p className="text-ink-soft">{t("text")}</p>
        <TextInput
          name="until"
          label={t("until")}
          type="date"
          width="medium"
          defaultValue={mail.suggestion?.backOn ?? ""}
        />
        <div>
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
      <p className="mt-4">
        <ButtonLink href={paths.admin.inquiry(inquiryId)} variant="quiet">
          {t("answerInstead")}
        </ButtonLink>
      </p>
    </Card>
  );
}

async function BounceNotice({ mail }: { mail: InboundMailView }) {
  const t = await getTranslations("staffInbox.suggestion");
  if (mail.kind === "bounce_soft") return <Notice tone="needs">{t("bounceSoft")}</Notice>;
  return (
    <Notice tone="needs">
      <p>{t("bounceHard")}</p>
      <p>{t("bounceUnknown")}</p>
    </Notice>
  );
}

async function AwayNotice({ mail }: { mail: InboundMailView }) {
  const [t, locale] = [await getTranslations("staffInbox.suggestion"), await getLocale()];
  const backOn = mail.suggestion?.backOn;
  return <Notice>{backOn ? t("away", { date: formatDate(backOn, locale) }) : t("awayUnknown")}</Notice>;
}

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { RadioCards } from "@/components/form/radio-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { FormMore } from "@/components/staff/form-more";
import { Card } from "@/components/ui/card";
import type { InboundMailView } from "@/lib/domain/inbox/get-inbound-mail";
import { objectionKindsOf } from "@/lib/domain/therapists/objection-kinds";
import { personName } from "@/lib/format";
import { objectAction } from "./actions";
import { SeenFields } from "./decision";

type Props = { mail: InboundMailView; nextId: string | undefined };

/** A practice does not want to be contacted, as it seems: open where the mail reads like it, else folded away. */
export function ObjectionForm({ mail, nextId }: Props) {
  const t = useTranslations("staffInbox.objection");
  const form = { action: objectAction, id: "object" };
  if (mail.kind !== "objection")
    return (
      <ActionForm {...form}>
        <SeenFields mail={mail} nextId={nextId} />
        <FormMore summary={t("submit")}>
          <Fields mail={mail} />
        </FormMore>
      </ActionForm>
    );
  return (
    <Card title={t("title")} heading="h3">
      <ActionForm {...form}>
        <SeenFields mail={mail} nextId={nextId} />
        <Fields mail={mail} />
      </ActionForm>
    </Card>
  );
}

/** For whom it holds. Without an inquiry the mail speaks for its practice, else for its sender's address. */
function Fields({ mail }: { mail: InboundMailView }) {
  const t = useTranslations("staffInbox.objection");
  const isKnown = Boolean(mail.inquiryId ?? mail.practice?.people.length);
  const email = (isKnown ? mail.practice?.email : mail.sender.address) || null;
  const kinds = objectionKindsOf(email).filter((kind) => isKnown || kind !== "person");
  const people = mail.inquiryId ? [] : (mail.practice?.people ?? []);
  const addressOf = { person: undefined, address: email, domain: email?.slice(email.lastIndexOf("@")) };
  return (
    <>
      <p>{t(mail.kind === "objection" ? "text" : "textFolded")}</p>
      {!isKnown && <p>{t(kinds.length > 0 ? "senderOnly" : "nobody")}</p>}
      {people.length > 1 && (
        <RadioCards
          name="therapistId"
          label={t("who")}
          options={people.map((person) => ({ value: person.id, label: personName(person) }))}
        />
      )}
      {kinds.length > 0 && (
        <>
          <RadioCards
            name="kind"
            label={t("kind")}
            defaultValue={kinds.includes("address") ? "address" : "person"}
            options={kinds.map((value) => ({ value, label: t(`kinds.${value}`), hint: addressOf[value] }))}
          />
          <div>
            <SubmitButton>{t("submit")}</SubmitButton>
          </div>
        </>
      )}
    </>
  );
}

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { RadioCards } from "@/components/form/radio-cards";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import type { InboundMailView } from "@/lib/domain/inbox/get-inbound-mail";
import { objectionKindsOf } from "@/lib/domain/therapists/objection-kinds";
import { personName } from "@/lib/format";
import { objectAction } from "./actions";
import { SeenFields } from "./decision";

/** A practice does not want to be contacted: for whom that holds. Without an inquiry it speaks for its practice, else for its sender's address. */
export function ObjectionForm({ mail, nextId }: { mail: InboundMailView; nextId: string | undefined }) {
  const t = useTranslations("staffInbox.objection");
  const isKnown = Boolean(mail.inquiryId ?? mail.practice?.people.length);
  const email = (isKnown ? mail.practice?.email : mail.sender.address) || null;
  const kinds = objectionKindsOf(email).filter((kind) => isKnown || kind !== "person");
  const people = mail.inquiryId ? [] : (mail.practice?.people ?? []);
  return (
    <Card title={t("title")} heading="h3">
      <ActionForm action={objectAction} id="object">
        <SeenFields mail={mail} nextId={nextId} />
        <p>{t("text")}</p>
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
              options={kinds.map((value) => ({
                value,
                label: t(`kinds.${value}`),
                hint:
                  value === "person"
                    ? undefined
                    : email?.slice(value === "domain" ? email.lastIndexOf("@") : 0),
              }))}
            />
            <div>
              <SubmitButton>{t("submit")}</SubmitButton>
            </div>
          </>
        )}
      </ActionForm>
    </Card>
  );
}

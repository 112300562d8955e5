import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { telephoneLink } from "@/lib/format";
import { isOperatorComplete, type Operator } from "@/lib/operator";

/** Name and address of the operator, or a clear word that they are missing. */
export function OperatorContact({ operator }: { operator: Operator }) {
  const t = useTranslations("legal.contact");
  const { name, street, city, email, phone } = operator;
  return (
    <>
      {!isOperatorComplete(operator) && (
        <Notice tone="needs">
          <p>{t("missing")}</p>
          <p className="text-base">{t("missingFor")}</p>
        </Notice>
      )}
      {name && (
        <address className="my-4 not-italic">
          {[name, street, city].filter(Boolean).map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
          {email && (
            <span className="mt-3 block">
              {t("email", { email: "" })}
              <a href={`mailto:${email}`}>{email}</a>
            </span>
          )}
          {phone && (
            <span className="block">
              {t("phone", { phone: "" })}
              <a href={telephoneLink(phone)}>{phone}</a>
            </span>
          )}
        </address>
      )}
    </>
  );
}

import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DescriptionList } from "@/components/ui/description-list";
import { may } from "@/lib/core/context";
import { getInquiry } from "@/lib/domain/inquiries/get-inquiry";
import type { InboundMailView } from "@/lib/domain/inbox/get-inbound-mail";
import { getPatient } from "@/lib/domain/patients/get-patient";
import { formatDateTime, personName } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { StaffContext } from "@/lib/web/guards";

type Props = { ctx: StaffContext; mail: InboundMailView };

/** Who wrote, when, and whose the mail is. */
export async function MailFacts({ ctx, mail }: Props) {
  const [t, locale] = [await getTranslations("staffInbox"), await getLocale()];
  const { sender, decidedAt, decidedBy } = mail;
  const time = decidedAt && formatDateTime(decidedAt, locale);
  return (
    <DescriptionList
      items={[
        {
          term: t("mail.from"),
          details: (
            <span className="wrap-anywhere">
              {[sender.name, sender.address].filter(Boolean).join(" · ") || t("row.noSender")}
            </span>
          ),
        },
        { term: t("mail.received"), details: formatDateTime(mail.receivedAt, locale) },
        { term: t("mail.about"), details: <About ctx={ctx} mail={mail} /> },
        {
          term: t("mail.decided"),
          details:
            time &&
            (decidedBy ? t("mail.decidedBy", { time, name: decidedBy }) : t("mail.byItself", { time })),
        },
      ]}
    />
  );
}

async function About({ ctx, mail: { inquiryId, practice, patientId } }: Props) {
  const t = await getTranslations("staffInbox.mail");
  const link = (href: string, words: ReactNode) => (
    <Link href={href} prefetch={false} className="link">
      {words}
    </Link>
  );
  if (inquiryId) {
    const { reference, therapist } = await getInquiry(ctx, inquiryId);
    return (
      <>
        {link(paths.admin.inquiry(inquiryId), t("inquiry", { reference }))} ·{" "}
        {link(paths.admin.therapist(therapist.id), therapist.name)}
      </>
    );
  }
  if (practice) {
    const name = practice.name || practice.email || "–";
    const [first] = practice.people;
    return first ? link(paths.admin.therapist(first.id), name) : name;
  }
  if (!patientId) return t("nobody");
  const patient = await getPatient(ctx, patientId);
  const name =
    may(ctx, "patients.identity") && patient.lastName
      ? personName({ ...patient, lastName: patient.lastName, firstName: patient.firstName ?? "" })
      : "–";
  return link(paths.admin.patient(patientId), name);
}

import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import type { Limits } from "@/lib/domain/matching/fits/what-if";
import { travelModes, wantedGenders } from "@/lib/domain/vocabulary";

type Props = {
  /** The address of the page, without anything tried out. */
  action: string;
  own: Limits & { count: number };
  tried: (Limits & { count: number }) | null;
};

/** Other limits and wishes to try out; they live in the address alone. */
export function WhatIfForm({ action, own, tried }: Props) {
  const t = useTranslations("staffFits.whatIf");
  const words = useTranslations("vocabulary");
  const now = tried ?? own;
  const yesNo = (["yes", "no"] as const).map((value) => ({ value, label: words(`triState.${value}`) }));
  const answer = (given: boolean) => (given ? "yes" : "no");
  const number = { inputMode: "decimal", width: "short", autoComplete: "off" } as const;
  return (
    <Card title={t("title")}>
      <p className="mb-3 text-ink-soft">{t("lead")}</p>
      <Form action={action} role="search" className="grid gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <TextInput
            name="minutes"
            label={t("minutes")}
            unit={t("minutesUnit")}
            defaultValue={now.minutes ?? ""}
            {...number}
          />
          <TextInput name="km" label={t("km")} unit={t("kmUnit")} defaultValue={now.km ?? ""} {...number} />
          <Select
            name="mode"
            label={t("mode")}
            defaultValue={now.mode}
            options={travelModes.map((value) => ({ value, label: words(`travelMode.${value}`) }))}
          />
          <Select
            name="gender"
            label={t("gender")}
            defaultValue={now.gender}
            options={wantedGenders.map((value) => ({ value, label: words(`wantedGender.${value}`) }))}
          />
          <Select name="group" label={t("group")} defaultValue={answer(now.group)} options={yesNo} />
          <Select name="video" label={t("video")} defaultValue={answer(now.video)} options={yesNo} />
          <Select
            name="reimbursement"
            label={t("reimbursement")}
            defaultValue={answer(now.reimbursement)}
            options={yesNo}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <button className={buttonClass("quiet")}>{t("show")}</button>
          {tried && (
            <Link href={action} prefetch={false} className="link">
              {t("reset")}
            </Link>
          )}
        </div>
      </Form>
      {tried && (
        <p role="status" className="mt-3 border-l-4 border-needs-edge pl-3">
          {t("result", { count: tried.count, own: own.count })}
        </p>
      )}
    </Card>
  );
}

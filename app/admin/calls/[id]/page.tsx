import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { hoursText } from "@/components/staff/forms/weekly-hours-text";
import { More } from "@/components/staff/more";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { type CallView, getCall } from "@/lib/domain/calls/get-call";
import { weekdays } from "@/lib/domain/vocabulary";
import { env } from "@/lib/env";
import { formatDate, formatList, formatTime, telephoneLink } from "@/lib/format";
import { paths } from "@/lib/paths";
import { requireStaff } from "@/lib/web/guards";
import { idOf, orNotFound } from "@/lib/web/page";
import { claimCallAction, releaseCallAction } from "../actions";
import { RecordForm } from "./record-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staffCalls"))("call.title") };
}

/** One call: the number, what to say, and everything that is to be asked, with the answers beside it. */
export default async function CallPage({ params }: Props) {
  const ctx = await requireStaff("inquiries.review", paths.admin.call((await params).id));
  const id = await idOf(params);
  const call = await orNotFound(getCall(ctx, id));
  const [t, locale] = [await getTranslations("staffCalls"), await getLocale()];
  const back = { href: paths.admin.calls, label: t("title") };
  if (!call) return <Ended back={back} />;
  const { line } = call;
  const mine = line.isMine;
  const names = formatList([...new Set(line.inquiries.map(({ therapistName }) => therapistName))], locale);
  return (
    <>
      <PageHeader
        back={back}
        title={names}
        lead={
          <a href={telephoneLink(line.phone)} className="link text-2xl font-semibold tabular-nums">
            {line.phone}
          </a>
        }
        actions={mine ? <Button id={id} action={releaseCallAction} word={t("call.release")} /> : null}
      />
      {!mine && (
        <div className="mb-5 grid max-w-measure gap-3">
          <Notice tone="needs">
            {line.claimedBy
              ? t("claimedBy", { name: line.claimedBy.name })
              : t(line.time === "quiet" ? "call.quiet" : "call.notClaimed")}
          </Notice>
          {!line.claimedBy && line.time !== "quiet" && (
            <Button id={id} action={claimCallAction} word={t("claim")} primary />
          )}
          {!line.claimedBy && (
            <More summary={t("call.ringsBack")}>
              <p className="mb-3">{t("call.ringsBackText")}</p>
              <Button id={id} action={claimCallAction} word={t("call.ringsBackTake")} ringsBack />
            </More>
          )}
        </div>
      )}
      {line.time === "off-hours" && (
        <div className="mb-5 max-w-measure">
          <Notice tone="needs">{t("call.offHours")}</Notice>
        </div>
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {mine && <RecordForm call={call} callId={id} now={ctx.now} />}
        <Script call={call} />
      </div>
    </>
  );
}

async function Script({ call: { line, inquiries } }: { call: CallView }) {
  const [t, locale] = [await getTranslations("staffCalls"), await getLocale()];
  const days = await getTranslations("respond.facts.days");
  const people = inquiries.reduce((sum, { items }) => sum + items.length, 0);
  const references = formatList(
    inquiries.map(({ reference }) => reference),
    locale,
  );
  const source = line.source
    ? t("call.published", { name: line.source.name, date: formatDate(line.source.on, locale) })
    : t("call.ownResearch");
  const hours = weekdays.flatMap((day) =>
    line.hours[day]?.length ? [`${days(day)} ${hoursText(line.hours[day])}`] : [],
  );
  return (
    <Card title={t("call.script")}>
      <ol className="grid list-decimal gap-2 pl-5 marker:text-ink-soft">
        <li>{t("call.hello", { sender: env().OPERATOR_NAME ?? "Lotse" })}</li>
        <li>
          {line.isWritten
            ? t("call.again", { count: people, references })
            : t("call.first", { count: people })}
        </li>
        {!line.isWritten && <li>{t("call.source", { source })}</li>}
        <li>{t("call.ask")}</li>
        <li>{t("call.wait")}</li>
        <li>{t("call.thanks")}</li>
      </ol>
      <div className="mt-4 border-t border-line pt-4">
        <DescriptionList
          items={[
            { term: t("call.hours"), details: hours.join("; ") || t("call.hoursUnknown") },
            {
              term: t("call.reachable"),
              details: line.reachableUntil && t("until", { time: formatTime(line.reachableUntil, locale) }),
            },
          ]}
        />
      </div>
    </Card>
  );
}

type ButtonProps = {
  id: string;
  action: typeof claimCallAction;
  word: string;
  primary?: boolean;
  ringsBack?: boolean;
};

function Button({ id, action, word, primary = false, ringsBack = false }: ButtonProps) {
  return (
    <ActionForm
      action={action}
      id={ringsBack ? "rings-back" : "claim"}
      summary={false}
      className="justify-self-start"
    >
      <input type="hidden" name="id" value={id} />
      {ringsBack && <input type="hidden" name="ringsBack" value="yes" />}
      <SubmitButton variant={primary ? "primary" : "quiet"}>{word}</SubmitButton>
    </ActionForm>
  );
}

async function Ended({ back }: { back: { href: string; label: string } }) {
  const t = await getTranslations("staffCalls");
  return (
    <>
      <PageHeader back={back} title={t("call.endedTitle")} />
      <p className="mb-4 max-w-measure">{t("call.endedText")}</p>
      <ButtonLink href={back.href}>{t("call.toList")}</ButtonLink>
    </>
  );
}

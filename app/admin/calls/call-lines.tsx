import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { hoursText } from "@/components/staff/forms/weekly-hours-text";
import { Badge, type Tone } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import type { CallLine, CallReason } from "@/lib/domain/calls/list-calls";
import { weekdayOf } from "@/lib/domain/german-time";
import { formatDateTimeShort, formatList, formatTime, isoDayOf, telephoneLink } from "@/lib/format";
import { paths } from "@/lib/paths";
import { claimCallAction } from "./actions";

const tones: Record<CallReason, Tone> = { available: "good", no_email: "neutral", unanswered: "neutral" };

type Props = { lines: readonly CallLine[]; now: Date; me: string; canCall: boolean };

/** Numbers to call, one line each, with whom they are about and what can be done. */
export function CallLines({ lines, now, me, canCall }: Props) {
  return (
    <ul className="border-y border-line">
      {lines.map((line) => (
        <li
          key={line.callId}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 last:border-b-0"
        >
          <a
            href={telephoneLink(line.phone)}
            className="link w-40 shrink-0 py-1 font-semibold whitespace-nowrap tabular-nums"
          >
            {line.phone}
          </a>
          <About line={line} now={now} />
          {canCall && <Claim line={line} me={me} />}
        </li>
      ))}
    </ul>
  );
}

function About({ line, now }: { line: CallLine; now: Date }) {
  const t = useTranslations("staffCalls");
  const locale = useLocale();
  const open = line.inquiries.reduce((sum, { openItems }) => sum + openItems, 0);
  const attempt = Math.max(...line.inquiries.map((inquiry) => inquiry.attempt));
  const facts = [
    t("references", {
      list: formatList(
        line.inquiries.map(({ reference }) => reference),
        locale,
      ),
    }),
    t("people", { count: open }),
    ...(attempt > 1 ? [t("attempt", { attempt })] : []),
    whenWords(line, now, locale, t),
  ];
  return (
    <div className="min-w-60 grow basis-80">
      <p className="flex flex-wrap items-center gap-x-3 font-medium">
        {formatList([...new Set(line.inquiries.map(({ therapistName }) => therapistName))], locale)}
        <Badge tone={tones[line.reason]}>{t(`reasons.${line.reason}`)}</Badge>
      </p>
      <p className="text-sm text-ink-soft">{facts.join(" · ")}</p>
    </div>
  );
}

function Claim({ line, me }: { line: CallLine; me: string }) {
  const t = useTranslations("staffCalls");
  if (line.claimedBy && line.claimedBy.id !== me)
    return <p className="text-sm text-ink-soft">{t("claimedBy", { name: line.claimedBy.name })}</p>;
  if (line.time === "quiet" && !line.claimedBy)
    return (
      <ButtonLink href={paths.admin.call(line.callId)} variant="quiet">
        {t("look")}
      </ButtonLink>
    );
  if (line.claimedBy) return <ButtonLink href={paths.admin.call(line.callId)}>{t("goOn")}</ButtonLink>;
  return (
    <ActionForm action={claimCallAction} id={`claim-${line.callId}`} summary={false} className="contents">
      <input type="hidden" name="id" value={line.callId} />
      <SubmitButton variant={line.reachableUntil ? "primary" : "quiet"}>{t("claim")}</SubmitButton>
    </ActionForm>
  );
}

function whenWords(
  line: CallLine,
  now: Date,
  locale: ReturnType<typeof useLocale>,
  t: ReturnType<typeof useTranslations<"staffCalls">>,
): string {
  if (line.byAppointment) return t("appointment", { at: formatDateTimeShort(line.plannedAt, locale) });
  if (line.reachableUntil && !line.hoursStated) return t("hoursUnknown");
  if (line.reachableUntil) return t("until", { time: formatTime(line.reachableUntil, locale) });
  const today = line.hours[weekdayOf(isoDayOf(now))] ?? [];
  const slot = t("slot", { at: formatDateTimeShort(line.plannedAt, locale) });
  return today.length > 0 ? `${slot} · ${t("hoursToday", { hours: hoursText(today) })}` : slot;
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AnswerPageItem } from "@/lib/domain/inquiries/get-answer-page";
import type { Profile } from "@/lib/domain/inquiries/profile";
import { useProfileFacts, useProfileTitle } from "./profile-words";

type Props = {
  item: AnswerPageItem;
  now: Date;
  /** Whether the answer counts here, and the rest can be looked up. */
  isFolded?: boolean;
  children: ReactNode;
};

/**
 * One person, as a colleague would put it on a note, and what can be said or was said about them. Somebody about whom
 * nobody waits for an answer any more is only a number.
 */
export function ProfileCard({ item: { position, profile }, now, isFolded = false, children }: Props) {
  const t = useTranslations("respond.person");
  return (
    <article className="rounded border border-edge bg-sheet p-4 sm:p-5 print:break-inside-avoid">
      <h2 className="text-lg font-semibold">
        {profile ? <Title position={position} profile={profile} /> : t("number", { position })}
      </h2>
      {profile && !isFolded && <Note profile={profile} now={now} />}
      <div className={isFolded ? "mt-2" : "mt-4"}>{children}</div>
      {profile && isFolded && (
        <details className="mt-2 text-base" data-no-print>
          <summary className="link inline-block cursor-pointer py-2">{t("more")}</summary>
          <Note profile={profile} now={now} />
        </details>
      )}
    </article>
  );
}

function Title({ position, profile }: { position: number; profile: Profile }) {
  return `${position}. ${useProfileTitle(profile)}`;
}

function Note({ profile, now }: { profile: Profile; now: Date }) {
  const t = useTranslations("respond.facts");
  const facts = useProfileFacts(profile, now);
  return (
    <>
      {profile.urgency !== "normal" && (
        <p className="mt-1.5">
          <span className="inline-block border-l-4 border-needs-edge bg-needs-wash px-2 text-base font-semibold text-needs-ink">
            {t(`urgency.${profile.urgency}`)}
          </span>
        </p>
      )}
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-base">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

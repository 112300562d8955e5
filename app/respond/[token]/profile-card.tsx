import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import type { AnswerPageItem } from "@/lib/domain/inquiries/get-answer-page";
import { useProfileFacts, useProfileTitle } from "./profile-words";

type Props = { item: AnswerPageItem; now: Date; children: ReactNode };

/** One patient, as a colleague would put it on a note, and what can be said or was said about them. */
export function ProfileCard({ item, now, children }: Props) {
  const t = useTranslations("respond.facts");
  const { profile, position } = item;
  const facts = useProfileFacts(profile, now);
  return (
    <article className="rounded border border-edge bg-sheet p-4 sm:p-5">
      <h2 className="text-lg font-semibold">
        {position}. {useProfileTitle(profile)}
      </h2>
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
      <div className="mt-4">{children}</div>
    </article>
  );
}

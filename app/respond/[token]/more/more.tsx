import { useTranslations } from "next-intl";
import type { AnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { CapacityForm } from "./capacity-form";
import { HoursForm } from "./hours-form";
import { WishesForm } from "./wishes-form";
import { WrongMailboxForm } from "./wrong-mailbox-form";

type Props = { page: AnswerPage; token: string; now: Date };

/** What else a practice can tell us, each folded away; nobody has to. */
export function More({ page, token, now }: Props) {
  const t = useTranslations("respondMore");
  const isAnswered = page.items.some(({ state }) => state === "answered" || state === "accepted");
  return (
    <section className="mt-10 grid gap-3 text-base" data-no-print>
      <h2 className="text-lg font-semibold">{isAnswered ? t("titleAnswered") : t("title")}</h2>
      {isAnswered && (
        <>
          <CapacityForm token={token} known={page.known.capacity} now={now} />
          <WishesForm token={token} known={page.known.wishes} />
          <HoursForm token={token} known={page.known.phoneHours} />
        </>
      )}
      {page.practiceEmail && <WrongMailboxForm token={token} email={page.practiceEmail} />}
    </section>
  );
}

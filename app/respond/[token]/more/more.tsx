import { useTranslations } from "next-intl";
import type { AnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import type { ForwardOptions } from "@/lib/domain/inquiries/list-colleagues";
import { openItems } from "../open-items";
import { CapacityForm } from "./capacity-form";
import { ForwardForm } from "./forward-form";
import { HoursForm } from "./hours-form";
import { WishesForm } from "./wishes-form";
import { WrongMailboxForm } from "./wrong-mailbox-form";

type Props = { page: AnswerPage; token: string; now: Date; forward: ForwardOptions | null };

/**
 * What else a practice can tell us once everybody is answered, each folded away; nobody has to. A colleague speaks for
 * their own address only.
 */
export function More({ page, token, now, forward }: Props) {
  const t = useTranslations("respondMore");
  const isOpen = openItems(page).length > 0;
  const isAnswered = !isOpen && page.items.some(({ state }) => state === "answered" || state === "accepted");
  const someone = forward !== null && (forward.colleagues.length > 0 || forward.domain !== null);
  const mayForward = someone && forward.left > 0 && page.state === "open" && isOpen;
  return (
    <section className="mt-10 grid gap-3 text-base" data-no-print>
      <h2 className="text-lg font-semibold">{isAnswered && page.known ? t("titleAnswered") : t("title")}</h2>
      {isAnswered && page.known && (
        <>
          <CapacityForm token={token} known={page.known.capacity} now={now} />
          <WishesForm token={token} known={page.known.wishes} />
          <HoursForm token={token} known={page.known.phoneHours} />
        </>
      )}
      {mayForward && <ForwardForm token={token} options={forward} />}
      {page.mailbox && (
        <WrongMailboxForm token={token} email={page.mailbox} isForwarded={page.forwardId !== null} />
      )}
    </section>
  );
}

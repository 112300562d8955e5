import { useTranslations } from "next-intl";
import { type CrisisNumber, crisisNumbers } from "@/lib/domain/crisis-numbers";
import { telephoneLink } from "@/lib/format";

type Props = {
  /** Leave out for all of them. */
  only?: readonly CrisisNumber["id"][];
  /** The level of the headings on this page. */
  heading?: "h2" | "h3";
};

/** Whom to call in a crisis, each number ready to be tapped. */
export function CrisisList({ only, heading: Heading = "h2" }: Props) {
  const t = useTranslations("public.help");
  const shown = crisisNumbers.filter(({ id }) => !only || only.includes(id));
  return (
    <ul className="grid gap-3">
      {shown.map(({ id, numbers }) => (
        <li
          key={id}
          className="grid gap-x-6 gap-y-3 rounded border border-line bg-sheet p-5 sm:grid-cols-[1fr_15rem]"
        >
          <div>
            <Heading className="font-semibold">{t(`numbers.${id}.name`)}</Heading>
            <p className="mt-1">{t(`numbers.${id}.text`)}</p>
            <p className="mt-1 text-base text-ink-soft">{t(`numbers.${id}.hours`)}</p>
          </div>
          <p className="flex flex-wrap items-center gap-2 sm:flex-col sm:items-stretch">
            {numbers.map((number, index) => (
              <a
                key={number}
                href={telephoneLink(number)}
                className={
                  index === 0
                    ? "flex min-h-12 grow items-center sm:grow-0 justify-center rounded bg-main px-5 text-xl font-semibold text-on-main hover:bg-main-strong"
                    : "link flex min-h-11 items-center justify-center px-2"
                }
              >
                <span className="sr-only">{t("call", { number: "" })}</span>
                {number}
              </a>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}

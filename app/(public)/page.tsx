import { useTranslations } from "next-intl";
import { Fairway } from "@/components/public/fairway";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/paths";

const steps = ["ask", "confirm", "search", "place"] as const;
const assurances = ["see", "stop", "honest"] as const;

/** The first page: what we do, the one button, and what happens after it. */
export default function HomePage() {
  const t = useTranslations("public.home");
  return (
    <>
      <section className="grid items-center gap-x-12 gap-y-8 md:grid-cols-[1fr_20rem] lg:grid-cols-[1fr_24rem]">
        <div>
          <h1 className="text-3xl sm:text-[2.75rem] sm:leading-[1.12]">{t("title")}</h1>
          <p className="mt-5 max-w-measure text-xl text-ink-soft">{t("lead")}</p>
          <div className="mt-8 grid gap-3 sm:grid-cols-[auto_1fr] sm:items-center sm:gap-6">
            <ButtonLink href={paths.intake}>{t("start")}</ButtonLink>
            <p className="max-w-96 text-base text-ink-soft">{t("startHint")}</p>
          </div>
          <p className="mt-8 border-l-4 border-accent py-1 pl-4">
            {t.rich("crisis", {
              link: (words) => (
                <a href={paths.help} className="link font-semibold">
                  {words}
                </a>
              ),
            })}
          </p>
        </div>
        <Fairway className="mx-auto hidden w-full md:block" />
      </section>

      <section className="mt-16 border-t border-line pt-10">
        <h2 className="text-2xl">{t("stepsTitle")}</h2>
        <ol className="mt-8 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
          {steps.map((step, index) => (
            <li key={step} className="grid grid-cols-[auto_1fr] grid-rows-[auto_1fr] gap-x-4 lg:block">
              <span
                aria-hidden="true"
                className="row-span-2 grid size-10 place-items-center rounded-full border-2 border-main font-semibold text-main lg:mb-4"
              >
                {index + 1}
              </span>
              <h3 className="font-semibold">{t(`steps.${step}.title`)}</h3>
              <p className="mt-1 text-base text-ink-soft">{t(`steps.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>

      <section className="mt-14 grid gap-x-16 gap-y-10 border-t border-line pt-10 md:grid-cols-2">
        <div>
          <h2 className="text-xl">{t("control.title")}</h2>
          <ul className="mt-4 grid gap-3">
            {assurances.map((assurance) => (
              <li key={assurance} className="border-l-2 border-main pl-4">
                {t(`control.${assurance}`)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h2 className="text-xl">{t("practices.title")}</h2>
          <p className="mt-4">{t("practices.text")}</p>
        </div>
      </section>
    </>
  );
}

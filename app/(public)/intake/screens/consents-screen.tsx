import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { Fieldset } from "@/components/form/fieldset";
import {
  type ConsentKind,
  consentKinds,
  consentTextVersion,
  requiredConsents,
} from "@/lib/domain/consents/status";
import { paths } from "@/lib/paths";
import { consentFields } from "../steps/consents";
import { ageIn, ownConsentAge } from "../steps/guardian";
import type { ScreenProps } from "./screens";

/** Four separate statements, none of them ticked in advance. */
export function ConsentsScreen({ values, now }: ScreenProps) {
  const t = useTranslations("intake.steps.consents");
  const voluntary = consentKinds.filter((kind) => !requiredConsents.includes(kind));
  return (
    <>
      {(ageIn(values, now) ?? ownConsentAge) < ownConsentAge && (
        <p className="font-semibold">{t("leadYoung")}</p>
      )}
      <Group legend={t("needed")} kinds={requiredConsents} />
      <Group legend={t("voluntary")} kinds={voluntary} />
      <p className="text-base text-ink-soft">
        {t.rich("version", {
          version: consentTextVersion,
          link: (words) => (
            <a href={paths.privacy} target="_blank" className="link">
              {words}
            </a>
          ),
        })}
      </p>
    </>
  );
}

function Group({ legend, kinds }: { legend: string; kinds: readonly ConsentKind[] }) {
  const t = useTranslations("intake.consentTexts");
  return (
    <Fieldset legend={legend}>
      <div className="grid gap-3">
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            name={consentFields[kind]}
            label={<span className="font-semibold">{t(`${kind}.label`)}</span>}
            hint={t(`${kind}.text`)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

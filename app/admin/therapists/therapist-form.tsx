import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import type { FormAction, FormState } from "@/components/form/form-state";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { FormFoot } from "@/components/staff/form-foot";
import { genders } from "@/lib/domain/vocabulary";
import { FormSection } from "../form-section";
import { OfferSection } from "./offer-section";
import { SitesSection } from "./sites-section";
import { WishesSection } from "./wishes-section";

type Props = {
  action: FormAction;
  values: FormState["values"];
  /** How many sites are known; there is room for one more. */
  sites: number;
  submit: string;
  cancelHref: string;
  children?: ReactNode;
};

/** Everything about a therapist that staff can enter. */
export function TherapistForm({ action, values, sites, submit, cancelHref, children }: Props) {
  return (
    <ActionForm action={action} values={values} className="grid max-w-page gap-8">
      <PersonSection />
      <SitesSection rows={sites + 1} />
      <OfferSection />
      <WishesSection />
      <NotesSection />
      {children}
      <FormFoot submit={submit} cancelHref={cancelHref} />
    </ActionForm>
  );
}

function PersonSection() {
  const t = useTranslations("staffTherapists.person");
  const words = useTranslations("vocabulary.gender");
  return (
    <FormSection title={t("title")}>
      <TextInput name="firstName" label={t("firstName")} optional autoComplete="off" />
      <TextInput name="lastName" label={t("lastName")} autoComplete="off" />
      <TextInput name="title" label={t("titleField")} optional autoComplete="off" />
      <TextInput name="salutation" label={t("salutation")} optional autoComplete="off" />
      <Select
        name="gender"
        label={t("gender")}
        options={genders.map((value) => ({ value, label: words(value) }))}
      />
      <TextInput name="practiceName" label={t("practiceName")} optional autoComplete="off" />
      <TextInput name="phone" label={t("phone")} type="tel" inputMode="tel" optional autoComplete="off" />
      <TextInput name="fax" label={t("fax")} type="tel" inputMode="tel" optional autoComplete="off" />
      <TextInput
        name="email"
        label={t("email")}
        hint={t("emailHint")}
        type="email"
        optional
        autoComplete="off"
      />
      <TextInput name="website" label={t("website")} optional autoComplete="off" />
    </FormSection>
  );
}

function NotesSection() {
  const t = useTranslations("staffTherapists.other");
  return (
    <FormSection title={t("title")}>
      <div className="wide">
        <TextArea name="notes" label={t("notes")} optional rows={4} maxLength={4000} />
      </div>
    </FormSection>
  );
}

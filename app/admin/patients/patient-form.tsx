import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { Checkbox } from "@/components/form/checkbox";
import { DateField } from "@/components/form/date-field";
import type { FormAction, FormState } from "@/components/form/form-state";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { CarriedValue } from "@/components/staff/carried-value";
import { checkedPlace } from "@/components/staff/forms/checked-place";
import { FormFoot } from "@/components/staff/form-foot";
import { genders, payers } from "@/lib/domain/vocabulary";
import { locales } from "@/lib/i18n/locale";
import { FormSection } from "../form-section";
import { HealthSection } from "./health-section";
import { WishSection } from "./wish-section";

type Props = {
  action: FormAction;
  values: FormState["values"];
  submit: string;
  cancelHref: string;
  /** What only one of the two uses of the form has: the id, or the consents. */
  children?: ReactNode;
};

/** Everything about a patient that staff can enter. */
export function PatientForm({ action, values, submit, cancelHref, children }: Props) {
  return (
    <ActionForm action={action} values={values} className="grid max-w-page gap-8">
      <PersonSection />
      <InsuranceSection />
      <HealthSection />
      <WishSection />
      <OtherSection />
      {children}
      <FormFoot submit={submit} cancelHref={cancelHref} />
    </ActionForm>
  );
}

function PersonSection() {
  const t = useTranslations("staffPatients.person");
  const words = useTranslations("vocabulary.gender");
  const languages = useTranslations("common.language");
  return (
    <FormSection title={t("title")}>
      <TextInput name="firstName" label={t("firstName")} autoComplete="off" />
      <TextInput name="lastName" label={t("lastName")} autoComplete="off" />
      <DateField name="birthDate" label={t("birthDate")} optional />
      <Select
        name="gender"
        label={t("gender")}
        options={genders.map((value) => ({ value, label: words(value) }))}
      />
      <CarriedValue name={checkedPlace("address.")} />
      <div className="wide grid gap-x-6 gap-y-(--field-gap) sm:grid-cols-[1fr_8rem]">
        <TextInput name="address.street" label={t("street")} optional autoComplete="off" />
        <TextInput name="address.houseNumber" label={t("houseNumber")} autoComplete="off" />
      </div>
      <TextInput
        name="address.postalCode"
        label={t("postalCode")}
        inputMode="numeric"
        width="short"
        autoComplete="off"
      />
      <TextInput name="address.city" label={t("city")} optional autoComplete="off" />
      <TextInput name="email" label={t("email")} type="email" inputMode="email" optional autoComplete="off" />
      <TextInput name="phone" label={t("phone")} type="tel" inputMode="tel" optional autoComplete="off" />
      <Select
        name="locale"
        label={t("locale")}
        options={locales.map((value) => ({ value, label: languages(value) }))}
      />
      <TextInput name="salutation" label={t("salutation")} optional autoComplete="off" />
      <TextInput name="generalPractitioner" label={t("generalPractitioner")} optional autoComplete="off" />
      <TextInput
        name="guardian.name"
        label={t("guardianName")}
        hint={t("guardianHint")}
        optional
        autoComplete="off"
      />
      <TextInput name="guardian.phone" label={t("guardianPhone")} type="tel" optional autoComplete="off" />
      <TextInput name="guardian.email" label={t("guardianEmail")} type="email" optional autoComplete="off" />
    </FormSection>
  );
}

function InsuranceSection() {
  const t = useTranslations("staffPatients.insurance");
  const words = useTranslations("vocabulary.payer");
  const form = useTranslations("staffPatients.form");
  return (
    <FormSection title={t("title")}>
      <Select
        name="payer"
        label={t("payer")}
        empty={form("choose")}
        options={payers.map((value) => ({ value, label: words(value) }))}
      />
      <TextInput name="insurer" label={t("insurer")} optional autoComplete="off" />
      <TextInput name="insuranceNumber" label={t("insuranceNumber")} optional autoComplete="off" />
      <div className="wide">
        <Checkbox name="reimbursementRoute" label={t("reimbursement")} hint={t("reimbursementHint")} />
      </div>
    </FormSection>
  );
}

function OtherSection() {
  const t = useTranslations("staffPatients.other");
  return (
    <FormSection title={t("title")}>
      <div className="wide">
        <TextArea name="notes" label={t("notes")} optional rows={4} maxLength={4000} />
      </div>
      <TextInput name="heardFrom" label={t("heardFrom")} optional autoComplete="off" />
    </FormSection>
  );
}

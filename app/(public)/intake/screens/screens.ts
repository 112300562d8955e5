import type { ReactNode } from "react";
import type { Values } from "../steps/fields";
import type { StepId } from "../steps/step";
import { ConsentsScreen } from "./consents-screen";
import { ContactScreen } from "./contact-screen";
import { GuardianScreen } from "./guardian-screen";
import { InsuranceScreen } from "./insurance-screen";
import { PersonScreen } from "./person-screen";
import { SituationScreen } from "./situation-screen";
import { TimesScreen } from "./times-screen";
import { TreatmentScreen } from "./treatment-screen";
import { WishesScreen } from "./wishes-screen";

export type ScreenProps = { values: Values; now: Date };

/** The fields of each step, in the order in which they are asked. */
export const screens: Record<StepId, (props: ScreenProps) => ReactNode> = {
  person: PersonScreen,
  guardian: GuardianScreen,
  contact: ContactScreen,
  insurance: InsuranceScreen,
  situation: SituationScreen,
  treatment: TreatmentScreen,
  wishes: WishesScreen,
  times: TimesScreen,
  consents: ConsentsScreen,
};

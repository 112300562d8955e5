import { z } from "zod";
import { type TravelMode, type WantedGender, travelModes, wantedGenders } from "../../vocabulary";
import type { MatchingPatient } from "../kernel/records";

const answer = z.enum(["yes", "no"]).optional();

/** Limits and wishes to try out; what is left out stays as the patient said. Holds nothing about health. */
export const whatIfSchema = z.object({
  minutes: z.coerce.number().int().min(5).max(240).optional(),
  km: z.coerce.number().min(1).max(300).optional(),
  mode: z.enum(travelModes).optional(),
  group: answer,
  video: answer,
  gender: z.enum(wantedGenders).optional(),
  reimbursement: answer,
});
export type WhatIf = z.output<typeof whatIfSchema>;

/** What is being tried out, complete: the limits and wishes in force. */
export type Limits = {
  minutes: number | null;
  km: number | null;
  mode: TravelMode;
  group: boolean;
  video: boolean;
  gender: WantedGender;
  reimbursement: boolean;
};

/** The limits and wishes of a patient that can be tried out otherwise. */
export function limitsOf(patient: MatchingPatient): Limits {
  return {
    minutes: patient.travel.maxMinutes,
    km: patient.travel.maxKm,
    mode: patient.travel.mode,
    group: patient.openToGroup,
    video: patient.openToVideo,
    gender: patient.wantedTherapistGender,
    reimbursement: patient.reimbursementRoute,
  };
}

/** The patient as if the limits and wishes were these. */
export function whatIf<Patient extends MatchingPatient>(patient: Patient, changes: WhatIf): Patient {
  const yes = (given: "yes" | "no" | undefined, own: boolean) =>
    given === undefined ? own : given === "yes";
  return {
    ...patient,
    travel: {
      mode: changes.mode ?? patient.travel.mode,
      maxMinutes: changes.minutes ?? patient.travel.maxMinutes,
      maxKm: changes.km ?? patient.travel.maxKm,
    },
    openToGroup: yes(changes.group, patient.openToGroup),
    openToVideo: yes(changes.video, patient.openToVideo),
    wantedTherapistGender: changes.gender ?? patient.wantedTherapistGender,
    reimbursementRoute: yes(changes.reimbursement, patient.reimbursementRoute),
  };
}

/** Whether anything differs from what the patient said. */
export function isChanged(own: Limits, tried: Limits): boolean {
  return (Object.keys(own) as (keyof Limits)[]).some((name) => own[name] !== tried[name]);
}

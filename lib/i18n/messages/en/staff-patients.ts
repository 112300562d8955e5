import type { Translation } from "../../translation";
import type { staffPatients as german } from "../de/staff-patients";

export const staffPatients: Translation<typeof german> = {
  title: "Patients",
};

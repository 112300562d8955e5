import type { Translation } from "../../translation";
import type { staffTherapists as german } from "../de/staff-therapists";

export const staffTherapists: Translation<typeof german> = {
  title: "Therapists",
};

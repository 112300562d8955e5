import type { Translation } from "../../translation";
import type { patient as german } from "../de/patient";

export const patient: Translation<typeof german> = {
  title: "Your search",
};

import type { Translation } from "../../translation";
import type { staffSettings as german } from "../de/staff-settings";

export const staffSettings: Translation<typeof german> = {
  title: "Settings",
};

import type { Translation } from "../../translation";
import type { staffToday as german } from "../de/staff-today";

export const staffToday: Translation<typeof german> = {
  title: "Today",
};

import type { Translation } from "../../translation";
import type { staffImports as german } from "../de/staff-imports";

export const staffImports: Translation<typeof german> = {
  title: "Imports",
};

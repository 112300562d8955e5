import type { Translation } from "../../translation";
import type { staffWorkflows as german } from "../de/staff-workflows";

export const staffWorkflows: Translation<typeof german> = {
  title: "Workflows",
};

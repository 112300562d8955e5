import type { Translation } from "../../translation";
import type { staffAudit as german } from "../de/staff-audit";

export const staffAudit: Translation<typeof german> = {
  title: "Audit log",
};

import type { Translation } from "../../translation";
import type { staffTeam as german } from "../de/staff-team";

export const staffTeam: Translation<typeof german> = {
  title: "Team",
};

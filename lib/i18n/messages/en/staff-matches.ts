import type { Translation } from "../../translation";
import type { staffMatches as german } from "../de/staff-matches";

export const staffMatches: Translation<typeof german> = {
  title: "Proposals",
};

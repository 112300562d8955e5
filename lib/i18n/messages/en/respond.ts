import type { Translation } from "../../translation";
import type { respond as german } from "../de/respond";

export const respond: Translation<typeof german> = {
  title: "Your answer",
};

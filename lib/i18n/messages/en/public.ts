import type { Translation } from "../../translation";
import type { publicPages as german } from "../de/public";

export const publicPages: Translation<typeof german> = {
  tagline: "We look for a therapy place for you.",
};

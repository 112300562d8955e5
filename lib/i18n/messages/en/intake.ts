import type { Translation } from "../../translation";
import type { intake as german } from "../de/intake";

export const intake: Translation<typeof german> = {
  title: "Find a place",
};
